import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWordsAlike } from '../../../src/core/anchoring/wordsAlike.ts';
import { readWords, type Words } from '../../../src/core/anchoring/words.ts';

const paragraph = fc
  .array(
    fc.constantFrom(
      'river',
      'well',
      'été',
      '12',
      '-',
      '- ',
      ' ',
      '\n',
      '\u200b',
      '\u0301',
      '漢',
      '.',
    ),
    {
      maxLength: 12,
    },
  )
  .map((each) => each.join(''));
const long = 'A paragraph that is long enough to be looked for far ahead, in spite of all.';
const text = fc
  .array(
    fc.oneof(paragraph, fc.constantFrom('', 'Same', 'well-', `${long} One.`, `${long} Two.`)),
    {
      maxLength: 12,
    },
  )
  .map((each) => each.join('\n\n'));

function listed({ count, ids, starts, ends }: Words) {
  return [...ids.subarray(0, count)].map((id, at) => [id, starts[at], ends[at]]);
}

describe('readWordsAlike', () => {
  it('gives the words that readWords gives, whatever the other text is', () => {
    fc.assert(
      fc.property(text, text, (source, other) => {
        const words = readWordsAlike(source, readWords(other));
        assert.deepEqual(listed(words), listed(readWords(source)));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives them where paragraphs were put in, taken out and edited', () => {
    const all = Array.from({ length: 60 }, (_, at) => `${long} Number ${at}.`);
    const edited = all.with(3, 'Three.').toSpliced(20, 5, 'Twenty.').with(40, 'Forty-\none.');
    const source = edited.join('\n\n');
    const words = readWordsAlike(source, readWords(all.join('\n\n')));
    assert.deepEqual(listed(words), listed(readWords(source)));
  });
});
