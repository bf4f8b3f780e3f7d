import assert from 'node:assert/strict';
import { sealLine } from '../../../src/core/store/sealedLines.ts';
import { add, makeFolders, note, other, remove, uri } from '../../support/journals.ts';
import { memoryState, type MemoryState } from '../../support/memoryState.ts';
import { openStore, startStore as started } from '../../support/openStore.ts';

const key = `policyAnnotator.paper:${uri}`;

/** The state of a store on which two notes were made, with the journal that holds them. */
async function withTwoNotes() {
  const state = memoryState();
  const at = makeFolders();
  const { store } = await started(state, at);
  await store.change([add('1')]);
  await store.save();
  const older = new Map(state.values);
  await store.change([add('2', uri, 'Why?')]);
  await store.change([add('3', other)]);
  await store.save();
  return { state, at, older };
}

describe('the annotation store under faults', () => {
  for (const [what, spoil] of [
    [
      'emptied',
      (state: MemoryState) => {
        state.values.clear();
      },
    ],
    ['filled with junk', (state: MemoryState) => state.values.set(key, '"junk"')],
    ['without one of its keys', (state: MemoryState) => state.values.delete(key)],
    [
      'at an earlier time',
      (state: MemoryState, older: ReadonlyMap<string, string>) => {
        state.values.clear();
        older.forEach((value, name) => state.values.set(name, value));
      },
    ],
  ] as const) {
    it(`is whole again when the state is found ${what}`, async () => {
      const { state, at, older } = await withTwoNotes();
      spoil(state, older);
      const { store, lost } = await started(state, at, 'two');
      const all = () =>
        store.records().flatMap(({ annotations }) => annotations.map(({ id }) => id));
      assert.deepEqual([all().toSorted(), lost > 0], [['1', '2', '3'], true]);
      await store.save();
      assert.equal((await started(state, makeFolders(), 'three')).store.records().length, 2);
    });
  }

  it('does not bring back from an earlier state what was removed since', async () => {
    const { state, at, older } = await withTwoNotes();
    const { store } = await started(state, at, 'two');
    await store.change([remove('1')]);
    state.values.clear();
    older.forEach((value, name) => state.values.set(name, value));
    assert.deepEqual((await started(state, at, 'three')).ids(uri), ['2']);
  });

  it('takes the state where the journal is gone, and journals it', async () => {
    const { state } = await withTwoNotes();
    const at = makeFolders();
    const { store } = await started(state, at, 'two');
    assert.equal(store.records().length, 2);
    assert.deepEqual((await started(memoryState(), at, 'three')).ids(uri), ['1', '2']);
  });

  it('takes from the state what a damaged journal lacks', async () => {
    const { state, at } = await withTwoNotes();
    const { store } = await started(state, at, 'two');
    await store.change([add('4')]);
    await store.save();
    for (const [name, bytes] of at.journal.files) {
      if (name.startsWith('one-')) at.journal.files.set(name, bytes.slice(0, 40));
    }
    const again = await started(state, at, 'three');
    assert.deepEqual(again.ids(uri).toSorted(), ['1', '2', '4']);
    assert.deepEqual((await started(memoryState(), at, 'four')).ids(uri).toSorted(), [
      '1',
      '2',
      '4',
    ]);
  });

  it('joins what only the state has, because the journal could not be written', async () => {
    const { state, at } = await withTwoNotes();
    const { store, events } = await started(state, at, 'two');
    at.journal.fault = () => 'fail';
    await store.change([note('2', 'Why?', 'Why not?')]);
    assert.equal(store.safety, 'state');
    assert.match(String(events.at(-1)?.error), /full/u);
    at.journal.fault = null;
    const again = await started(state, at, 'three');
    assert.equal(again.store.record(uri).annotations[1]?.note, 'Why not?');
  });

  it('does not rely on a state that is stored with the journal, when that can’t be written', async () => {
    const state = memoryState();
    const at = makeFolders();
    const { store } = openStore(state, at, { isStateApart: false });
    await store.start();
    at.journal.fault = () => 'fail';
    await store.change([add('1')]);
    assert.equal(store.safety, 'memory');
    at.journal.fault = null;
    await store.save();
    assert.equal(store.safety, 'saved');
    assert.deepEqual((await started(memoryState(), at, 'two')).ids(uri), ['1']);
  });

  it('works on in memory when nothing can be written, and saves when it can', async () => {
    const { state, at } = await withTwoNotes();
    const { store, events, ids } = await started(state, at, 'two');
    at.journal.fault = () => 'fail';
    state.failing = true;
    await store.change([add('4')]);
    assert.deepEqual([store.safety, ids(uri)], ['memory', ['1', '2', '4']]);
    await store.save();
    assert.equal(store.safety, 'memory');
    state.failing = false;
    at.journal.fault = null;
    await store.save();
    assert.deepEqual([store.safety, events.at(-1)?.safety], ['saved', 'saved']);
    assert.deepEqual((await started(memoryState(), at, 'three')).ids(uri), ['1', '2', '4']);
  });

  it('shows what another window does, and keeps both texts of a true conflict', async () => {
    const { state, at } = await withTwoNotes();
    const one = await started(state, at, 'x1');
    const two = await started(memoryState(), at, 'x2');
    await Promise.all([
      one.store.change([note('2', 'Why?', 'Why here?')]),
      two.store.change([note('2', 'Why?', 'Why now?'), add('5')]),
    ]);
    await one.store.sync();
    await two.store.sync();
    assert.deepEqual(one.events.at(-1)?.uris, [uri]);
    assert.deepEqual(one.ids(uri), ['1', '2', '5']);
    assert.deepEqual(one.store.record(uri), two.store.record(uri));
    assert.equal(one.store.record(uri).annotations[1]?.note, 'Why here?\n\n---\n\nWhy now?');
  });

  it('reads the journal later when it can’t be read at the start', async () => {
    const { state, at } = await withTwoNotes();
    at.journal.fault = () => 'fail';
    state.values.clear();
    const { store, ids } = await started(state, at, 'two');
    await store.change([add('4')]);
    assert.deepEqual([store.safety, ids(uri)], ['state', ['4']]);
    at.journal.fault = null;
    await store.save();
    assert.deepEqual([store.safety, ids(uri).toSorted()], ['saved', ['1', '2', '4']]);
    assert.deepEqual((await started(memoryState(), at, 'three')).ids(uri).length, 3);
  });

  it('reads everything again after a long sleep', async () => {
    const { state, at } = await withTwoNotes();
    let time = '2026-03-02T09:00:00.000Z';
    const sleeper = openStore(state, at, { writer: 'y1', now: () => time });
    await sleeper.store.start();
    const busy = await started(memoryState(), at, 'y2');
    await busy.store.change([add('6')]);
    for (const file of [...at.journal.files.keys()]) {
      if (file.startsWith('y2')) at.journal.files.delete(file);
    }
    await sleeper.store.sync();
    assert.equal(sleeper.events.length, 1);
    await busy.store.change([add('7')]);
    time = '2026-03-02T10:00:00.000Z';
    await sleeper.store.sync();
    assert.deepEqual(sleeper.events.at(-1)?.uris, [uri]);
  });

  it('makes no entry of changes that change nothing', async () => {
    const { state, at } = await withTwoNotes();
    const { store } = await started(state, at, 'two');
    const files = at.journal.files.size;
    await store.change([add('1'), note('gone', '', 'x'), remove('gone')]);
    assert.equal(at.journal.files.size, files);
    await store.change([add('8'), note('8', '', 'x'), add('9'), remove('9')]);
    assert.equal(store.record(uri).annotations.at(-1)?.note, 'x');
  });

  it('can’t be changed when a newer version wrote the journal', async () => {
    const { state, at } = await withTwoNotes();
    const newer = sealLine({ journal: 9, entries: 0 });
    at.journal.files.set('zz-00000001.jsonl', new TextEncoder().encode(newer));
    const { store } = await started(state, at, 'two');
    assert.ok(store.isReadOnly(uri));
    await assert.rejects(store.change([add('9')]), /read-only/u);
  });
});
