import assert from 'node:assert/strict';
import { readPaper } from '../../../src/core/paper/readPaper.ts';
import { applyChanges, changesBetween } from '../../../src/core/rendering/changesBetween.ts';
import { changesInPieces } from '../../../src/core/rendering/changesInPieces.ts';
import type { PartChange, RenderedPaper } from '../../../src/core/rendering/renderedPaper.ts';
import { renderPaper } from '../../../src/core/rendering/renderPaper.ts';

function paper(...words: readonly string[]): RenderedPaper {
  const text = words.map((word) => `A paragraph about ${word}.`).join('\n\n');
  return renderPaper(readPaper(text, { format: 'markdown', name: 'paper.md' }));
}

function put(changes: readonly PartChange[]): number {
  return changes.reduce((sum, each) => sum + ('put' in each ? each.put.html.length : 0), 0);
}

describe('changesInPieces', () => {
  const rivers = paper('rivers', 'ports', 'grids', 'rails', 'roads');
  const single = Math.max(...rivers.parts.map(({ html }) => html.length));

  it('is one piece where little is put', () => {
    const after = paper('rivers', 'ports', 'meters', 'rails', 'roads');
    assert.deepEqual(changesInPieces(rivers, after, single * 2), [changesBetween(rivers, after)]);
  });

  it('grows a paper that was not shown from its beginning', () => {
    const pieces = changesInPieces(null, rivers, single * 2);
    assert.deepEqual(pieces.map(put).map(Math.sign), [1, 1, 1]);
    assert.ok(pieces.every((piece) => put(piece) <= single * 2));
    let shown: RenderedPaper | null = null;
    for (const piece of pieces) {
      shown = applyChanges(shown, piece);
      assert.deepEqual(shown.parts, rivers.parts.slice(0, shown.parts.length));
    }
    assert.deepEqual(shown, rivers);
  });

  it('never shows parts of two papers at once', () => {
    const after = paper('one', 'two', 'three', 'four', 'five', 'six');
    let shown = rivers;
    for (const piece of changesInPieces(rivers, after, single)) {
      shown = applyChanges(shown, piece);
      assert.deepEqual(shown.parts, after.parts.slice(0, shown.parts.length));
    }
    assert.deepEqual(shown, after);
  });

  it('puts a part that is larger than a piece by itself', () => {
    assert.equal(changesInPieces(null, rivers, 1).length, rivers.parts.length);
  });

  it('takes the parts of a paper that has none any more', () => {
    assert.deepEqual(changesInPieces(rivers, { parts: [] }, 10), [[]]);
  });
});
