import type { PaperRecord } from '../annotations/annotation.ts';

/** Whether two records say the same on their paper, in whatever order the keys of their values stand. */
export function isSameRecord(a: PaperRecord, b: PaperRecord): boolean {
  if (a === b) return true;
  const [one, other] = [
    [a.annotations, a.roles],
    [b.annotations, b.roles],
  ];
  // Mostly the keys stand alike, which is quick to see.
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
