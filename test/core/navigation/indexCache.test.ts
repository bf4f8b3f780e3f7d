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

describe('readCache', () => {
  it('reads what was written, files that are no papers too', () => {
    assert.deepEqual(readCache(writeCache([paper, other], '1.0'), '1.0'), [paper, other]);
  });

  it('is empty after an update of the reader', () => {
    assert.deepEqual(readCache(writeCache([paper], '1.0'), '1.1'), []);
  });

  for (const damage of ['', '{', 'null', '[]', '{"version":0,"reader":"1.0","files":[]}']) {
    it(`is empty for a damaged cache: ${JSON.stringify(damage)}`, () => {
      assert.deepEqual(readCache(damage, '1.0'), []);
    });
  }

  it('leaves out single damaged entries', () => {
    const json = writeCache([paper, other], '1.0').replace('"mtime":1', '"mtime":"one"');
    assert.deepEqual(readCache(json, '1.0'), [other]);
  });

  it('holds no more files than it may', () => {
    const files = Array.from({ length: mostIndexed + 1 }, () => other);
    assert.equal(readCache(writeCache(files, '1.0'), '1.0').length, mostIndexed);
  });
});

describe('isCurrent', () => {
  it('compares time and size', () => {
    assert.equal(isCurrent(paper, { mtime: 1, size: 2 }), true);
    assert.equal(isCurrent(paper, { mtime: 1, size: 3 }), false);
    assert.equal(isCurrent(paper, { mtime: 2, size: 2 }), false);
  });
});
