import assert from 'node:assert/strict';
import { originMap } from '../../../src/core/paper/originMap.ts';

describe('the map between a paper and its pages', () => {
  // "Ports hold" on page 0 in two items, "ﬁsh" (a ligature of two letters) and "in" on page 1.
  const map = originMap([
    ...[0, 6, 0, 3, 0, 6],
    ...[6, 4, 0, 4, 2, 4],
    ...[11, 2, 1, 0, 0, 1],
    ...[13, 2, 1, 0, 1, 2],
  ]);

  it('says which pieces of items a range stands for', () => {
    assert.deepEqual(map.spansOf({ start: 2, end: 8 }), [
      { page: 0, item: 3, from: 2, to: 6 },
      { page: 0, item: 4, from: 2, to: 4 },
    ]);
    assert.deepEqual(map.spansOf({ start: 10, end: 11 }), []);
  });

  it('takes what can’t be divided as a whole, both ways', () => {
    assert.deepEqual(map.spansOf({ start: 12, end: 14 }), [
      { page: 1, item: 0, from: 0, to: 1 },
      { page: 1, item: 0, from: 1, to: 2 },
    ]);
    assert.deepEqual(map.rangeOf({ page: 1, item: 0, from: 0, to: 1 }), { start: 11, end: 13 });
  });

  it('says what became of a piece of an item, and of one that is not in the text', () => {
    assert.deepEqual(map.rangeOf({ page: 0, item: 4, from: 3, to: 99 }), { start: 7, end: 10 });
    assert.equal(map.rangeOf({ page: 0, item: 4, from: 0, to: 2 }), null);
    assert.equal(map.rangeOf({ page: 7, item: 0, from: 0, to: 2 }), null);
  });

  it('says where the text of a page begins', () => {
    assert.deepEqual([map.startOf(0), map.startOf(1), map.startOf(2)], [0, 11, null]);
  });

  it('gives for each piece a range that stands for it again', () => {
    for (let start = 0; start < 15; start += 1) {
      for (const span of map.spansOf({ start, end: start + 1 })) {
        const range = map.rangeOf(span);
        assert.ok(range !== null && range.start <= start && start < range.end);
      }
    }
  });
});
