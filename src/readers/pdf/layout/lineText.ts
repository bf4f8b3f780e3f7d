import type { TextRun } from './pageText.ts';

/** A gap of that width between two runs, in parts of the font's size, is a space. */
const SPACE = 0.17;

/** Runs of one line in the order in which they are read: from the right where most letters say so. */
export function readingOrder(runs: readonly TextRun[]): readonly TextRun[] {
  let right = 0;
  for (const { isRightToLeft, text } of runs) right += isRightToLeft ? text.length : -text.length;
  return right > 0 ? [...runs].sort((a, b) => b.right - a.right) : runs;
}

/** Whether two runs that follow each other in a line have a space between them. */
export function areSpaced(before: TextRun, after: TextRun): boolean {
  if (/\s$/.test(before.text) || /^\s/.test(after.text)) return false;
  const gap = after.left >= before.left ? after.left - before.right : before.left - after.right;
  return gap > SPACE * Math.min(before.size, after.size) || (after.followsSpace && gap > 0);
}

/** The words of runs in a line, white space folded. */
export function textOf(runs: readonly TextRun[]): string {
  const ordered = readingOrder(runs);
  return ordered
    .map((run, at) => {
      const before = ordered[at - 1];
      return before !== undefined && areSpaced(before, run) ? ` ${run.text}` : run.text;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
