import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { serialize } from 'parse5';
import type { Page } from './parsePage.ts';
import { elementsIn, type Element } from './tree.ts';

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
    return new Set(kept(article?.content, elements));
  } catch {
    // A page that breaks the extractor is read without it.
    return new Set();
  }
}

interface Queried {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

function kept(content: unknown, elements: readonly Element[]): readonly Element[] {
  if (content === null || content === undefined) return [];
  const found = [...(content as Queried).querySelectorAll(`[${mark}]`)];
  return found.flatMap((each) => elements[Number(each.getAttribute(mark))] ?? []);
}
