import type { Line } from './lines.ts';

const gap = / {2,}|\t/u;
const drawn = /^[|+].*[|+]$/u;

/** Whether the lines of a run stand in columns: two blanks or more, one below the other. */
export function isTable(run: readonly Line[]): boolean {
  if (run.length < 2) return false;
  if (run.every((line) => drawn.test(line.text))) return run.length >= 3;
  const gapped = run.filter((line) => gap.test(line.text.replace(/^\S{1,4}\s+/u, '')));
  if (gapped.length < 0.8 * run.length) return false;
  if (run.every((line) => line.text.includes('\t'))) return true;
  return run.length >= 3 && hasRiver(run.map((line) => ' '.repeat(line.indent) + line.text));
}

/** Whether some two neighbouring columns are blank in every row and have text on both sides. */
function hasRiver(rows: readonly string[]): boolean {
  const left = rows.reduce((most, row) => Math.max(most, row.length - row.trimStart().length), 0);
  const right = rows.reduce((least, row) => Math.min(least, row.length), 300);
  let blanks = 0;
  for (let column = left + 1; column < right; column += 1) {
    const at = column;
    blanks = rows.every((row) => row.charAt(at) === ' ') ? blanks + 1 : 0;
    if (blanks >= 2 && rows.some((row) => row.charAt(at + 1) !== ' ')) return true;
  }
  return false;
}
