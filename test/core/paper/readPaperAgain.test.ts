import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tokensOf } from '../../../src/core/paper/chunks.ts';
import type { Paper, PaperFormat } from '../../../src/core/paper/paper.ts';
import { readPaper, readPaperAgain } from '../../../src/core/paper/readPaper.ts';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';
import { markdownPieces, textPieces } from '../../support/pieces.ts';

interface Step {
  /** Where the edit is and how much it takes out, as shares of the text. */
  readonly at: number;
  readonly taken: number;
  readonly put: string;
}

const steps = (pieces: fc.Arbitrary<string>): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      taken: fc.constantFrom(0, 0, 1, 2, 9, 60),
      put: fc.oneof(fc.constant(''), fc.constantFrom('x', ' ', '\n'), pieces),
    }),
    { minLength: 1, maxLength: 5 },
  );

function edited(text: string, { at, taken, put }: Step): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + taken);
}

/** A paper as plain values: its tokens where they stand now, whatever chunks they are kept in. */
function plain({ chunks, ...paper }: Paper): unknown {
  return { ...paper, starts: chunks.map(({ start }) => start), tokens: tokensOf(chunks) };
}

function check(format: PaperFormat, text: string, edits: readonly Step[]): void {
  const options = { format, name: 'paper' };
  let now = text;
  let reading = readPaperAgain(null, now, options);
  renderPaper(reading.paper);
  for (const step of edits) {
    now = edited(now, step);
    reading = readPaperAgain(reading, now, options);
    const fresh = readPaper(now, options);
    assert.deepEqual(plain(reading.paper), plain(fresh));
    assert.deepEqual(renderPaper(reading.paper), renderPaper(fresh));
  }
}

describe('readPaperAgain', () => {
  for (const [format, pieces] of [
    ['markdown', markdownPieces],
    ['text', textPieces],
  ] as const) {
    const texts = fc.array(pieces, { minLength: 20, maxLength: 120 }).map((each) => each.join(''));
    it(`makes the same paper and page of a ${format} as reading it afresh, edit by edit`, () => {
      fc.assert(
        fc.property(texts, steps(pieces), (text, edits) => {
          check(format, text, edits);
        }),
        { numRuns: 100 },
      );
    }).timeout(60_000);
  }
});
