import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PaperRecord } from '../../../src/core/annotations/annotation.ts';
import {
  applyChange,
  editChange,
  invert,
  type Action,
} from '../../../src/core/annotations/change.ts';
import { newAnnotation } from '../../../src/core/annotations/editAnnotation.ts';
import {
  emptyHistory,
  followPapers,
  goingOnFrom,
  record as remember,
  redo,
  renameIn,
  stepsOf,
  undo,
} from '../../../src/core/annotations/history.ts';

const now = '2026-03-02T09:00:00.000Z';
const uri = 'file:///a.md';
const target = { exact: 'river', prefix: '', suffix: '', start: 0, end: 5 };
const make = (id: string) =>
  newAnnotation({ id, target, category: 'claim', note: '', tags: [], author: '' }, now);
const start: PaperRecord = { uri, annotations: [make('a'), make('b'), make('c')], roles: [] };

function apply(record: PaperRecord, action: Action): PaperRecord {
  return action.reduce((each, change) => applyChange(each, change, now), record);
}

/** What an analyst sees of a record: without the order and the revisions. */
function seen({ annotations, roles }: PaperRecord) {
  const plain = annotations.map(({ id, note, tags, category }) => ({ id, note, tags, category }));
  return [plain, roles].map((each) => each.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

describe('the inverse of an action', () => {
  const correction = { id: 'r', target, role: 'keyPoint' as const };
  let made = 0;
  const actions: Record<string, (record: PaperRecord) => Action> = {
    add: () => {
      made += 1;
      return [{ type: 'add', uri, annotation: make(`d${made}`) }];
    },
    removeAll: (record) =>
      record.annotations.map((annotation) => ({ type: 'remove' as const, uri, annotation })),
    edit: (record) =>
      record.annotations.flatMap((annotation) => editChange(uri, annotation, { note: 'x' }) ?? []),
    retag: (record) =>
      record.annotations.flatMap(
        (annotation) => editChange(uri, annotation, { tags: ['t'] }) ?? [],
      ),
    correct: () => {
      made += 1;
      return [
        { type: 'correctRoles', uri, removed: [], added: [{ ...correction, id: `r${made}` }] },
      ];
    },
    correctAgain: ({ roles }) => {
      made += 1;
      const added = [{ ...correction, id: `r${made}`, role: 'body' as const }];
      return [{ type: 'correctRoles', uri, removed: roles, added }];
    },
  };

  it('takes the action back, over any number of steps, and undo and redo are each other’s inverse', () => {
    const names = fc.array(fc.constantFrom(...Object.keys(actions)), { maxLength: 12 });
    fc.assert(
      fc.property(names, (steps) => {
        let record = start;
        let history = emptyHistory;
        const states = [seen(record)];
        for (const name of steps) {
          const action = actions[name]?.(record) ?? [];
          record = apply(record, action);
          history = remember(history, action);
          states.push(seen(record));
        }
        for (const expected of states.slice(0, -1).toReversed()) {
          const step = undo(history);
          assert.ok(step);
          record = apply(record, step.action);
          history = step.history;
          assert.deepEqual(seen(record), expected);
        }
        assert.equal(undo(history), null);
        for (const expected of states.slice(1)) {
          const step = redo(history);
          assert.ok(step);
          record = apply(record, step.action);
          history = step.history;
          assert.deepEqual(seen(record), expected);
        }
        assert.equal(redo(history), null);
      }),
    );
  });

  it('leaves alone what other changes did to other fields', () => {
    const [annotation] = start.annotations;
    assert.ok(annotation);
    const noted = editChange(uri, annotation, { note: 'x', category: 'claim' });
    assert.deepEqual(noted, { type: 'edit', uri, id: 'a', from: { note: '' }, to: { note: 'x' } });
    const moved = { ...target, start: 9, end: 14 };
    const record = apply(apply(start, [noted]), [
      { type: 'edit', uri, id: 'a', from: {}, to: { target: moved } },
    ]);
    const [back] = apply(record, invert([noted])).annotations;
    assert.deepEqual([back?.note, back?.target, back?.revision], ['', moved, 4]);
  });

  it('passes over annotations that are not there any more', () => {
    const gone = { ...start, annotations: [] };
    assert.deepEqual(
      apply(gone, [{ type: 'edit', uri, id: 'a', from: {}, to: { note: 'x' } }]),
      gone,
    );
    assert.equal(applyChange(start, { type: 'add', uri, annotation: make('a') }, now), start);
  });
});

describe('editChange', () => {
  it('is null if the fields say nothing new', () => {
    assert.equal(editChange(uri, make('a'), { note: '', tags: [] }), null);
  });
});

describe('the history', () => {
  const add: Action = [{ type: 'add', uri, annotation: make('d') }];

  it('forgets what was undone when something else is done', () => {
    const undone = undo(remember(emptyHistory, add));
    assert.ok(undone);
    assert.equal(redo(remember(undone.history, add)), null);
  });

  it('keeps 200 steps', () => {
    let history = emptyHistory;
    for (let step = 0; step < 250; step += 1) history = remember(history, add);
    assert.equal(history.done.length, 200);
  });

  it('follows papers to their new names', () => {
    const renamed = renameIn(remember(emptyHistory, add), () => 'file:///b.md');
    assert.equal(undo(renamed)?.action[0]?.uri, 'file:///b.md');
  });

  it('follows papers that got other names unseen, by any of their annotations', () => {
    const correct: Action = [{ type: 'correctRoles', uri, removed: [], added: [] }];
    const edit: Action = [{ type: 'edit', uri, id: 'b', from: {}, to: { note: 'x' } }];
    const history = { done: [add, correct, edit], undone: [add] };
    const renamed = followPapers(history, [{ ...start, uri: 'file:///b.md' }]);
    assert.deepEqual(
      renamed,
      renameIn(history, () => 'file:///b.md'),
    );
    const other = { ...start, uri: 'file:///c.md', annotations: [make('z')] };
    // A paper that has something is still where it was, and one of which nothing is left is nowhere else.
    for (const records of [[], [other], [start, { ...other, annotations: [make('b')] }]]) {
      assert.deepEqual(followPapers(history, records), history);
    }
  });

  it('is a plain value that JSON keeps', () => {
    const history = remember(emptyHistory, add);
    assert.deepEqual(JSON.parse(JSON.stringify(history)), history);
  });
});

describe('the history of papers that came from elsewhere', () => {
  const step = (paper: string, id: string): Action => [
    { type: 'add', uri: paper, annotation: make(id) },
  ];
  const newUris = new Map([
    ['file:///old/a.md', 'file:///new/a.md'],
    ['file:///old/b.md', 'file:///new/b.md'],
  ]);
  const [a, b, moved, other] = [
    step('file:///old/a.md', 'a'),
    step('file:///old/b.md', 'b'),
    step('file:///new/b.md', 'b'),
    step('file:///old/c.md', 'c'),
  ];

  it('is of its newest steps, up to one that is about another paper too', () => {
    const both = [...a, ...b];
    const { done, undone } = stepsOf(
      { done: [a, other, both], undone: [[...other, ...a], b] },
      newUris,
    );
    assert.deepEqual(
      done.map((action) => action.map(({ uri: paper }) => paper)),
      [['file:///new/a.md', 'file:///new/b.md']],
    );
    assert.deepEqual(undone, [moved]);
    assert.deepEqual(stepsOf({ done: [a], undone: [] }, new Map()), emptyHistory);
  });

  it('comes before what was done here', () => {
    const earlier = { done: [a], undone: [b] };
    assert.deepEqual(goingOnFrom(earlier, emptyHistory), earlier);
    assert.deepEqual(goingOnFrom(earlier, { done: [other], undone: [] }), {
      done: [a, other],
      undone: [],
    });
    const many = { done: Array.from({ length: 200 }, () => other), undone: [moved] };
    assert.deepEqual(goingOnFrom(earlier, many), many);
  });
});
