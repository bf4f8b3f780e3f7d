import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWords } from '../../../src/core/anchoring/words.ts';

/** The words of a text as they stand in it. */
function wordsIn(text: string): readonly string[] {
  const { count, starts, ends } = readWords(text);
  return Array.from({ length: count }, (_, at) => text.slice(starts[at], ends[at]));
}

function idsIn(text: string): readonly number[] {
  const { count, ids } = readWords(text);
  return [...ids.subarray(0, count)];
}

const parts = fc.constantFrom(
  ...['river', 'Rivers', 'a', '1998', 'na\u00efve', 'e\u0301t\u00e9', '\ufb01ne', '\u6cb3\u5ddd'],
  ...[
    '\ud835\udc00b',
    '\ud83d\ude00',
    ' ',
    ' ',
    ' ',
    '\n',
    '-',
    '\u2013',
    '\u00ad',
    '\u200b',
    '.',
    '-\n',
  ],
);
const texts = fc.array(parts, { maxLength: 80 }).map((each) => each.join(''));

describe('readWords', () => {
  it('parts runs of letters, of digits, and single ideographs', () => {
    assert.deepEqual(wordsIn('In 1998, 40km of \u6cb3\u5ddd rose.'), [
      ...['In', '1998', '40', 'km', 'of', '\u6cb3', '\u5ddd', 'rose'],
    ]);
    assert.deepEqual(wordsIn(''), []);
    assert.deepEqual(wordsIn(' \n.'), []);
  });

  it('joins words at hyphens, also at the end of a line', () => {
    assert.deepEqual(wordsIn('well-known flood-\ning \u2013 2019-20'), [
      ...['well-known', 'flood-\ning', '2019', '20'],
    ]);
    assert.deepEqual(idsIn('flood-\ning flo\u00adoding'), idsIn('flooding flooding'));
  });

  it('gives words that are compared as equal the same id, and others another one', () => {
    const [small, capital, composed, other] = idsIn(
      'r\u00e9sum\u00e9 R\u00c9SUM\u00c9 re\u0301sume\u0301 resume',
    );
    assert.equal(capital, small);
    assert.equal(composed, small);
    assert.notEqual(other, small);
    const [ligature, spelled] = idsIn('\ufb01ne fine');
    assert.equal(ligature, spelled);
  });

  it('reads every word as it reads it alone, wherever it stands', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 4000, max: 4200 }), (text, before) => {
        const alone = readWords(text);
        const moved = readWords(' '.repeat(before) + text);
        assert.equal(moved.count, alone.count);
        for (let at = 0; at < alone.count; at += 1) {
          const start = alone.starts[at] ?? 0;
          const end = alone.ends[at] ?? 0;
          assert.equal(moved.ids[at], alone.ids[at]);
          assert.deepEqual([moved.starts[at], moved.ends[at]], [start + before, end + before]);
          assert.deepEqual(idsIn(text.slice(start, end)), [alone.ids[at]]);
        }
      }),
    );
  });

  it('reads words that are longer than what is read at once, and texts of nothing but short ones', () => {
    const long = 'ab'.repeat(5000);
    assert.deepEqual(wordsIn(`one ${long} two`), ['one', long, 'two']);
    assert.equal(readWords('a b '.repeat(5000)).count, 10_000);
    assert.equal(readWords('\u6cb3'.repeat(9000)).count, 9000);
  });
});
