import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepRules, readKeptRules } from '../../../src/core/store/keptRules.ts';
import { sealLine } from '../../../src/core/store/sealedLines.ts';
import { withoutRules, withRules } from '../../../src/core/store/taughtRules.ts';
import { memoryFolder, type MemoryFolder } from '../../support/memoryFolder.ts';
import { memoryState } from '../../support/memoryState.ts';
import { siteTextRule as rule } from '../../support/siteTextRule.ts';

const key = 'policyAnnotator.publisherRules';
let windows = 0;

/** A window on a folder, with a state of its own if none is given. */
function openOn(folder: MemoryFolder, state = memoryState()) {
  windows += 1;
  return keepRules({ state, folder, writer: `window${windows}` }, key);
}
type Kept = ReturnType<typeof openOn>;

const teach = (kept: Kept, ...texts: readonly string[]) =>
  kept.change((taught) =>
    withRules(
      taught,
      texts.map((text) => rule(text)),
    ),
  );
const takeBack = (kept: Kept, text: string) =>
  kept.change((taught) => withoutRules(taught, [rule(text)]));
const textsIn = (kept: Kept) => kept.rules.map(({ text }) => text).toSorted();
async function loaded(kept: Kept): Promise<readonly string[]> {
  await kept.load();
  return textsIn(kept);
}

