import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotations/annotation.ts';
import { newAnnotation } from '../../../src/core/annotations/editAnnotation.ts';
import { matches } from '../../../src/core/annotations/filter.ts';
import { groupAnnotations, type GroupingOptions } from '../../../src/core/annotations/grouping.ts';

const target = { exact: 'The River rises', prefix: '', suffix: '', start: 0, end: 5 };
function make(id: string, day: number, more: Partial<Annotation> = {}): Annotation {
  const now = `2026-03-0${day}T09:00:00.000Z`;
  const start = { id, target, category: 'claim', note: '', tags: [], author: '' };
  return { ...newAnnotation(start, now), ...more };
}
const anchor = { start: 0, end: 5, score: 1, how: 'exact' } as const;

const first = make('1', 1, { tags: ['Water', 'law'], category: 'question' });
const second = make('2', 3, { tags: ['water'], status: 'done' });
const third = make('3', 2, { category: 'lost' });
const orphan = make('4', 4, { tags: ['water'] });
const papers = [
  {
    uri: 'b',
    placed: [
      { annotation: first, anchor },
      { annotation: orphan, anchor: null },
    ],
  },
  {
    uri: 'a',
    placed: [
      { annotation: second, anchor },
      { annotation: third, anchor },
    ],
  },
  { uri: 'c', placed: [] },
];

function grouped(options: Partial<GroupingOptions>) {
  const all = {
    by: 'paper',
    sort: 'place',
    filter: {},
    categories: ['claim', 'question'],
    ...options,
  } as const;
  return groupAnnotations(papers, all).map(({ kind, key, items }) => [
    kind,
    key,
    items.map(({ uri, annotation }) => uri + annotation.id).join(' '),
  ]);
}

describe('groupAnnotations', () => {
  const orphans = ['orphans', '', 'b4'];

  it('groups by paper, in the order given, with orphans apart', () => {
    assert.deepEqual(grouped({}), [['paper', 'b', 'b1'], ['paper', 'a', 'a2 a3'], orphans]);
  });

  it('groups by tag whatever its case, untagged ones last', () => {
    assert.deepEqual(grouped({ by: 'tag' }), [
      ['tag', 'law', 'b1'],
      ['tag', 'Water', 'b1 a2'],
      ['untagged', '', 'a3'],
      orphans,
    ]);
  });

  it('groups by category, those that are not in the settings last', () => {
    assert.deepEqual(grouped({ by: 'category' }), [
      ['category', 'claim', 'a2'],
      ['category', 'question', 'b1'],
      ['category', 'lost', 'a3'],
      orphans,
    ]);
  });

  it('groups by status', () => {
    assert.deepEqual(grouped({ by: 'status' }), [
      ['status', 'open', 'b1 a3'],
      ['status', 'done', 'a2'],
      orphans,
    ]);
  });

  it('sorts by date, the last changed first', () => {
    assert.deepEqual(grouped({ by: 'status', sort: 'date' })[0], ['status', 'open', 'a3 b1']);
  });

  it('leaves out what the filter does not let through', () => {
    assert.deepEqual(grouped({ filter: { tags: ['LAW'] } }), [['paper', 'b', 'b1']]);
    assert.deepEqual(grouped({ filter: { text: 'nothing' } }), []);
  });
});

describe('matches', () => {
  const noted = make('5', 1, {
    note: 'Check the annex',
    replies: [{ id: 'r', author: '', text: 'Page nine', created: '' }],
  });

  it('lets everything through that is not left out', () => {
    assert.ok(matches(noted, {}));
    assert.ok(matches(noted, { text: ' ' }));
  });

  it('wants every word, somewhere in quote, note, replies or tags', () => {
    assert.ok(matches(noted, { text: 'RIVER annex nine' }));
    assert.ok(!matches(noted, { text: 'river law' }));
    assert.ok(matches(first, { text: 'law' }));
  });

  it('wants one of the categories, tags and statuses', () => {
    assert.ok(
      matches(first, { categories: ['claim', 'question'], tags: ['water'], statuses: ['open'] }),
    );
    assert.ok(!matches(first, { categories: ['claim'] }));
    assert.ok(!matches(first, { tags: [] }));
    assert.ok(!matches(first, { statuses: ['done'] }));
  });
});
