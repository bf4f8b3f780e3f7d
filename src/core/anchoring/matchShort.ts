import type { Stretch, WordMatch } from './matchWords.ts';
import type { Words } from './words.ts';

/**
 * Matches two short stretches of words by their longest common subsequence; of equally long ones, the
 * one with fewer and longer runs. Runs that are short beside what is changed around them are left out: they
 * are chance, not what is left of a sentence.
 */
export function matchShort(
  old: Words,
  text: Words,
  match: WordMatch,
  [oldFrom, oldTo]: Stretch,
  [from, to]: Stretch,
): void {
  const rows = oldTo - oldFrom;
  const columns = to - from;
  const width = columns + 1;
  // From the end, so that the way forward can be read off. A pair counts 4, and 1 more if the next one follows it at once.
  const best = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    const id = old.ids[oldFrom + row];
    for (let column = columns - 1; column >= 0; column -= 1) {
      const cell = row * width + column;
      let score = Math.max(best[cell + width] ?? 0, best[cell + 1] ?? 0);
      if (id === text.ids[from + column]) score = Math.max(score, paired(row, column));
      best[cell] = score;
    }
  }

  let row = 0;
  let column = 0;
  let runs: Run[] = [];
  while (row < rows && column < columns) {
    const cell = row * width + column;
    const isSame = old.ids[oldFrom + row] === text.ids[from + column];
    if (isSame && best[cell] === paired(row, column)) {
      const last = runs.at(-1);
      if (last && last.row + last.length === row && last.column + last.length === column) {
        last.length += 1;
      } else runs.push({ row, column, length: 1 });
      row += 1;
      column += 1;
    } else if ((best[cell + width] ?? 0) >= (best[cell + 1] ?? 0)) row += 1;
    else column += 1;
  }
  for (let count = -1; count !== runs.length;) {
    count = runs.length;
    runs = runs.filter((run, at) => !isStray(run, runs[at - 1], runs[at + 1], rows, columns));
  }
  for (const { row: at, column: by, length } of runs) {
    for (let word = 0; word < length; word += 1) match[oldFrom + at + word] = from + by + word;
  }

  function paired(atRow: number, atColumn: number): number {
    const next = (atRow + 1) * width + atColumn + 1;
    const goesOn =
      atRow + 1 < rows &&
      atColumn + 1 < columns &&
      old.ids[oldFrom + atRow + 1] === text.ids[from + atColumn + 1];
    return (best[next] ?? 0) + (goesOn ? 5 : 4);
  }
}

interface Run {
  readonly row: number;
  readonly column: number;
  length: number;
}

/** Whether a run stands alone among changed words on both sides, in both texts. */
function isStray(
  { row, column, length }: Run,
  before: Run | undefined,
  after: Run | undefined,
  rows: number,
  columns: number,
): boolean {
  if (length > 3) return false;
  const gaps = [
    row - (before ? before.row + before.length : 0),
    column - (before ? before.column + before.length : 0),
    (after?.row ?? rows) - row - length,
    (after?.column ?? columns) - column - length,
  ];
  // At an end of the stretch what is beside it is unchanged.
  const [oldBefore = 0, newBefore = 0, oldAfter = 0, newAfter = 0] = gaps;
  const lost = Math.min(Math.max(oldBefore, newBefore), Math.max(oldAfter, newAfter));
  return lost > 4 * length;
}
