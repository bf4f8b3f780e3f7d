import type { Element } from './elements.ts';

/**
 * The labels of the notes of a paper, by page and mark: the mark itself for the first note that has it,
 * with the page added for others.
 */
export function noteLabelsOf(
  elements: readonly Element[],
): (page: number, mark: string) => string | null {
  const labels = new Map<string, string>();
  const used = new Set<string>();
  for (const element of elements) {
    if (element.kind !== 'note' || element.note.mark === null) continue;
    const { mark } = element.note;
    const key = `${String(element.page)} ${mark}`;
    if (labels.has(key)) continue;
    const label = used.has(mark) ? `${mark}-p${String(element.page + 1)}` : mark;
    used.add(mark);
    labels.set(key, label);
  }
  // A mark in the last line of a page may have its note on the next one.
  return (page, mark) =>
    labels.get(`${String(page)} ${mark}`) ?? labels.get(`${String(page + 1)} ${mark}`) ?? null;
}
