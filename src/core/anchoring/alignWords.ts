import type { Word } from './wordIndex.ts';

/** For each word of the pattern the index of the word that it is aligned to, or -1. */
export type Alignment = readonly number[];

/** A word that only slips differ in counts for this much of the same word. */
const slipWorth = 0.8;
/** What each word of the text that is passed over costs, as part of an average word's weight. */
const gapCost = 0.12;

/**
 * Aligns words of a pattern, in order, with words [from, to) of a text, so that what is matched weighs
 * most. Words on either side may be left out; the alignment may begin and end anywhere.
 */
export function alignWords(
  pattern: readonly Word[],
  words: readonly Word[],
  [from, to]: readonly [number, number],
  weight: (word: string) => number,
): Alignment {
  const width = Math.max(0, to - from);
  const weights = pattern.map(({ text }) => weight(text));
  const gap =
    (weights.reduce((sum, each) => sum + each, 0) / Math.max(1, weights.length)) * gapCost;
  const steps = new Uint8Array(pattern.length * width);
  let above = new Float64Array(width + 1);
  let best = { score: 0, row: -1, column: -1 };

  for (const [row, wanted] of pattern.entries()) {
    const scores = new Float64Array(width + 1);
    for (let column = 0; column < width; column += 1) {
      const likeness = alike(wanted.text, words[from + column]?.text ?? '');
      const skipText = (scores[column] ?? 0) - gap;
      const skipPattern = above[column + 1] ?? 0;
      const match = likeness === 0 ? 0 : (above[column] ?? 0) + likeness * (weights[row] ?? 0);
      const score = Math.max(0, skipText, skipPattern, match);
      scores[column + 1] = score;
      const step = score === 0 ? stop : score === match ? both : score === skipPattern ? up : left;
      steps[row * width + column] = step;
      if (score > best.score) best = { score, row, column };
    }
    above = scores;
  }

  const alignment = pattern.map(() => -1);
  let { row, column } = best;
  while (row >= 0 && column >= 0) {
    const step = steps[row * width + column];
    if (step === stop) break;
    if (step === both) alignment[row] = from + column;
    if (step !== left) row -= 1;
    if (step !== up) column -= 1;
  }
  return alignment;
}

const stop = 0;
const both = 1;
const up = 2;
const left = 3;

/** How alike two words are: 1 if they are the same, 0 if they are different ones. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (longer < 4 || longer - Math.min(a.length, b.length) > 2) return 0;
  let head = 0;
  while (head < a.length && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  const limit = Math.min(a.length, b.length) - head;
  while (tail < limit && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) {
    tail += 1;
  }
  const isSlip = head + tail >= longer - 2 && head + tail >= longer / 2;
  // 2016 and 2018 are no slip of each other.
  return isSlip && !/\d/u.test(a + b) ? slipWorth : 0;
}
