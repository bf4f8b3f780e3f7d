import assert from 'node:assert/strict';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import { isQuoteAt, sidesKept } from '../../../src/core/anchoring/exactness.ts';

/** The place of the first of the words, and the target that they are in an old text. */
function placed(old: string, text: string, words: string) {
  const start = old.indexOf(words);
  const target = describeRange(old, start, start + words.length);
  const at = text.indexOf(words);
  return { target, place: { start: at, end: at + words.length } };
}

describe('isQuoteAt', () => {
  const { target } = placed('A "mean  flow" of water.', '', '"mean  flow" of');

  it('takes blanks for the same, but no other characters', () => {
    const at = (text: string) => isQuoteAt(text, target, { start: 0, end: text.length });
    assert.ok(at('"mean  flow" of'));
    assert.ok(at('"mean flow"\nof'));
    assert.ok(at('"mean\u00a0flow"   of'));
    assert.ok(!at('“mean flow” of'));
    assert.ok(!at('"Mean  flow" of'));
    assert.ok(!at('"meanflow" of'));
    assert.ok(!at('"mean flow" of it'));
    assert.ok(!at(''));
  });
});

describe('sidesKept', () => {
  const old = 'One.\n\nThe dam is full. It holds. So they say.\n\nTwo.';
  const kept = (text: string, words: string) => {
    const { target, place } = placed(old, text, words);
    return sidesKept(text, target, place);
  };

  it('counts the sides on which the context in the quote’s paragraph stands', () => {
    assert.equal(kept(old, 'It holds.'), 2);
    assert.equal(kept('Once the dam is full. It holds. So I say.', 'It holds.'), 0);
    assert.equal(kept('\n\nThe dam is full. It holds. So I say.', 'It holds.'), 1);
    assert.equal(kept('Other.\n\nThe dam is\nfull. It holds. So they say.\n\n', 'It holds.'), 2);
  });

  it('asks of a quote at its paragraph’s edge to be at one, and not of others', () => {
    assert.equal(kept('Three.\n\nThe dam is full. It holds.', 'The dam is full.'), 1);
    assert.equal(kept('Three. The dam is full. It holds. So they say.\n\n', 'The dam is full.'), 1);
    assert.equal(kept('Three. The dam is full.\n\nIt holds.', 'The dam is full.'), 0);
    assert.equal(kept('The dam is full. It holds. So they say.\n\nX', 'The dam is full.'), 2);
  });

  it('counts no side that a target has no context on', () => {
    assert.equal(kept(old, 'One.'), 1);
    assert.equal(kept(old, 'Two.'), 1);
  });
});
