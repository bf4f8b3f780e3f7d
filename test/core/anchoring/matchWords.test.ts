import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchWords } from '../../../src/core/anchoring/matchWords.ts';
import { readWords } from '../../../src/core/anchoring/words.ts';

/** A long text in which sentences share most of their words. */
function longText(paragraphs: number): string {
  return Array.from(
    { length: paragraphs },
    (_, at) =>
      `Gauge ${at} of the basin rose by ${(at * 7) % 31} centimetres. The council of district ${at % 9} took note of it.`,
  ).join('\n\n');
}

/** The share of the old words that are matched. */
function share(before: string, after: string): number {
  const match = matchWords(readWords(before), readWords(after));
  return match.filter((at) => at !== -1).length / match.length;
}

describe('matchWords', () => {
  it('matches equal words in order, for any two texts', () => {
    const words = fc
      .array(fc.constantFrom('the', 'river', 'rises', 'in', 'spring', '\n', 'dry'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const old = readWords(before);
        const now = readWords(after);
        let last = -1;
        for (const [word, at] of matchWords(old, now).entries()) {
          if (at === -1) continue;
          assert.ok(at > last);
          assert.equal(old.ids[word], now.ids[at]);
          last = at;
        }
      }),
    );
  });

  it('matches every word of the same text, also when its lines are broken anew', () => {
    const text = longText(400);
    assert.equal(share(text, text), 1);
    assert.equal(share(text, text.replace(/\s+/gu, '\n')), 1);
  });

  it('finds what is left when nearly every line has changed', () => {
    const text = longText(400);
    const edited = text.replace(/ took note of it/gu, ' was told').replace(/ /gu, '\n');
    const rate = share(text, edited);
    assert.ok(rate > 0.6 && rate < 0.9, String(rate));
  });

  it('takes next to nothing for the rest of a sentence that other words replaced', () => {
    const before = 'Data on the flow are published by the commission once a year in spring.';
    const after = 'Nobody has measured how much evaporates from the open canals of the valley.';
    assert.ok(share(before, after) < 0.2);
  });
});
