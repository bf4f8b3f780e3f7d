import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countOf, indexGrams, pairOf, placesOf } from '../../../src/core/anchoring/gramIndex.ts';
import { patternOf } from '../../../src/core/anchoring/pattern.ts';
import { readWords } from '../../../src/core/anchoring/words.ts';

const words = (maxLength: number) =>
  fc
    .array(fc.constantFrom('the', 'river', 'rises', 'in', 'spring', 'dry', 'a'), { maxLength })
    .map((each) => each.join(' '));

const patternIn = (exact: string) =>
  patternOf({ exact, prefix: '', suffix: '', start: 0, end: exact.length });

describe('indexGrams', () => {
  it('lists where the words of patterns and their pairs stand, for any text', () => {
    fc.assert(
      fc.property(words(60), fc.array(words(6), { maxLength: 3 }), (source, quotes) => {
        const text = readWords(source);
        const ids = [...text.ids.subarray(0, text.count)];
        const patterns = quotes.map(patternIn);
        const index = indexGrams(text, patterns);
        for (const { words: own } of patterns) {
          for (let at = 0; at < own.count; at += 1) {
            const word = own.ids[at] ?? 0;
            const places = [...ids.keys()].filter((place) => ids[place] === word);
            assert.deepEqual([...placesOf(index, word)], places);
            assert.equal(countOf(index, word), places.length);
            if (at + 1 === own.count) continue;
            const next = own.ids[at + 1] ?? 0;
            const pairs = places.filter((place) => ids[place + 1] === next);
            assert.deepEqual([...placesOf(index, pairOf(word, next))], pairs);
            assert.equal(countOf(index, pairOf(word, next)), pairs.length);
          }
        }
      }),
    );
  });

  it('lists them in long texts and for many patterns, too', () => {
    const text = readWords(
      Array.from({ length: 9000 }, (_, at) => `word${(at * at) % 701}`).join(' '),
    );
    const ids = [...text.ids.subarray(0, text.count)];
    const index = indexGrams(text, [patternIn(text.source.slice(0, 20_000))]);
    const placesByGram = new Map<number, number[]>();
    for (const [at, id] of ids.entries()) {
      for (const gram of at + 1 < ids.length ? [id, pairOf(id, ids[at + 1] ?? 0)] : [id]) {
        placesByGram.set(gram, [...(placesByGram.get(gram) ?? []), at]);
      }
    }
    for (const [gram, places] of placesByGram) assert.deepEqual([...placesOf(index, gram)], places);
  });

  it('has nothing of words that no pattern has', () => {
    const text = readWords('the river rises');
    const index = indexGrams(text, [patternIn('the dry')]);
    const [the = 0, river = 0] = text.ids;
    assert.deepEqual([...placesOf(index, river)], []);
    assert.deepEqual([...placesOf(index, pairOf(the, river))], []);
    assert.equal(countOf(index, the), 1);
  });
});
