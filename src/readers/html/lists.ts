import { letters, roman } from '../numerals.ts';
import { attribute, isElement, textIn, type Element, type Node } from './tree.ts';

const shapes: Readonly<Record<string, (value: number) => string>> = {
  a: (value) => letters(value),
  A: (value) => letters(value).toUpperCase(),
  i: (value) => roman(value),
  I: (value) => roman(value).toUpperCase(),
};

/** The markers that a browser prints before the items of a list; null for each item that has a plain bullet. */
export function markersOf(list: Element, items: readonly Node[]): readonly (string | null)[] {
  if (list.tagName !== 'ol') return items.map(() => null);
  const shape = shapes[attribute(list, 'type') ?? ''] ?? ((value: number) => `${value}`);
  const isReversed = attribute(list, 'reversed') !== null;
  let next = integer(attribute(list, 'start')) ?? (isReversed ? items.length : 1);
  return items.map((item) => {
    if (!isElement(item)) return null;
    const value = integer(attribute(item, 'value')) ?? next;
    next = value + (isReversed ? -1 : 1);
    return `${shape(value)}.`;
  });
}

/** The items of a list; words that stand between them belong to none, and are an item to the reader. */
export function itemsOf(list: Element): readonly Node[] {
  return list.childNodes.filter(
    (node) => isElement(node) || (node.nodeName === '#text' && /\S/u.test(textIn(node))),
  );
}

function integer(text: string | null): number | null {
  return text !== null && /^-?\d{1,6}$/u.test(text) ? Number(text) : null;
}
