import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown } from '../../../src/core/navigation/escapeMarkdown.ts';

describe('escapeMarkdown', () => {
  it('shows any text as it is: no markup, links or images', () => {
    const markdown = new MarkdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (text) => {
        const [, inline] = markdown.parse(`x ${escapeMarkdown(text)} x`, {});
        const types = new Set(inline?.children?.map(({ type }) => type));
        types.delete('text');
        types.delete('text_special');
        assert.deepEqual([...types], []);
      }),
    );
  });

  it('folds white space, so that a text of several lines stays one paragraph', () => {
    assert.equal(escapeMarkdown(' a\n\n b\tc '), 'a b c');
  });

  it('leaves letters of all scripts and typographic signs alone', () => {
    assert.equal(escapeMarkdown('“Straße” – 水 …'), '“Straße” – 水 …');
  });
});
