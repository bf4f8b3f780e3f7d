import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeRange, standsThere } from '../../../src/core/anchoring/describeRange.ts';

describe('describeRange', () => {
  it('keeps the quote, its place and what stands around it', () => {
    assert.deepEqual(describeRange('The river rises.', 4, 9), {
      exact: 'river',
      prefix: 'The ',
      suffix: ' rises.',
      start: 4,
      end: 9,
    });
  });

  it('takes 64 code units of context where that is enough', () => {
    const text = `${'a'.repeat(100)} river ${'b'.repeat(100)}`;
    const { prefix, suffix } = describeRange(text, 101, 106);
    assert.deepEqual([prefix.length, suffix.length], [64, 64]);
  });

  it('takes more context until repeated words can be told apart, up to a limit', () => {
    const line = 'All parties meet in spring and in autumn to divide the flow. ';
    const text = `First. ${line}${line}Last.`;
    const second = describeRange(text, 7 + line.length, 7 + line.length * 2);
    const whole = second.prefix + second.exact + second.suffix;
    assert.equal(text.indexOf(whole), text.lastIndexOf(whole));
    const endless = describeRange('x'.repeat(5000), 2500, 2501);
    assert.deepEqual([endless.prefix.length, endless.suffix.length], [128, 128]);
  });

  it('takes in a surrogate pair that an edge would split', () => {
    const text = '📌📌📌';
    assert.equal(describeRange(text, 1, 3).exact, '📌📌');
    const long = `-${'📌'.repeat(40)}xy${'📌'.repeat(40)}`;
    const { suffix } = describeRange(long, 81, 82);
    const { prefix } = describeRange(long, 82, 83);
    assert.deepEqual(
      [prefix, suffix].map((context) => /\p{Surrogate}/u.test(context)),
      [false, false],
    );
  });

  it('moves offsets outside the text to its ends and puts swapped ones in order', () => {
    assert.equal(describeRange('river', 99, -5).exact, 'river');
    assert.equal(describeRange('river', Number.NaN, 2.9).exact, 'ri');
    assert.equal(describeRange('', 0, 4).exact, '');
  });

  it('describes what stands there, for any text and range', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\ud83d', '\udccc', '📌') });
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, start, end) => {
        const target = describeRange(text, start, end);
        assert.ok(standsThere(text, target));
        assert.equal(text.slice(target.start, target.end), target.exact);
      }),
    );
  });
});
