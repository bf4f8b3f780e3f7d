import assert from 'node:assert/strict';
import { withGlyphOrder } from '../../../../src/readers/pdf/layout/glyphOrder.ts';

/** What is read of texts in a font without a map of its characters. */
function read(texts: readonly string[], isUnmapped = true): string[] {
  const font = { name: 'F', isSymbolic: true, isUnmapped, fontFamily: '', vertical: false };
  const items = texts.map((str) => ({
    str,
    dir: 'ltr',
    width: 10,
    height: 10,
    transform: [10, 0, 0, 10, 0, 0],
    fontName: 'f1',
  }));
  const content = { items, fonts: new Map([['f1', font]]), drawn: [], isCut: false };
  return withGlyphOrder(content).items.map(({ str }) => str);
}

describe('withGlyphOrder', () => {
  it('reads numbers of glyphs as the characters they draw, one by one', () => {
    assert.deepEqual(read(['0D\\', '\u0016\u000f\u0003\u0015\u0013\u0016\u0014']), [
      'May',
      '3, 2031',
    ]);
  });

  it('leaves text that makes sense as it is, and fonts that say what they draw', () => {
    assert.deepEqual(read(['A river rises']), ['A river rises']);
    assert.deepEqual(read(['0D\\'], false), ['0D\\']);
  });
});
