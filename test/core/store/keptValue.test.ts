import assert from 'node:assert/strict';
import { keepValue, readKept } from '../../../src/core/store/keptValue.ts';
import { sealLine } from '../../../src/core/store/sealedLines.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import { memoryState } from '../../support/memoryState.ts';

const key = 'policyAnnotator.history';
const file = 'history.json';

async function withValue(value: unknown) {
  const at = { state: memoryState(), folder: memoryFolder() };
  const kept = keepValue(at, key);
  await kept.put(value);
  await kept.write();
  return { ...at, kept };
}

describe('a value that is kept twice', () => {
  it('is nothing at first, then what the state has at once and the file a little later', async () => {
    const empty = keepValue({ state: memoryState(), folder: memoryFolder() }, key);
    assert.equal(await empty.load(), undefined);
    const { state, folder } = await withValue(['a']);
    const again = keepValue({ state, folder }, key);
    assert.deepEqual(await again.load(), ['a']);
  });

  it('is taken from a state of before it had a file', async () => {
    const kept = keepValue({ state: memoryState({ [key]: ['old'] }), folder: memoryFolder() }, key);
    assert.deepEqual(await kept.load(), ['old']);
  });

  for (const [what, spoil] of [
    ['is emptied', () => memoryState()],
    ['is filled with junk', () => memoryState({ [key]: 7 })],
    ['is set back', () => memoryState({ [key]: { revision: 1, value: ['a'] } })],
  ] as const) {
    it(`is whole again when the state ${what}`, async () => {
      const { folder, kept } = await withValue(['a']);
      await kept.put(['a', 'b']);
      await kept.write();
      assert.deepEqual(await keepValue({ state: spoil(), folder }, key).load(), ['a', 'b']);
    });
  }

  it('is what the state has where the file could not be written, and is written when it can', async () => {
    const { state, folder, kept } = await withValue(['a']);
    folder.fault = () => 'fail';
    await kept.put(['b']);
    await assert.rejects(kept.write());
    assert.deepEqual(await keepValue({ state, folder }, key).load(), ['b']);
    folder.fault = null;
    assert.deepEqual(await keepValue({ state, folder }, key).load(), ['b']);
    await kept.write();
    assert.deepEqual(await keepValue({ state: memoryState(), folder }, key).load(), ['b']);
  });

  it('is kept by the file where the state can’t be written', async () => {
    const { state, folder, kept } = await withValue(['a']);
    state.failing = true;
    await assert.rejects(kept.put(['b']));
    await kept.write();
    assert.deepEqual(await keepValue({ state, folder }, key).load(), ['b']);
  });

  it('has what another window kept', async () => {
    const { folder, kept } = await withValue(['a']);
    const other = keepValue({ state: memoryState(), folder }, key);
    await other.load();
    await other.put(['a', 'b']);
    await other.write();
    assert.deepEqual(await kept.load(), ['a', 'b']);
  });

  it('is read from another store’s folder, in which nothing is touched', async () => {
    const { folder } = await withValue(['a']);
    assert.deepEqual(await readKept(folder, key), ['a']);
    assert.equal(await readKept(memoryFolder(), key), undefined);
    const whole = folder.files.get(file);
    assert.ok(whole);
    const newer = new TextEncoder().encode(sealLine({ kept: 2, value: ['b'] }));
    for (const bytes of [whole.slice(0, -3), newer]) {
      folder.files.set(file, bytes);
      assert.equal(await readKept(folder, key), undefined);
      assert.deepEqual([...folder.files], [[file, bytes]]);
    }
    folder.fault = () => 'fail';
    assert.equal(await readKept(folder, key), undefined);
  });

  it('sets a damaged file aside, and leaves one of a newer version alone', async () => {
    const { state, folder } = await withValue(['a']);
    const whole = folder.files.get(file);
    assert.ok(whole);
    folder.files.set(file, whole.slice(0, -3));
    assert.deepEqual(await keepValue({ state, folder }, key).load(), ['a']);
    assert.deepEqual([...folder.files.keys()], [`${file}.1.damaged`]);

    const newer = new TextEncoder().encode(sealLine({ kept: 2, mood: 'new' }));
    folder.files.set(file, newer);
    const kept = keepValue({ state, folder }, key);
    assert.deepEqual(await kept.load(), ['a']);
    await kept.put(['b']);
    await kept.write();
    assert.deepEqual(folder.files.get(file), newer);
  });
});
