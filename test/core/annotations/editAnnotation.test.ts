import assert from 'node:assert/strict';
import {
  editedReplyFields,
  fieldsOf,
  newAnnotation,
  replyFields,
  tidyTags,
  withFields,
} from '../../../src/core/annotations/editAnnotation.ts';

const now = '2026-03-02T09:00:00.000Z';
const later = '2026-03-03T09:00:00.000Z';
const target = { exact: 'river', prefix: '', suffix: '', start: 0, end: 5 };
const annotation = newAnnotation(
  {
    id: 'a',
    target,
    category: 'claim',
    note: ' See\r\nannex. ',
    tags: [' water ', 'Water', ''],
    author: 'R',
  },
  now,
);
const reply = { id: 'r', author: 'O', text: ' Annex B. ', created: later };

describe('newAnnotation', () => {
  it('is open, at its first revision, with note and tags tidied', () => {
    assert.deepEqual(annotation, {
      ...{ id: 'a', target, category: 'claim', note: 'See\nannex.', tags: ['water'], author: 'R' },
      ...{
        status: 'open',
        confidence: null,
        created: now,
        modified: now,
        revision: 1,
        replies: [],
      },
    });
  });
});

describe('withFields', () => {
  it('counts the revision up and notes the time', () => {
    const edited = withFields(annotation, { note: 'New', status: 'done' }, later);
    assert.deepEqual(edited, {
      ...annotation,
      note: 'New',
      status: 'done',
      modified: later,
      revision: 2,
    });
  });

  it('gives the same value if nothing changes', () => {
    assert.equal(
      withFields(annotation, { note: annotation.note, tags: ['water'] }, later),
      annotation,
    );
  });
});

describe('fieldsOf', () => {
  it('takes over what is given, tidied, and nothing else', () => {
    const edit = {
      category: 'question',
      note: ' x ',
      tags: ['a', 'A'],
      status: 'done',
      confidence: null,
    } as const;
    const fields = fieldsOf(annotation, { ...edit, tags: [...edit.tags] });
    assert.deepEqual(fields, {
      category: 'question',
      note: 'x',
      tags: ['a'],
      status: 'done',
      confidence: null,
    });
    assert.deepEqual(fieldsOf(annotation, {}), {});
  });

  it('keeps a note that came while another was written', () => {
    const both = { note: 'See\nannex.\n\n---\n\nSee the map.' };
    assert.deepEqual(fieldsOf(annotation, { note: 'See the map. ' }, 'See'), both);
    const alone = { note: 'See the map.' };
    assert.deepEqual(fieldsOf(annotation, alone, annotation.note), alone);
  });
});

describe('replies', () => {
  const replied = withFields(annotation, replyFields(annotation, reply), later);

  it('are added with their text tidied, empty ones are not', () => {
    assert.deepEqual(replied.replies, [{ ...reply, text: 'Annex B.' }]);
    assert.deepEqual(replyFields(annotation, { ...reply, text: ' \n' }), {});
  });

  it('can be changed, and are removed by an empty text', () => {
    const edited = (text: string) => editedReplyFields(replied, { ...reply, text });
    assert.equal(edited(' C ').replies?.[0]?.text, 'C');
    assert.deepEqual(edited(' '), { replies: [] });
  });

  it('that were removed while they were written on come back with what was written', () => {
    const gone = { ...reply, id: 'gone', text: ' C ' };
    const { replies } = editedReplyFields(replied, gone, 'B');
    assert.deepEqual(replies, [...replied.replies, { ...gone, text: 'C' }]);
    assert.deepEqual(editedReplyFields(replied, { ...gone, text: ' ' }), {});
  });
});

describe('tidyTags', () => {
  it('folds blanks, leaves out empty tags and keeps each one once, as first written', () => {
    assert.deepEqual(tidyTags(['a  b', '', 'A B', 'c']), ['a b', 'c']);
  });
});
