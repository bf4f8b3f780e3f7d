import assert from 'node:assert/strict';
import { refusal } from '../../src/extension/preview/refusal.ts';

const about = { uri: 'file:///papers/a.md', version: 3, id: 'n1' };

describe('refusal', () => {
  it('gives back the note or reply that a wish brought', () => {
    assert.deepEqual(
      refusal({ type: 'editAnnotation', ...about, edit: { note: 'New' }, before: 'Old' }),
      { type: 'writingRefused', id: 'n1', writing: { what: 'note' }, text: 'New', before: 'Old' },
    );
    assert.deepEqual(refusal({ type: 'writeReply', ...about, reply: null, text: 'Yes' }), {
      ...{ type: 'writingRefused', id: 'n1', text: 'Yes', before: '' },
      writing: { what: 'reply', id: null },
    });
  });

  it('gives nothing where nothing was written', () => {
    assert.equal(refusal({ type: 'editAnnotation', ...about, edit: { tags: [] } }), null);
    assert.equal(refusal({ type: 'writeReply', ...about, reply: 'r', text: '' }), null);
    assert.equal(refusal({ type: 'deleteAnnotation', ...about }), null);
  });
});
