import type { Stretch, WordMatch } from './matchWords.ts';
import { numberAt } from './numberAt.ts';
import { chainWords, lastPlace, none } from './wordChains.ts';
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
  const grid = scored(old.ids, text.ids, [oldFrom, oldTo], [from, to]);
  const runs = withoutStrays(runsIn(grid), grid);
  for (const { row, column, length } of runs) {
    for (let word = 0; word < length; word += 1) match[oldFrom + row + word] = from + column + word;
  }
}

/** What is common to two stretches from each pair of their words on: a row for each old word, a column for each new one. */
interface Grid {
  readonly old: Int32Array;
  readonly ids: Int32Array;
  readonly oldFrom: number;
  readonly from: number;
  readonly rows: number;
  readonly columns: number;
  /** Where the scores of each row begin, and those of a last row and column of zeros. */
  readonly origins: Int32Array;
  readonly scores: Uint16Array;
}

/** Room for one grid, kept for the next one. */
let originsOfLast = new Int32Array(0);
let scoresOfLast = new Uint16Array(0);

/**
 * Scores a grid from its end, so that the way forward can be read off. A row differs from the one below it only to the left
 * of words that are the same, and not at all if its word has none: only those are visited (after Hunt and Szymanski
 * 1977). Scores are small: `matchWords` hands over stretches of which the shorter has 500 words at most.
 */
function scored(
  old: Int32Array,
  ids: Int32Array,
  [oldFrom, oldTo]: Stretch,
  [from, to]: Stretch,
): Grid {
  const rows = oldTo - oldFrom;
  const columns = to - from;
  const width = columns + 1;
  makeRoom(rows + 1, width);
  const origins = originsOfLast;
  const scores = scoresOfLast.fill(0, 0, width);
  const grid = { old, ids, oldFrom, from, rows, columns, origins, scores };
  const places = chainWords(ids, from, columns);
  let origin = 0;
  let free = width;
  origins[rows] = origin;
  for (let row = rows - 1; row >= 0; row -= 1) {
    let column = lastPlace(places, numberAt(old, oldFrom + row));
    if (column !== none) {
      scores.copyWithin(free, origin, origin + width);
      origin = free;
      free += width;
    }
    for (; column !== none; column = numberAt(places.befores, column)) {
      const score = scoreOfPair(grid, row, column);
      for (let at = origin + column; at >= origin && (scores[at] ?? 0) < score; at -= 1) {
        scores[at] = score;
      }
    }
    origins[row] = origin;
  }
  return grid;
}

function makeRoom(rows: number, width: number): void {
  if (originsOfLast.length < rows) originsOfLast = new Int32Array(2 * rows);
  if (scoresOfLast.length < rows * width) scoresOfLast = new Uint16Array(2 * rows * width);
}

function scoreAt({ origins, scores }: Grid, row: number, column: number): number {
  return scores[numberAt(origins, row) + column] ?? 0;
}

/** The score with a pair of words that are the same: 4, and 1 more if the next one follows it at once. */
function scoreOfPair(grid: Grid, row: number, column: number): number {
  const { old, ids, oldFrom, from, rows, columns } = grid;
  const goesOn =
    row + 1 < rows && column + 1 < columns && old[oldFrom + row + 1] === ids[from + column + 1];
  return scoreAt(grid, row + 1, column + 1) + (goesOn ? 5 : 4);
}

/** The runs of words on the best way through a grid. */
function runsIn(grid: Grid): readonly Run[] {
  const { old, ids, oldFrom, from, rows, columns } = grid;
  const runs: Run[] = [];
  let last: Run | undefined;
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const isSame = old[oldFrom + row] === ids[from + column];
    if (isSame && scoreAt(grid, row, column) === scoreOfPair(grid, row, column)) {
      if (last && last.row + last.length === row && last.column + last.length === column) {
        last.length += 1;
      } else {
        last = { row, column, length: 1 };
        runs.push(last);
      }
      row += 1;
      column += 1;
    } else if (scoreAt(grid, row + 1, column) >= scoreAt(grid, row, column + 1)) row += 1;
    else column += 1;
  }
  return runs;
}

/** The runs that are left when stray ones are left out, and those that stray then. */
function withoutStrays(runs: readonly Run[], { rows, columns }: Grid): readonly Run[] {
  let kept = runs;
  for (let count = -1; count !== kept.length;) {
    count = kept.length;
    const left: Run[] = [];
    for (const [at, run] of kept.entries()) {
      if (!isStray(run, kept[at - 1], kept[at + 1], rows, columns)) left.push(run);
    }
    kept = left;
  }
  return kept;
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
  // At an end of the stretch what is beside it is unchanged.
  const oldBefore = row - (before ? before.row + before.length : 0);
  const newBefore = column - (before ? before.column + before.length : 0);
  const oldAfter = (after?.row ?? rows) - row - length;
  const newAfter = (after?.column ?? columns) - column - length;
  const lost = Math.min(Math.max(oldBefore, newBefore), Math.max(oldAfter, newAfter));
  return lost > 4 * length;
}
