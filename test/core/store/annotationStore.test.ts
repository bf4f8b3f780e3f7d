import assert from 'node:assert/strict';
import type { PaperRecord } from '../../../src/core/annotations/annotation.ts';
import type { StoredChange } from '../../../src/core/store/entry.ts';
import { claim, firstWord } from '../../support/annotations.ts';
import { add, makeFolders, note, other, remove, uri } from '../../support/journals.ts';
import { memoryState } from '../../support/memoryState.ts';
import { openStore, startStore as started } from '../../support/openStore.ts';

const key = `policyAnnotator.paper:${uri}`;
const index = 'policyAnnotator.papers';
const correction = { id: 'r', target: firstWord, role: 'keyPoint' as const };
const record: PaperRecord = { uri, annotations: [claim('1')], roles: [correction] };

const correct: StoredChange = { type: 'correctRoles', uri, removed: [], added: [correction] };

for (const [name, make] of [
  ['with a journal', makeFolders],
  ['without a folder', () => null],
] as const) {
  describe(`the annotation store ${name}`, () => {
    it('gives back after reopening what was stored', async () => {
      const state = memoryState();
      const at = make();
      const { store } = await started(state, at);
      await store.change([add('1'), correct]);
      await store.save();
      const again = await started(state, at, 'two');
      assert.deepEqual([again.store.record(uri), again.store.records()], [record, [record]]);
      assert.deepEqual([again.lost, again.store.problems, state.get(index)], [0, [], [uri]]);
    });

    it('has an empty record for a paper of which nothing is stored, and keeps none that is empty', async () => {
      const state = memoryState();
      const { store } = await started(state, make());
      assert.deepEqual(store.record(uri), { uri, annotations: [], roles: [] });
      await store.change([add('1')]);
      await store.change([remove('1')]);
      await store.save();
      assert.deepEqual([store.records(), state.get(key), state.get(index)], [[], undefined, []]);
    });

    it('has what is in the state before it is started', () => {
      const state = memoryState({ [key]: { schemaVersion: 1, ...record } });
      assert.deepEqual(openStore(state, make()).store.records(), [record]);
    });

    it('keeps aside what it can’t read, without hiding the rest', async () => {
      const bad = { id: '2', target: { exact: 5 } };
      const annotations = [claim('1'), bad, claim('1')];
      const state = memoryState({
        [key]: { schemaVersion: 1, ...record, annotations },
        [`policyAnnotator.setAside:${uri}:1`]: ['from before'],
      });
      const { store } = await started(state, make());
      assert.deepEqual(store.problems, [{ uri, kind: 'unreadable', count: 2 }]);
      assert.deepEqual(store.record(uri), record);
      await store.change([add('3')]);
      await store.save();
      assert.deepEqual(state.get(`policyAnnotator.setAside:${uri}:1`), ['from before']);
      assert.deepEqual(state.get(`policyAnnotator.setAside:${uri}:2`), [bad, claim('1')]);
      assert.deepEqual(openStore(state, null).store.problems, []);
    });

    it('shows a record of a newer version, but does not change it', async () => {
      const stored = { schemaVersion: 5, ...record, mood: 'new' };
      const state = memoryState({ [key]: stored });
      const { store } = await started(state, make());
      assert.deepEqual(store.problems, [{ uri, kind: 'newer', count: 1 }]);
      assert.deepEqual([store.isReadOnly(uri), store.record(uri)], [true, record]);
      await assert.rejects(store.change([add('2')]));
      await store.rename(uri, other);
      await store.save();
      assert.deepEqual(state.get(key), stored);
    });

    it('carries a record to a new URI, and joins two where one is there already', async () => {
      const state = memoryState();
      const { store } = await started(state, make());
      await store.change([add('1'), correct]);
      await store.rename(uri, other);
      assert.deepEqual(store.records(), [{ ...record, uri: other }]);
      await store.change([add('1'), add('2')]);
      await store.rename(uri, other);
      await store.rename('file:///unknown', other);
      assert.deepEqual(
        store.records().map((each) => [each.uri, each.annotations.map(({ id }) => id)]),
        [[other, ['1', '2']]],
      );
      await store.rename(other, uri);
      assert.equal(store.record(uri).annotations.length, 2);
    });
  });
}

it('the annotation store changes nothing where the bad part could not be kept aside', async () => {
  const state = memoryState({ [key]: 'unreadable' });
  state.failing = true;
  const { store } = await started(state, null);
  state.failing = false;
  await assert.rejects(store.change([add('1')]));
  assert.equal(state.get(key), 'unreadable');
});

describe('the annotation store of one of two windows', () => {
  it('remembers what the other one removed, so that it comes back with what is written on it', async () => {
    const at = makeFolders();
    const one = await started(memoryState(), at, 'one');
    const two = await started(memoryState(), at, 'two');
    await one.store.change([add('1')]);
    await two.store.sync();
    await two.store.change([remove('1')]);
    await one.store.sync();
    assert.deepEqual(one.ids(uri), []);
    const removed = one.store.removed(uri, '1');
    assert.deepEqual([removed, one.store.removed(uri, '2')], [claim('1'), null]);
    await one.store.change([add('1'), note('1', '', 'Written.')]);
    await two.store.sync();
    assert.equal(two.store.record(uri).annotations[0]?.note, 'Written.');
  });

  it('tells what the other one wrote, also where that is read while the journal is tidied', async () => {
    const at = makeFolders();
    const one = await started(memoryState(), at, 'one');
    const two = await started(memoryState(), at, 'two');
    await two.store.change([add('1')]);
    one.events.length = 0;
    await one.store.settle();
    assert.deepEqual(
      one.events.map(({ uris }) => uris),
      [[uri]],
    );
    assert.deepEqual(one.ids(uri), ['1']);
  });

  it('takes in the next time what could not be read with the rest', async () => {
    const at = makeFolders();
    const one = await started(memoryState(), at, 'one');
    const two = await started(memoryState(), at, 'two');
    await two.store.change([add('1')]);
    await two.store.change([add('2')]);
    let reads = 0;
    at.journal.fault = ({ kind }) => (kind === 'read' && (reads += 1) === 2 ? 'fail' : 'work');
    await assert.rejects(one.store.sync());
    await one.store.sync();
    assert.deepEqual(one.ids(uri), ['1', '2']);
  });
});
