import assert from 'node:assert/strict';
import {
  isOnCard,
  keepCard,
  readCards,
  type FolderCard,
} from '../../../src/core/store/folderCards.ts';
import { sealLine } from '../../../src/core/store/sealedLines.ts';
import { memoryFolder } from '../../support/memoryFolder.ts';

function card(...papers: readonly string[]): FolderCard {
  return {
    ...{ store: 'a1', uri: 'file:///papers' },
    papers: papers.map((path) => ({ path, bytes: `bytes of ${path}` })),
  };
}
const bytesIn = (files: Readonly<Record<string, string>>) => (path: string) =>
  Promise.resolve(files[path] ?? null);

describe('cards of folders', () => {
  it('are kept one for each store, and removed without papers', async () => {
    const folder = memoryFolder();
    assert.deepEqual(await readCards(folder), []);
    await keepCard(folder, card());
    await keepCard(folder, card('one'));
    await keepCard(folder, card('one', 'two'));
    const other = { ...card('three'), store: 'b2' };
    await keepCard(folder, other);
    assert.deepEqual(await readCards(folder), [card('one', 'two'), other]);
    await keepCard(folder, card());
    assert.deepEqual(await readCards(folder), [other]);
  });

  it('are written only if they say something else', async () => {
    const folder = memoryFolder();
    await keepCard(folder, card('one'));
    folder.fault = ({ kind }) => (kind === 'write' ? 'fail' : 'work');
    await keepCard(folder, card('one'));
    await assert.rejects(keepCard(folder, card('two')));
  });

  it('are passed over where they can’t be read, or lead elsewhere', async () => {
    const folder = memoryFolder();
    await folder.write('junk.json', 'junk');
    await folder.write('half.json', sealLine({ card: 1, ...card('one') }).slice(0, -9));
    await folder.write('newer.json', sealLine({ card: 2, ...card('one') }));
    await folder.write('away.json', sealLine({ card: 1, ...card('one'), store: '../../home' }));
    await folder.write('a1.json.new', sealLine({ card: 1, ...card('one') }));
    assert.deepEqual(await readCards(folder), []);
  });

  it('tell a folder by half of its papers, at the same place and with the same bytes', async () => {
    const all = card('one', 'two', 'three', 'four');
    const two = { three: 'bytes of three', four: 'bytes of four' };
    assert.equal(await isOnCard(all, bytesIn(two)), true);
    assert.equal(await isOnCard(all, bytesIn({ ...two, four: 'other bytes' })), false);
    assert.equal(await isOnCard(all, bytesIn({})), false);
    assert.equal(await isOnCard(card('one'), bytesIn({ one: 'bytes of one' })), true);
    assert.equal(await isOnCard(card(), bytesIn({ one: 'bytes of one' })), false);
  });
});
