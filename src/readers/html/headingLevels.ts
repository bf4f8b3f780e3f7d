import type { Page } from './parsePage.ts';
import { elementsIn, isElement, type Element, type Parent } from './tree.ts';

const headings = /^h[1-6]$/u;
const sections = /^(?:section|article)$/u;

/**
 * Levels of headings as the sections of a page nest them: the heading of a section stands below the heading
 * of the section around it, even where the template gives both the same name.
 */
export function headingLevels(page: Page): ReadonlyMap<Element, number> {
  const levels = new Map<Element, number>();
  const own = new Map<Element, Element>();
  for (const element of elementsIn(page)) {
    if (!headings.test(element.tagName)) continue;
    const section = sectionAround(element.parentNode);
    // Only the heading that a section begins with is the section's own.
    if (section === null || own.has(section) || !begins(section, element)) continue;
    own.set(section, element);
    const outer = own.get(sectionAround(section.parentNode) ?? section);
    if (outer === undefined || outer === element) continue;
    const above = levels.get(outer) ?? Number(outer.tagName.slice(1));
    levels.set(element, Math.max(Number(element.tagName.slice(1)), above + 1));
  }
  return levels;
}

function sectionAround(from: Parent | null): Element | null {
  for (let at = from; at !== null; at = 'parentNode' in at ? at.parentNode : null)
    if ('tagName' in at && sections.test(at.tagName)) return at;
  return null;
}

function begins(section: Element, heading: Element): boolean {
  for (const each of elementsIn(
    section,
    ({ tagName }) => tagName === 'header' || tagName === 'div',
  )) {
    if (each === heading) return true;
    if (!isElement(each, 'header', 'div', 'a', 'span')) return false;
  }
  return false;
}
