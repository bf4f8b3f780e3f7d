import { referencesAt, typeOf } from './dictionary.ts';
import type { FoundObject } from './findObjects.ts';

/** A tree that is deeper was made to harm. */
const DEEPEST = 60;

/**
 * The numbers of the objects that are pages, in order: as the tree of pages has them, or as they stand in
 * the file where it is gone. Null for a page that is missing.
 */
export function pagesInOrder(
  objects: ReadonlyMap<number, FoundObject>,
  root: number | null,
): (number | null)[] {
  const left = new Set<number>();
  const children = new Map<number, number[]>();
  const grouped = (parent: number) => {
    const known = children.get(parent) ?? [];
    children.set(parent, known);
    return known;
  };
  for (const [number, { entries }] of objects) {
    if (typeOf(entries) !== 'Page') continue;
    left.add(number);
    for (const parent of referencesAt(entries, 'Parent')) grouped(parent).push(number);
  }
  const order: (number | null)[] = [];
  const seen = new Set<number>();
  const take = (page: number) => {
    if (left.delete(page)) order.push(page);
  };
  const visit = (node: number, depth: number) => {
    if (seen.has(node) || depth > DEEPEST) return;
    seen.add(node);
    const entries = objects.get(node)?.entries;
    if (left.has(node)) take(node);
    else if (entries !== undefined)
      for (const kid of referencesAt(entries, 'Kids')) visit(kid, depth + 1);
    else {
      const known = children.get(node) ?? [];
      known.forEach(take);
      if (known.length === 0) order.push(null);
    }
  };
  if (root !== null && objects.has(root)) visit(root, 0);
  for (const page of [...left]) take(page);
  return order;
}
