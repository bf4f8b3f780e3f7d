import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutLabel, pointLabel } from '../../../src/core/navigation/label.ts';

describe('cutLabel', () => {
  it('keeps a short text, on one line', () => {
    assert.equal(cutLabel('Members\n  gain access. '), 'Members gain access.');
  });

  it('cuts behind a whole word and drops the punctuation there', () => {
    assert.equal(cutLabel('Water, power and trade', 14), 'Water, power…');
    assert.equal(cutLabel('Water, power – and trade', 15), 'Water, power…');
  });

  it('keeps a word that ends exactly at the limit', () => {
    assert.equal(cutLabel('Water, power and trade', 12), 'Water, power…');
  });

  it('cuts inside a word that is longer than the limit', () => {
    assert.equal(cutLabel('Donaudampfschifffahrt', 10), 'Donaudampf…');
  });

  it('is never longer than the limit and the ellipsis, nor ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const label = cutLabel(text, 40);
        assert.ok(label.length <= 41);
        assert.doesNotMatch(label, /\p{Cs}/u);
      }),
    );
  });

  it('does not read a huge text to its end', () => {
    assert.equal(cutLabel(' '.repeat(1000) + 'x', 10), '…');
  });
});

describe('pointLabel', () => {
  it('puts the printed number before the text', () => {
    assert.equal(pointLabel('3.', 'Fund the canal.'), '3. Fund the canal.');
    assert.equal(pointLabel(null, 'Fund the canal.'), 'Fund the canal.');
  });
});
