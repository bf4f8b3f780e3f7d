import type { Page } from './parsePage.ts';
import { attribute, elementsIn, textIn, textOf, type Element } from './tree.ts';

/** An article belongs to its main text as a whole if at least this share of it is that. */
const ownShare = 0.6;

/**
 * What stands in the innermost article around the main text of a page: the extractor leaves out shorter parts, such
 * as annexes. Empty where there is no such article, or where it holds much else, such as comments.
 */
export function mainHome(page: Page, main: ReadonlySet<Element>): ReadonlySet<Element> {
  const homes = [...elementsIn(page)].filter(
    (element) => element.tagName === 'article' || attribute(element, 'itemprop') === 'articleBody',
  );
  const whole = keptLength(page, main);
  // The innermost comes last.
  const home = homes.findLast((each) => {
    const kept = keptLength(each, main);
    return kept > 0 && kept >= 0.9 * whole && kept >= ownShare * textOf(each).length;
  });
  return home === undefined ? new Set() : new Set(elementsIn(home));
}

/** How much of the text in an element the extractor of main text kept, in UTF-16 code units. */
export function keptLength(parent: Page | Element, main: ReadonlySet<Element>): number {
  let length = 0;
  for (const each of elementsIn(parent))
    if (main.has(each))
      for (const node of each.childNodes)
        length += textIn(node).replace(/\s+/gu, ' ').trim().length;
  return length;
}
