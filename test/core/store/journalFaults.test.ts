import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createJournal, type Journal } from '../../../src/core/store/journal.ts';
import { claim, firstDay } from '../../support/annotations.ts';
import { add, ids, late, load, makeFolders, note, uri } from '../../support/journals.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';
import type { MemoryFolders } from '../../support/openStore.ts';

/** The same files for a program that knows nothing of faults. */
const reopened = ({ journal, papers }: MemoryFolders): MemoryFolders => ({
  journal: memoryFolder(journal.files),
  papers: memoryFolder(papers.files),
});

/** Lets everything run that waits for nothing but promises. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a journal under faults', () => {
  it('has every change that was said to be written, wherever the program is killed', async () => {
    const change = fc.constantFrom('add', 'edit', 'many', 'settle');
    const killed = fc.record({ at: fc.nat(60), half: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), killed, async (steps, kill) => {
        const folders = makeFolders();
        let left = kill.at;
        const fault = () => {
          left -= 1;
          if (left >= 0) return 'work';
          return left === -1 && kill.half ? 'die half-way' : 'die';
        };
        folders.journal.fault = fault;
        folders.papers.fault = fault;
        const journal = createJournal(folders, 'one');
        const said = new Map<string, string>();
        const run = async () => {
          await journal.load();
          for (const [index, step] of steps.entries()) {
            const id = `n${index}`;
            const last = [...said.keys()].at(-1);
            if (step === 'settle') await journal.settle(late, late);
            else if (step === 'edit' && last !== undefined) {
              await journal.append([note(last, said.get(last) ?? '', id)], firstDay);
              said.set(last, id);
            } else {
              const more = step === 'many' ? [`${id}x`, `${id}y`] : [];
              await journal.append(
                [id, ...more].map((each) => add(each)),
                firstDay,
              );
              for (const each of [id, ...more]) said.set(each, '');
            }
          }
        };
        await Promise.race([run(), settle().then(settle).then(settle)]);
        const again = await load(reopened(folders));
        const found = new Map(
          again.state(uri).record.annotations.map((annotation) => [annotation.id, annotation.note]),
        );
        for (const [id, text] of said) assert.ok(found.get(id)?.startsWith(text), `${id} ${text}`);
        assert.deepEqual(again.problems, []);
      }),
      { numRuns: 300 },
    );
  });

  it('lets two windows write at once: both have everything, and the same', async () => {
    const step = fc.record({
      who: fc.constantFrom(0, 1),
      what: fc.constantFrom('add', 'edit', 'remove', 'sync', 'settle', 'reload'),
      which: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const folders = makeFolders();
        const windows = [await load(folders, 'one'), await load(folders, 'two')];
        const texts: string[] = [];
        let made = 0;
        const secondsLater = (seconds: number) =>
          new Date(Date.parse(firstDay) + seconds * 1000).toISOString();
        for (const { who, what, which } of steps) {
          const journal = windows[who];
          assert.ok(journal);
          made += 1;
          const time = secondsLater(made);
          // A window looks for news more often than segments are removed.
          if (made % 3 === 0) for (const each of windows) await each.sync();
          const present = journal.state(uri).record.annotations;
          const chosen = present[which % Math.max(present.length, 1)];
          if (what === 'sync') await journal.sync();
          else if (what === 'reload') await journal.load();
          else if (what === 'settle') await journal.settle(time, secondsLater(made - 4));
          else if (what === 'add' || chosen === undefined) {
            await journal.append([add(`n${made}`)], time);
          } else if (what === 'edit') {
            texts.push(`t${made}.`);
            await journal.append([note(chosen.id, chosen.note, `${chosen.note}t${made}.`)], time);
          } else if (chosen.note === '') {
            await journal.append([{ type: 'remove', uri, annotation: chosen }], time);
          }
        }
        for (const journal of windows) await journal.sync();
        const [one, two] = windows;
        assert.ok(one && two);
        const seen = (journal: Journal) =>
          journal.state(uri).record.annotations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        const afresh = await load(folders);
        assert.deepEqual(
          seen(one).map(({ id }) => id),
          seen(two).map(({ id }) => id),
        );
        const written = seen(afresh).map((annotation) => annotation.note);
        for (const text of texts) {
          assert.ok(
            written.some((each) => each.includes(text)),
            `${text} in ${written.join('|')}`,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('brings an annotation back that one window edited while another removed it', async () => {
    const folders = makeFolders();
    const [one, two] = [await load(folders, 'one'), await load(folders, 'two')];
    await one.append([add('a')], firstDay);
    await two.sync();
    await one.append([note('a', '', 'kept')], firstDay);
    await two.append([{ type: 'remove', uri, annotation: claim('a') }], firstDay);
    await Promise.all([one.sync(), two.sync()]);
    for (const journal of [one, two, await load(folders)]) {
      assert.deepEqual(
        journal.state(uri).record.annotations.map((each) => each.note),
        ['kept'],
      );
    }
  });

  it('reads again what another window settled unseen, before it writes over it', async () => {
    const folders = makeFolders();
    const sleeper = await load(folders, 'sleeper');
    await sleeper.append([add('a')], firstDay);
    const busy = await load(folders, 'busy');
    await busy.append([add('b')], firstDay);
    await busy.settle(late, late);
    await sleeper.append([add('c')], firstDay);
    await sleeper.settle(late, late);
    await sleeper.settle(late, late);
    assert.deepEqual(ids(sleeper).toSorted(), ['a', 'b', 'c']);
    assert.deepEqual(ids(await load(folders)).toSorted(), ['a', 'b', 'c']);
  });

  it('keeps what is written while everything is read again', async () => {
    const folders = makeFolders();
    const journal = await load(folders, 'one');
    await journal.append([add('a')], firstDay);
    const reading = journal.load();
    await Promise.all([reading, journal.append([add('b')], firstDay)]);
    assert.deepEqual(ids(journal), ['a', 'b']);
  });

  it('is tidied by two windows at once', async () => {
    const folders = makeFolders();
    const [one, two] = [await load(folders, 'one'), await load(folders, 'two')];
    await one.append([add('a')], firstDay);
    await two.append([add('b')], firstDay);
    await Promise.all([one.sync(), two.sync()]);
    await one.settle(late, late);
    await two.append([add('c')], firstDay);
    await two.settle(late, late);
    assert.deepEqual(folders.journal.files.size, 0);
    assert.deepEqual(ids(await load(folders)).toSorted(), ['a', 'b', 'c']);
  });
});
