import assert from 'node:assert/strict';
import { renderNote, withNotesDrawn } from '../../../src/core/rendering/renderNote.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

describe('renderNote', () => {
  it('draws Markdown, line ends as they are typed', () => {
    assert.equal(
      renderNote('one *two*\nthree\n\n1. four'),
      '<p>one <em>two</em><br>\nthree</p>\n<ol>\n<li>four</li>\n</ol>',
    );
  });

  for (const hostile of [
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](command:workbench.action.quit)',
    '![a](https://example.org/pixel.png)',
    '[a](data:text/html,<script>alert(1)</script>)',
    '<script>alert(1)</script>',
  ]) {
    it(`makes nothing that acts or loads of ${hostile}`, () => {
      assert.doesNotMatch(
        renderNote(hostile),
        /<(?:img|script)|href="(?:javascript|command|data):/u,
      );
    });
  }
});

describe('withNotesDrawn', () => {
  it('draws the note and each reply, once for each value', () => {
    const reply = { id: 'r', author: 'A', text: '**b**', created: '2026-01-01T00:00:00.000Z' };
    const placed = placedAnnotation({ note: 'a', replies: [reply] }, null);
    const { noteHtml, replyHtml } = withNotesDrawn(placed);
    assert.deepEqual([noteHtml, replyHtml], ['<p>a</p>', ['<p><strong>b</strong></p>']]);
    assert.equal(withNotesDrawn(placed).replyHtml, replyHtml);
  });
});