describe('rules for publishers that are kept', () => {
  it('are what the state has at once, and what the folder has once they are loaded', async () => {
    const [folder, state] = [memoryFolder(), memoryState()];
    await teach(openOn(folder, state), 'give');
    assert.deepEqual(textsIn(openOn(folder, state)), ['give']);
    assert.deepEqual(await loaded(openOn(folder)), ['give']);
    assert.deepEqual(await loaded(openOn(memoryFolder(), state)), ['give']);
    assert.deepEqual(await readKeptRules(folder, key), [rule('give')]);
  });

  it('are all there when two windows add some in the same moment', async () => {
    const folder = memoryFolder();
    const [one, two] = [openOn(folder), openOn(folder)];
    await Promise.all([teach(one, 'give'), teach(two, 'share'), teach(one, 'about us')]);
    for (const kept of [one, two, openOn(folder)]) {
      assert.deepEqual(await loaded(kept), ['about us', 'give', 'share']);
    }
  });

  it('are all there that were shown, in whatever order windows read, write and are killed', async () => {
    const step = fc.record({
      window: fc.nat(2),
      what: fc.constantFrom('teach', 'load', 'write', 'kill'),
    });
    const plan = fc.tuple(fc.array(step, { maxLength: 14 }), fc.infiniteStream(fc.nat(3)));
    await fc.assert(
      fc.asyncProperty(plan, async ([steps, turns]) => {
        const folder = memoryFolder();
        const open = [0, 1, 2].map(() => slowWindow(folder, turns));
        const [begun, shown]: [string[], string[]] = [[], []];
        const work = steps.map(async ({ window: which, what }, index) => {
          // Steps are begun in their order, with some of the work of those before between them.
          for (let left = index * 4; left > 0; left -= 1) await Promise.resolve();
          const window = open[which];
          if (window === undefined) return;
          const text = `rule ${index}`;
          if (what === 'kill') {
            window.kill();
            open[which] = slowWindow(folder, turns);
          } else if (what === 'teach') {
            begun.push(text);
            if (await window.does(teach(window.kept, text))) shown.push(text);
          } else await window.does(window.kept[what]());
        });
        await Promise.all(work);
        const there = await loaded(openOn(folder));
        const missing = shown.filter((text) => !there.includes(text));
        assert.deepEqual([missing, there.filter((text) => !begun.includes(text))], [[], []]);
      }),
    );
  });

  it('are gone everywhere once they are taken back, also where a state is set back', async () => {
    const [folder, state] = [memoryFolder(), memoryState()];
    const one = openOn(folder, state);
    await teach(one, 'give', 'share');
    const before = memoryState({ [key]: state.get(key) });
    await takeBack(one, 'give');
    assert.deepEqual(await loaded(openOn(folder, before)), ['share']);
    await teach(one, 'give');
    assert.deepEqual(await loaded(openOn(folder, before)), ['give', 'share']);
  });

  it('leave one file behind, however often they change', async () => {
    const folder = memoryFolder();
    const [one, two] = [openOn(folder), openOn(folder)];
    for (const text of ['give', 'share', 'about us']) {
      await teach(one, text);
      await teach(two, `${text} too`);
    }
    assert.equal(folder.files.size, 1);
    assert.equal((await loaded(openOn(folder))).length, 6);
  });

  it('are kept by the state or the folder alone, and rejected where neither can be written', async () => {
    const [folder, state] = [memoryFolder(), memoryState()];
    const kept = openOn(folder, state);
    folder.fault = ({ kind }) => (kind === 'write' ? 'fail' : 'work');
    await teach(kept, 'give');
    state.failing = true;
    await assert.rejects(teach(kept, 'share'));
    assert.deepEqual(textsIn(kept), ['give', 'share']);
    await assert.rejects(kept.write());
    folder.fault = null;
    await kept.write();
    assert.deepEqual(await loaded(openOn(folder)), ['give', 'share']);
    await teach(kept, 'about us');
    assert.deepEqual(await loaded(openOn(folder)), ['about us', 'give', 'share']);
  });

  it('are known where the folder can’t be read, and written there again when it lost them', async () => {
    const [folder, state] = [memoryFolder(), memoryState()];
    await teach(openOn(folder, state), 'give');
    folder.fault = () => 'fail';
    assert.deepEqual(await loaded(openOn(folder, state)), ['give']);
    assert.deepEqual(await readKeptRules(folder, key), []);
    folder.fault = null;
    folder.files.clear();
    const kept = openOn(folder, state);
    await kept.load();
    await kept.write();
    assert.deepEqual(await readKeptRules(folder, key), [rule('give')]);
  });

  it('are found in the one file of before, which is replaced with the next change', async () => {
    const folder = memoryFolder();
    const old = sealLine({ kept: 1, revision: 4, value: [rule('give')] });
    await folder.write('publisherRules.json', old);
    const kept = openOn(folder, memoryState({ [key]: { revision: 3, value: [rule('share')] } }));
    assert.deepEqual(await loaded(kept), ['give', 'share']);
    await teach(kept, 'about us');
    assert.ok(!folder.files.has('publisherRules.json'));
    assert.deepEqual(await loaded(openOn(folder)), ['about us', 'give', 'share']);
  });

  it('set a damaged file aside, and leave one of a newer version and others’ files alone', async () => {
    const [folder, state] = [memoryFolder(), memoryState()];
    await teach(openOn(folder, state), 'give');
    const [[name = '', whole] = []] = folder.files;
    assert.ok(whole);
    folder.files.set(name, whole.slice(0, -3));
    assert.deepEqual(await readKeptRules(folder, key), []);
    assert.deepEqual(await loaded(openOn(folder, state)), ['give']);
    assert.deepEqual([...folder.files.keys()], [`${name}.1.damaged`]);

    const newer = sealLine({ kept: 3, mood: 'new' });
    await folder.write('publisherRules-other-1.json', newer);
    await folder.write('history.json', 'not ours');
    const kept = openOn(folder, state);
    await kept.load();
    await teach(kept, 'share');
    assert.equal(await folder.read('publisherRules-other-1.json'), newer);
    assert.equal(folder.files.size, 4);
  });
});

/** A window whose operations take some turns of the event loop each, and that can be killed between them. */
function slowWindow(folder: MemoryFolder, turns: Iterator<number>) {
  const life = new AbortController();
  const killed = new Promise<false>((resolve) => {
    life.signal.addEventListener('abort', () => {
      resolve(false);
    });
  });
  const isKilled = () => life.signal.aborted;
  async function slow<R>(work: () => Promise<R>): Promise<R> {
    for (let left = turns.next().value as number; left > 0; left -= 1) await Promise.resolve();
    if (isKilled()) return new Promise<never>(() => undefined);
    const result = await work();
    return isKilled() ? new Promise<never>(() => undefined) : result;
  }
  const kept = openOn({
    ...folder,
    list: () => slow(() => folder.list()),
    read: (name) => slow(() => folder.read(name)),
    write: (name, text) => slow(() => folder.write(name, text)),
    rename: (from, to) => slow(() => folder.rename(from, to)),
    remove: (name) => slow(() => folder.remove(name)),
  });
  const kill = () => {
    life.abort();
  };
  const does = (work: Promise<void>) => Promise.race([work.then(() => true), killed]);
  return { kept, kill, does };
}
