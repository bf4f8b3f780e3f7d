import assert from 'node:assert/strict';
import {
  isCurrent,
  mostIndexed,
  readCache,
  writeCache,
  type IndexedFile,
  type Readings,
} from '../../../src/core/navigation/indexCache.ts';
import { summarise } from '../../../src/core/navigation/paperSummary.ts';
import { paperFromBlocks } from '../../support/paperFromBlocks.ts';

const paper: IndexedFile = {
  uri: 'file:///a.md',
  mtime: 1,
  size: 2,
  format: 'markdown',
  summary: summarise(paperFromBlocks([{ role: 'keyPoint', text: 'Point' }])),
};
const other: IndexedFile = {
  uri: 'file:///b.pdf',
  mtime: 3,
  size: 4,
  format: 'pdf',
  summary: null,
};
const unread: IndexedFile = {
  uri: 'file:///c.pdf',
  mtime: 3,
  size: 4,
  format: null,
  summary: null,
};
const readings: Readings = { markdown: 'a', text: 'b', html: 'c', pdf: 'd', docx: 'e' };

const write = (files: readonly IndexedFile[], by: Readings = readings) =>
  writeCache(files, by, () => Promise.resolve());
const read = (lines: string) => readCache(lines, readings, () => Promise.resolve());

describe('readCache', () => {
  it('reads what was written, files that are no papers too', async () => {
    assert.deepEqual(await read(await write([paper, other, unread])), [paper, other, unread]);
  });

  it('leaves out what another reader of its format read, and what no other reader could read', async () => {
    const lines = await write([paper, other, unread], { ...readings, pdf: 'older' });
    assert.deepEqual(await read(lines), [paper]);
  });

  it('leaves out formats that the cache knows nothing of', async () => {
    const { pdf, ...older } = readings;
    const lines = await write([paper, other, unread], older as Readings);
    assert.deepEqual([pdf, await read(lines)], ['d', [paper]]);
  });

  for (const damage of ['', '{', 'null\n', '[]\n', '{"version":2,"reader":"1.0"}\n']) {
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
    await readCache(await writeCache([paper, other], readings, pause), readings, pause);
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
