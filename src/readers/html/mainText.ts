import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { serialize } from 'parse5';
import type { Page } from './parsePage.ts';
import { attribute, elementsIn, type Element } from './tree.ts';

/** Beyond this many elements a page is too large for the extractor's many passes over it. */
const mostElements = 40_000;

const mark = 'data-paper-element';

/**
 * The elements that Mozilla's Readability, the extractor behind Firefox's reader view, takes for the main
 * text of a page; empty where it finds none. It works on a copy, whose elements carry numbers there and back.
 */
export function mainText(page: Page): ReadonlySet<Element> {
  const elements = [...elementsIn(page)];
  if (elements.length > mostElements) return new Set();
  elements.forEach((element, index) => {
    element.attrs.push({ name: mark, value: `${index}` });
  });
  const html = serialize(page);
  for (const element of elements) element.attrs.pop();
  try {
    // Types of the DOM are not to be had here; the two packages know each other's shapes.
    const { document } = parseHTML(html) as unknown as { readonly document: never };
    const article = new Readability<unknown>(document, {
      keepClasses: true,
      charThreshold: 250,
      serializer: (node: unknown) => node,
    }).parse();
    return withHome(kept(article?.content, elements), elements);
  } catch {
    // A page that breaks the extractor is read without it.
    return new Set();
  }
}

/** With the whole of the article that what was kept stands in: the extractor leaves out its shorter parts. */
function withHome(found: readonly Element[], elements: readonly Element[]): ReadonlySet<Element> {
  const all = new Set(found);
  const homes = elements.filter(
    (element) => element.tagName === 'article' || attribute(element, 'itemprop') === 'articleBody',
  );
  const holds = (home: Element): boolean => {
    let count = 0;
    for (const each of elementsIn(home)) if (all.has(each)) count += 1;
    return count >= 0.9 * (all.size - (all.has(home) ? 1 : 0));
  };
  // The innermost comes last.
  const home = all.size === 0 ? undefined : homes.findLast(holds);
  return home === undefined ? all : new Set([...all, ...elementsIn(home)]);
}

interface Queried {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

function kept(content: unknown, elements: readonly Element[]): readonly Element[] {
  if (content === null || content === undefined) return [];
  const found = [...(content as Queried).querySelectorAll(`[${mark}]`)];
  return found.flatMap((each) => elements[Number(each.getAttribute(mark))] ?? []);
}
