import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignSlips } from '../../../src/core/anchoring/alignSlips.ts';
import { alignWords } from '../../../src/core/anchoring/alignWords.ts';
import { readWords, type Words } from '../../../src/core/anchoring/words.ts';

/** The same, cell by cell: what every cell scores, by the text's word, and how it came to that. */
function slowly(
  pattern: Words,
  weights: readonly number[],
  text: Words,
  begin: number,
  spare: number,
) {
  const total = weights.slice(0, pattern.count).reduce((sum, each) => sum + each, 0);
  const gap = (total / Math.max(1, pattern.count)) * 0.25;
  const inBand = (row: number, at: number) =>
    row >= 0 && at >= 0 && at < text.count && Math.abs(at - begin - row) <= spare;
  const cells = new Map<string, { score: number; from: 'both' | 'up' | 'left' | null }>();
  const scoreAt = (row: number, at: number) => cells.get(`${row} ${at}`)?.score ?? 0;
  let best = { score: 0, row: -1, at: -1 };
  for (let row = 0; row < pattern.count; row += 1) {
    for (let at = begin + row - spare; at <= begin + row + spare; at += 1) {
      if (!inBand(row, at)) continue;
      let cell: { score: number; from: 'both' | 'up' | 'left' | null } = { score: 0, from: null };
      if (pattern.ids[row] === text.ids[at]) {
        cell = { score: scoreAt(row - 1, at - 1) + (weights[row] ?? 0), from: 'both' };
      }
      const up = scoreAt(row - 1, at);
      if (up > cell.score) cell = { score: up, from: 'up' };
      const left = inBand(row, at - 1) ? scoreAt(row, at - 1) - gap : 0;
      if (left > cell.score) cell = { score: left, from: 'left' };
      cells.set(`${row} ${at}`, cell);
      if (cell.score > best.score) best = { score: cell.score, row, at };
    }
  }
  const alignment = new Array<number>(pattern.count).fill(-1);
  if (best.score < 0.15 * total) return alignment;
  let { row, at } = best;
  for (;;) {
    const from = cells.get(`${row} ${at}`)?.from ?? null;
    if (from === null) break;
    if (from === 'both') alignment[row] = at;
    if (from !== 'left') row -= 1;
    if (from !== 'up') at -= 1;
  }
  alignSlips(pattern, text, alignment);
  return alignment;
}

describe('alignWords', () => {
  it('aligns as the whole matrix of Smith and Waterman would, for any two texts and any place', () => {
    const few = fc.constantFrom('the', 'river', 'rivers', 'rises', 'in', 'spring', 'dry', 'b', 'c');
    const words = (maxLength: number) =>
      fc.array(few, { maxLength }).map((parts) => readWords(parts.join(' ')));
    const weights = fc.array(fc.double({ min: 1, max: 16, noNaN: true }), {
      minLength: 24,
      maxLength: 24,
    });
    const begin = fc.integer({ min: -30, max: 50 });
    const spare = fc.integer({ min: 6, max: 16 });
    fc.assert(
      fc.property(words(24), weights, words(60), begin, spare, (pattern, each, text, at, room) => {
        const expected = slowly(pattern, each, text, at, room);
        assert.deepEqual(alignWords(pattern, each, text, at, room), expected);
      }),
      { numRuns: 400 },
    );
  });

  it('does the same after longer and shorter passages', () => {
    const long = readWords('one two three four five six seven eight nine ten '.repeat(30));
    const short = readWords('six seven');
    const evenly = new Array<number>(long.count).fill(2);
    assert.deepEqual(alignWords(short, evenly, long, 4, 6), [5, 6]);
    assert.deepEqual(
      alignWords(long, evenly, long, 0, 6),
      Array.from({ length: long.count }, (_, at) => at),
    );
    assert.deepEqual(alignWords(short, evenly, long, 4, 6), [5, 6]);
    assert.deepEqual(alignWords(short, evenly, long, 500, 6), [-1, -1]);
  });
});
