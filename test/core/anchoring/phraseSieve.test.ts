import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayStand, siftPhrases } from '../../../src/core/anchoring/phraseSieve.ts';
import { readWords } from '../../../src/core/anchoring/words.ts';

const pieces = (maxLength: number) =>
  fc
    .array(
      fc.constantFrom('river', 'well', 'being', '12', '-', ' ', ' ', '\n', '\u200b', 'é', '.'),
      {
        maxLength,
      },
    )
    .map((each) => each.join(''));

describe('mayStand', () => {
  it('is so for whatever is a part of both texts, whatever stands around it', () => {
    fc.assert(
      fc.property(pieces(6), pieces(20), pieces(6), pieces(6), pieces(6), (a, part, b, c, d) => {
        const sieve = siftPhrases(readWords(a + part + b));
        const text = readWords(c + part + d);
        assert.ok(mayStand(sieve, text, c.length, c.length + part.length));
      }),
      { numRuns: 1000 },
    );
  });

  it('is not so for a part of which three words in a row are not in the text', () => {
    const sieve = siftPhrases(readWords('The fund pays for repairs of small harbours every year.'));
    const part = 'The fund pays for repairs of large harbours every year.';
    assert.equal(mayStand(sieve, readWords(part), 0, part.length), false);
  });
});
