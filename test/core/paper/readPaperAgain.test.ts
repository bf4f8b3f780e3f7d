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

  const section = (number: number): string =>
    `## Part ${number}\n\nWords of the part, see [a] and a note[^n].\n\n- one\n- two\n\n`;
  const long = Array.from({ length: 60 }, (_, index) => section(index)).join('');
  const ends = '[a]: http://example.org\n\n[^n]: The note.\n';

  /** How many chunks of the paper keep their tokens when one text becomes another. */
  function kept(format: PaperFormat, before: string, after: string): number {
    const options = { format, name: 'paper' };
    const reading = readPaperAgain(null, before, options);
    const known = new Set(reading.paper.chunks.map(({ tokens }) => tokens));
    const again = readPaperAgain(reading, after, options);
    assert.deepEqual(plain(again.paper), plain(readPaper(after, options)));
    return again.paper.chunks.filter(({ tokens }) => known.has(tokens)).length;
  }

  it('keeps all chunks but those around an edit, and their parts of the page', () => {
    const after = long.replace('## Part 30', '## Part thirty');
    const { chunks } = readPaper(long + ends, { format: 'markdown', name: 'paper' });
    assert.equal(kept('markdown', long + ends, after + ends), chunks.length - 5);
    const reading = readPaperAgain(null, long, { format: 'markdown', name: 'paper' });
    const [, first] = renderPaper(reading.paper).parts;
    const again = readPaperAgain(reading, after, { format: 'markdown', name: 'paper' });
    assert.equal(renderPaper(again.paper).parts[1], first);
  });

  it('keeps the pieces of plain text that an edit leaves as they are', () => {
    const text = Array.from({ length: 40 }, (_, index) => `Sentence number ${index}.`).join('\n\n');
    assert.equal(kept('text', text, text.replace('number 20', 'number twenty')), 39);
  });

  it('reads all of a text again when a definition or the order of notes changes', () => {
    assert.equal(kept('markdown', long + ends, long + ends.replace('.org', '.com')), 0);
    assert.equal(kept('markdown', long + ends, `${long}[^m] ${ends}`), 0);
    assert.equal(kept('markdown', `${long}\n[^m]: more\n`, `${long}x[^m]\n\n[^m]: more\n`), 0);
  });

  it('reads on to where an opened fence or comment ends, however far that is', () => {
    const fenced = long.replace('## Part 50', '```\n\n## Part 50');
    assert.ok(kept('markdown', fenced, fenced.replace('## Part 10', '```\n## Part 10')) > 0);
    assert.equal(kept('markdown', long, long.replace('## Part 0', '<!-- ## Part 0')), 0);
  });
});
