import assert from 'node:assert/strict';
import { createJournal } from '../../../src/core/store/journal.ts';
import { firstDay, firstWord } from '../../support/annotations.ts';
import { add, ids, late, load, makeFolders, note, other, uri } from '../../support/journals.ts';

describe('a journal', () => {
  it('gives back what was written, also by many at a time', async () => {
    const folders = makeFolders();
    const journal = await load(folders, 'one');
    await Promise.all(['a', 'b', 'c'].map((id) => journal.append([add(id)], firstDay)));
    await journal.append([note('b', '', 'x'), add('d', other)], firstDay);
    const again = await load(folders);
    assert.deepEqual(again.state(uri), journal.state(uri));
    assert.deepEqual([ids(again), ids(again, other)], [['a', 'b', 'c'], ['d']]);
    assert.deepEqual([again.problems, again.segments], [[], 2]);
  });

  it('shows nothing before it is written', async () => {
    const folders = makeFolders();
    const journal = await load(folders, 'one');
    const done = journal.append([add('a')], firstDay);
    assert.deepEqual(ids(journal), []);
    await done;
    assert.deepEqual(ids(journal), ['a']);
  });

  it('keeps in memory what can’t be written, and writes it when it can', async () => {
    const folders = makeFolders();
    const journal = await load(folders, 'one');
    folders.journal.fault = ({ kind }) => (kind === 'write' ? 'fail' : 'work');
    await assert.rejects(journal.append([add('a')], firstDay), /full/u);
    await assert.rejects(journal.append([add('b')], firstDay), /full/u);
    assert.deepEqual([ids(journal), journal.unwritten], [['a', 'b'], 2]);
    folders.journal.fault = null;
    assert.deepEqual(ids(await load(folders)), []);
    await journal.append([add('c')], firstDay);
    assert.equal(journal.unwritten, 0);
    assert.deepEqual(ids(await load(folders)), ['a', 'b', 'c']);
  });

  it('removes segments that are in checkpoints, and has the same afterwards', async () => {
    const folders = makeFolders();
    const journal = await load(folders, 'one');
    for (const id of ['a', 'b', 'c']) await journal.append([add(id)], firstDay);
    await journal.append([add('d', other)], late);
    await journal.settle('2050-01-01', firstDay);
    assert.equal(folders.journal.files.size, 4);
    await journal.settle('2050-01-01', '2050-01-01');
    assert.deepEqual([folders.journal.files.size, folders.papers.files.size], [1, 1]);
    const again = await load(folders);
    assert.deepEqual([ids(again), ids(again, other), again.problems], [['a', 'b', 'c'], ['d'], []]);
  });

  it('sets a damaged file aside under another name and reads on without it', async () => {
    const folders = makeFolders();
    const journal = await load(folders, 'one');
    await journal.append([add('a')], firstDay);
    await journal.append([add('b')], firstDay);
    const [, name = ''] = [...folders.journal.files.keys()].toSorted();
    folders.journal.files.set(
      name,
      folders.journal.files.get(name)?.slice(0, -20) ?? new Uint8Array(),
    );
    const bytes = folders.journal.files.get(name);
    const again = await load(folders);
    const aside = `${name}.1.damaged`;
    assert.deepEqual(again.problems, [{ kind: 'damaged', folder: 'journal', name: aside }]);
    assert.deepEqual([ids(again), folders.journal.files.get(aside)], [['a'], bytes]);
    assert.deepEqual((await load(folders)).problems, []);
  });

  it('sets a damaged checkpoint aside, and says when a segment is missing', async () => {
    const folders = makeFolders();
    const journal = await load(folders, 'one');
    for (const id of ['a', 'b', 'c']) await journal.append([add(id)], firstDay);
    const [, second = ''] = [...folders.journal.files.keys()].toSorted();
    folders.journal.files.delete(second);
    const again = await load(folders);
    assert.deepEqual(
      [again.problems, ids(again)],
      [[{ kind: 'missing', writer: 'one' }], ['a', 'c']],
    );
    folders.papers.files.set('x.json', new TextEncoder().encode('junk'));
    assert.deepEqual((await load(folders)).problems[0], {
      kind: 'damaged',
      folder: 'papers',
      name: 'x.json.1.damaged',
    });
  });

  it('works in memory alone without folders', async () => {
    const journal = createJournal(null, 'one');
    await journal.load();
    await journal.append([add('a')], firstDay);
    await journal.settle(late, late);
    await journal.append(
      [
        {
          type: 'retarget',
          uri,
          targets: [{ id: 'a', target: { ...firstWord, start: 3, end: 8 } }],
        },
      ],
      firstDay,
    );
    const [annotation] = journal.state(uri).record.annotations;
    assert.deepEqual(
      [annotation?.target.start, annotation?.revision, await journal.sync(), journal.isDurable],
      [3, 1, [], false],
    );
  });
});
