import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { editBetween } from '../../../src/core/paper/edit.ts';

describe('editBetween', () => {
  it('finds what was put, taken out or replaced', () => {
    assert.deepEqual(editBetween('one three', 'one two three'), { start: 5, oldEnd: 5, newEnd: 9 });
    assert.deepEqual(editBetween('abc', 'ac'), { start: 1, oldEnd: 2, newEnd: 1 });
    assert.deepEqual(editBetween('abc', 'axc'), { start: 1, oldEnd: 2, newEnd: 2 });
  });

  it('is empty between equal texts', () => {
    assert.deepEqual(editBetween('same', 'same'), { start: 4, oldEnd: 4, newEnd: 4 });
  });

  it('makes the one text out of the other', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { start, oldEnd, newEnd } = editBetween(before, after);
        const made = before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd);
        assert.equal(made, after);
      }),
    );
  });
});
