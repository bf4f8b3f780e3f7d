import { marksOf } from './elementMarks.ts';
import { addText, flush, type Flow, type Style } from './flow.ts';
import type { PageFacts, Walk } from './pageFacts.ts';
import { pictureOf } from './pictures.ts';
import { attribute, hasWord, isElement, textOf, type Element } from './tree.ts';

/** Words for screen readers alone, and signs that link a heading to itself. */
const beside =
  /^(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|element-invisible|a11y-hidden|assistive-text)$/iu;
const permalink = /^[#¶§🔗\u200b\s]*$/u;

function isBeside(element: Element): boolean {
  if (hasWord(element, 'class', beside)) return textOf(element).length < 80;
  const isLink = element.tagName === 'a' && (attribute(element, 'href') ?? '').includes('#');
  const holdsPicture = element.childNodes.some((node) => isElement(node, 'img'));
  return (
    isLink && element.childNodes.length > 0 && permalink.test(textOf(element)) && !holdsPicture
  );
}

/** Reads an element that stands within a line. */
export function walkInline(
  facts: PageFacts,
  element: Element,
  flow: Flow,
  style: Style,
  walk: Walk,
): void {
  const { links, notes } = facts;
  const mark = notes.marks.get(element);
  flow.id = links.nameOf(element) ?? flow.id;
  if (mark !== undefined) {
    flow.line.push({ type: 'noteMark', label: mark, text: textOf(element) });
    return;
  }
  if (notes.backLinks.has(element) || isBeside(element)) return;
  switch (element.tagName) {
    case 'br':
      breakLine(flow);
      return;
    case 'img': {
      const image = pictureOf(element, links);
      if (image === null) return;
      flow.line.push({ type: 'image', image });
      if (facts.main.has(element)) flow.isMain = true;
      return;
    }
    case 'q':
      addText(flow, '“', style, false);
      walk(element, flow, style);
      addText(flow, '”', style, false);
      return;
    default:
      walk(element, flow, styleOf(facts, element, style));
  }
}

/** Two breaks in a row part paragraphs. */
function breakLine(flow: Flow): void {
  const last = flow.line.at(-1);
  if (last?.type === 'break') flush(flow);
  else if (last !== undefined) flow.line.push({ type: 'break' });
}

/** How the text of an element is set: as around it, but for what its name and its own style say. */
export function styleOf({ links }: PageFacts, element: Element, outer: Style): Style {
  const own = attribute(element, 'style') ?? '';
  const value = (name: string): string | undefined =>
    new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]+)`, 'iu').exec(own)?.[1]?.trim().toLowerCase();
  return {
    marks: marksOf(element, outer.marks),
    href: element.tagName === 'a' ? (links.hrefOf(element) ?? outer.href) : outer.href,
    color: value('color') ?? attribute(element, 'color') ?? outer.color,
    size:
      value('font-size') ??
      (element.tagName === 'font' ? attribute(element, 'size') : null) ??
      outer.size,
  };
}
