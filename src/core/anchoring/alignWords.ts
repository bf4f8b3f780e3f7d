import { alignSlips } from './alignSlips.ts';
import { equalPairs, type EqualPairs } from './equalPairs.ts';
import { numberAt } from './numberAt.ts';
import type { Words } from './words.ts';

/** For each word of a pattern the index of the text's word that it is aligned to, or -1. */
export type Alignment = number[];

/** What each word of the text that is passed over costs, as part of an average word's weight. */
const gapCost = 0.25;

/** Share of the pattern's weight of which less is no alignment, but chance. */
const leastShare = 0.15;

const both = 1;
const left = 2;

/** Room for one alignment, kept for the next one. */
let stepsOfLast = new Uint8Array(0);
let scoresOfLast = new Float64Array(0);
let bettered = new Int32Array(0);

/**
 * Aligns words of a pattern, in order, with words of a text, so that what is the same weighs most
 * (Smith and Waterman 1981, within a band). Words on either side may be left out; the alignment may
 * begin and end anywhere within `spare` words of the place where the pattern's first word would be
 * the text's word `begin`. Words that only slips differ in are aligned where their neighbours are.
 *
 * Only the pairs of equal words are visited, and what they better (after Hunt and Szymanski 1977):
 * every other cell has the score of the one above it, so one row of scores is enough.
 */
export function alignWords(
  pattern: Words,
  weights: readonly number[],
  text: Words,
  begin: number,
  spare: number,
): Alignment {
  const rows = pattern.count;
  const width = 2 * spare + 1;
  let total = 0;
  for (let row = 0; row < rows; row += 1) total += weights[row] ?? 0;
  const gap = (total / Math.max(1, rows)) * gapCost;
  const alignment = new Array<number>(rows).fill(-1);

  // Column c is the text's word begin + c - spare; a row has the columns from its own number, `width` of them.
  const first = begin - spare;
  const high = Math.min(rows - 1 + width, text.count - first);
  const pairs = equalPairs(pattern, text, first, width);
  if (weightPaired(pairs, weights, rows) < leastShare * total) return alignment;

  makeRoom(rows, width);
  const { lasts, columns, befores } = pairs;
  const steps = stepsOfLast.fill(0, 0, rows * width);
  // The score of column c is the one at c + 1.
  const scores = scoresOfLast.fill(0, 0, rows + width + 1);
  let bestScore = 0;
  let bestRow = -1;
  let bestColumn = -1;
  for (let row = 0; row < rows; row += 1) {
    const weight = weights[row] ?? 0;
    const limit = Math.min(high, row + width);
    let count = 0;
    // From the last pair to the first, so that each finds the scores of the row above.
    for (let pair = numberAt(lasts, row); pair !== -1; pair = numberAt(befores, pair)) {
      const column = numberAt(columns, pair);
      const score = (scores[column] ?? 0) + weight;
      if (score < (scores[column + 1] ?? 0)) continue;
      scores[column + 1] = score;
      steps[row * width + column - row] = both;
      bettered[count] = column;
      count += 1;
    }
    for (; count > 0; count -= 1) {
      const column = numberAt(bettered, count - 1);
      const score = scores[column + 1] ?? 0;
      if (score > bestScore) {
        bestScore = score;
        bestRow = row;
        bestColumn = column;
      }
      spread(scores, steps, gap, row * width - row, column + 1, limit);
    }
    // The last column is new in this row.
    if (limit === row + width) spread(scores, steps, gap, row * width - row, limit - 1, limit);
  }
  if (bestScore < leastShare * total) return alignment;
  while (bestRow >= 0 && bestColumn >= bestRow && bestColumn < bestRow + width) {
    const step = steps[bestRow * width + bestColumn - bestRow];
    if (step === both) alignment[bestRow] = first + bestColumn;
    if (step !== left) bestRow -= 1;
    if (step === both || step === left) bestColumn -= 1;
  }
  alignSlips(pattern, text, alignment);
  return alignment;
}

/**
 * Lets the columns from one on have what the one before them has, as long as that is more, less the cost of each.
 * The step of column c is the one at `origin` + c.
 */
function spread(
  scores: Float64Array,
  steps: Uint8Array,
  gap: number,
  origin: number,
  from: number,
  to: number,
): void {
  for (let column = from; column < to; column += 1) {
    const score = (scores[column] ?? 0) - gap;
    if (score <= (scores[column + 1] ?? 0)) return;
    scores[column + 1] = score;
    steps[origin + column] = left;
  }
}

/** What the words weigh, at most, that an alignment can have. */
function weightPaired({ lasts }: EqualPairs, weights: readonly number[], rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) if (lasts[row] !== -1) sum += weights[row] ?? 0;
  return sum;
}

function makeRoom(rows: number, width: number): void {
  if (stepsOfLast.length < rows * width) stepsOfLast = new Uint8Array(2 * rows * width);
  if (scoresOfLast.length > rows + width) return;
  scoresOfLast = new Float64Array(2 * (rows + width));
  bettered = new Int32Array(2 * (rows + width));
}
