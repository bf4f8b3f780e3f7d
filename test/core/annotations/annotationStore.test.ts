import assert from 'node:assert/strict';
import { newAnnotation } from '../../../src/core/annotations/editAnnotation.ts';
import {
  openAnnotationStore,
  type KeyValueStore,
} from '../../../src/core/annotations/annotationStore.ts';

const now = '2026-03-02T09:00:00.000Z';
const uri = 'file:///papers/a.md';
const key = `policyAnnotator.paper:${uri}`;
const target = { exact: 'river', prefix: '', suffix: '', start: 0, end: 5 };

function annotation(id: string) {
  return newAnnotation({ id, target, category: 'claim', note: '', tags: [], author: '' }, now);
}

/** A store in memory that keeps values as JSON, as VS Code does, and can be made to fail. */
function memory(values: Record<string, unknown> = {}) {
  const state = new Map(
    Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  let failing = false;
  const store: KeyValueStore = {
    keys: () => [...state.keys()],
    get: (name) => {
      const value = state.get(name);
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    },
    async update(name, value) {
      await Promise.resolve();
      if (failing) throw new Error('The disk is full.');
      if (value === undefined) state.delete(name);
      else state.set(name, JSON.stringify(value));
    },
  };
  return {
    ...store,
    fail(now: boolean) {
      failing = now;
    },
  };
}

const record = {
  uri,
  annotations: [annotation('1')],
  roles: [{ id: 'r', target, role: 'keyPoint' as const }],
};

describe('the annotation store', () => {
  it('gives back after reopening what was stored', async () => {
    const state = memory();
    await openAnnotationStore(state).put(record);
    const again = openAnnotationStore(state);
    assert.deepEqual([again.record(uri), again.records(), again.problems], [record, [record], []]);
    assert.deepEqual(state.get('policyAnnotator.papers'), [uri]);
  });

  it('has an empty record for a paper of which nothing is stored, and keeps none that is empty', async () => {
    const state = memory();
    const store = openAnnotationStore(state);
    assert.deepEqual(store.record(uri), { uri, annotations: [], roles: [] });
    await store.put(record);
    await store.put({ uri, annotations: [], roles: [] });
    assert.deepEqual(
      [store.records(), state.get(key), state.get('policyAnnotator.papers')],
      [[], undefined, []],
    );
  });

  it('keeps aside what it can’t read, without hiding the rest', async () => {
    const bad = { id: '2', target: { exact: 5 } };
    const stored = {
      schemaVersion: 1,
      ...record,
      annotations: [annotation('1'), bad, annotation('1')],
    };
    const state = memory({ [key]: stored, [`policyAnnotator.setAside:${uri}:1`]: ['from before'] });
    const store = openAnnotationStore(state);
    const aside = `policyAnnotator.setAside:${uri}:2`;
    assert.deepEqual(store.problems, [{ uri, kind: 'unreadable', key: aside, count: 2 }]);
    assert.deepEqual(store.record(uri), record);
    await store.put(record);
    assert.deepEqual(state.get(aside), [bad, annotation('1')]);
    assert.deepEqual(state.get(`policyAnnotator.setAside:${uri}:1`), ['from before']);
    assert.deepEqual(openAnnotationStore(state).problems, []);
  });

  it('keeps a record aside of which nothing can be read', async () => {
    for (const raw of [
      'text',
      7,
      [],
      { annotations: [] },
      { schemaVersion: 0, uri, annotations: [], roles: [] },
    ]) {
      const state = memory({ [key]: raw });
      const store = openAnnotationStore(state);
      await store.put(record);
      assert.deepEqual(state.get(`policyAnnotator.setAside:${uri}:1`), [raw]);
      assert.deepEqual(openAnnotationStore(state).record(uri), record);
    }
  });

  it('changes nothing where the bad part could not be kept aside', async () => {
    const state = memory({ [key]: 'unreadable' });
    state.fail(true);
    const store = openAnnotationStore(state);
    await new Promise((resolve) => setTimeout(resolve));
    state.fail(false);
    await assert.rejects(store.put(record));
    assert.equal(state.get(key), 'unreadable');
  });

  it('shows a record of a newer version, but does not change it', async () => {
    const stored = { schemaVersion: 2, ...record, mood: 'new' };
    const state = memory({ [key]: stored });
    const store = openAnnotationStore(state);
    assert.deepEqual(store.problems, [{ uri, kind: 'newer', key, count: 1 }]);
    assert.deepEqual([store.isReadOnly(uri), store.record(uri)], [true, record]);
    await assert.rejects(store.put(record));
    await store.rename(uri, 'file:///papers/b.md');
    assert.deepEqual(state.get(key), stored);
  });

  it('lets only the caller know whose value could not be stored', async () => {
    const state = memory();
    const store = openAnnotationStore(state);
    state.fail(true);
    await assert.rejects(store.put(record), /disk is full/u);
    state.fail(false);
    await store.put(record);
    assert.deepEqual(openAnnotationStore(state).record(uri), record);
  });

  it('carries a record to a new URI, and joins two where one is there already', async () => {
    const state = memory();
    const store = openAnnotationStore(state);
    const other = 'file:///papers/b.md';
    await store.put(record);
    await store.rename(uri, other);
    assert.deepEqual(
      [store.record(uri).annotations, store.record(other)],
      [[], { ...record, uri: other }],
    );
    await store.put({ uri, annotations: [annotation('1'), annotation('2')], roles: [] });
    await store.rename(uri, other);
    assert.deepEqual(
      openAnnotationStore(state)
        .records()
        .map((each) => [each.uri, each.annotations.map(({ id }) => id)]),
      [[other, ['1', '2']]],
    );
    await store.rename('file:///unknown', other);
    assert.equal(store.records().length, 1);
  });
});
