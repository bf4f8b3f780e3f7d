import assert from 'node:assert/strict';
import {
  isCurrent,
  mostIndexed,
  readCache,
  writeCache,
  type IndexedFile,
} from '../../../src/core/navigation/indexCache.ts';
import { summarise } from '../../../src/core/navigation/paperSummary.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';

const paper: IndexedFile = {
  uri: 'file:///a.md',
  mtime: 1,
  size: 2,
  summary: summarise(paperFromBlocks([{ role: 'keyPoint', text: 'Point' }])),
};
const other: IndexedFile = { uri: 'file:///b.txt', mtime: 3, size: 4, summary: null };

const write = (files: readonly IndexedFile[], reader = '1.0') =>
  writeCache(files, reader, () => Promise.resolve());
const read = (lines: string) => readCache(lines, '1.0', () => Promise.resolve());

describe('readCache', () => {
  it('reads what was written, files that are no papers too', async () => {
    assert.deepEqual(await read(await write([paper, other])), [paper, other]);
  });

  it('is empty after an update of the reader', async () => {
    assert.deepEqual(await read(await write([paper], '1.1')), []);
  });

  for (const damage of ['', '{', 'null\n', '[]\n', '{"version":0,"reader":"1.0"}\n']) {
    it(`is empty for a damaged cache: ${JSON.stringify(damage)}`, async () => {
      assert.deepEqual(await read(damage), []);
    });
  }

  it('leaves out single damaged entries', async () => {
    const lines = (await write([paper, other])).replace('"mtime":1', '"mtime":"one"');
    assert.deepEqual(await read(lines), [other]);
  });

  it('keeps what is whole of a cache that was cut off', async () => {
    const lines = await write([other, paper]);
    assert.deepEqual(await read(lines.slice(0, -20)), [other]);
  });

  it('pauses before each file', async () => {
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    await readCache(await writeCache([paper, other], '1.0', pause), '1.0', pause);
    assert.equal(pauses, 4);
  });

  it('holds no more files than it may', async () => {
    const files = Array.from({ length: mostIndexed + 1 }, () => other);
    assert.equal((await read(await write(files))).length, mostIndexed);
  });
});

describe('isCurrent', () => {
  it('compares time and size', () => {
    assert.equal(isCurrent(paper, { mtime: 1, size: 2 }), true);
    assert.equal(isCurrent(paper, { mtime: 1, size: 3 }), false);
    assert.equal(isCurrent(paper, { mtime: 2, size: 2 }), false);
  });
});
