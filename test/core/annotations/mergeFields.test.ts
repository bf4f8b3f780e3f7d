import assert from 'node:assert/strict';
import { bothTexts, mergedFields, writtenOver } from '../../../src/core/annotations/mergeFields.ts';
import { claim, firstDay } from '../../support/annotations.ts';

const reply = (id: string, text: string) => ({ id, author: '', text, created: firstDay });

describe('a text that is written over another', () => {
  it('takes its place, or stands below what came since the writing began', () => {
    assert.equal(writtenOver('old', 'old', 'new'), 'new');
    assert.equal(writtenOver('theirs', 'old', 'ours'), 'theirs\n\n---\n\nours');
    assert.equal(writtenOver('theirs', 'old', ''), 'theirs');
  });

  it('changes nothing where nothing was written', () => {
    assert.equal(writtenOver('theirs', 'old', 'old'), 'theirs');
  });

  it('is set whatever was there where that is not known', () => {
    assert.equal(writtenOver('theirs', undefined, ''), '');
  });
});

describe('an edit that meets another', () => {
  it('sets what only it changed', () => {
    const annotation = { ...claim('1', 'same'), status: 'done' as const };
    const from = { note: 'same', category: 'claim' };
    const to = { note: 'new', category: 'evidence' };
    assert.deepEqual(mergedFields(annotation, { from, to }), to);
  });

  it('keeps both notes, one of them if it holds the other', () => {
    const annotation = claim('1', 'theirs');
    const note = (to: string) =>
      mergedFields(annotation, { from: { note: 'old' }, to: { note: to } }).note;
    assert.equal(note('ours'), 'theirs\n\n---\n\nours');
    assert.equal(note('theirs and ours'), 'theirs and ours');
    assert.equal(note(''), 'theirs');
    assert.equal(bothTexts('', 'x'), 'x');
  });

  it('joins tags', () => {
    const annotation = { ...claim('1'), tags: ['water', 'theirs'] };
    const edit = { from: { tags: ['water', 'old'] }, to: { tags: ['old', 'ours'] } };
    assert.deepEqual(mergedFields(annotation, edit).tags, ['theirs', 'ours']);
    const inOrder = { from: { tags: ['water', 'theirs'] }, to: { tags: ['theirs', 'water'] } };
    assert.deepEqual(mergedFields(annotation, inOrder).tags, ['theirs', 'water']);
  });

  it('joins replies: added, changed and removed ones', () => {
    const replies = [reply('a', 'A'), reply('b', 'B, theirs'), reply('new', 'theirs')];
    const annotation = { ...claim('1'), replies };
    const from = [reply('a', 'A'), reply('b', 'B'), reply('c', 'C'), reply('d', 'D')];
    const to = [
      reply('b', 'B, ours'),
      reply('c', 'C, ours'),
      reply('d', 'D'),
      reply('own', 'ours'),
    ];
    const merged = mergedFields(annotation, { from: { replies: from }, to: { replies: to } });
    assert.deepEqual(merged.replies, [
      reply('b', 'B, theirs\n\n---\n\nB, ours'),
      reply('new', 'theirs'),
      reply('c', 'C, ours'),
      reply('own', 'ours'),
    ]);
    const gone = mergedFields(annotation, { from: { replies: from }, to: { replies: [] } });
    assert.deepEqual(gone.replies, [reply('b', 'B, theirs'), reply('new', 'theirs')]);
  });
});
