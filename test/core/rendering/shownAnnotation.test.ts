import assert from 'node:assert/strict';
import { shownAnnotation } from '../../../src/core/rendering/shownAnnotation.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

describe('shownAnnotation', () => {
  it('draws the note and each reply, once for each value', () => {
    const reply = { id: 'r', author: 'A', text: '**b**', created: '2026-01-01T00:00:00.000Z' };
    const placed = placedAnnotation({ note: 'a', replies: [reply] }, null);
    const { noteHtml, replyHtml } = shownAnnotation(placed, { text: '', pages: [] });
    assert.deepEqual([noteHtml, replyHtml], ['<p>a</p>', ['<p><strong>b</strong></p>']]);
    assert.equal(shownAnnotation(placed, { text: '', pages: [] }).replyHtml, replyHtml);
  });
});
