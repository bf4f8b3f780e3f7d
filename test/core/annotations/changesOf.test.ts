import assert from 'node:assert/strict';
import { changesOf } from '../../../src/core/annotations/changesOf.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

function changed(exact: string, now: string, how: 'changed' | 'moved' = 'changed') {
  const target = { exact, prefix: '', suffix: '', start: 0, end: exact.length };
  const anchor = { start: 3, end: 3 + now.length, score: 0.9, how };
  return changesOf(placedAnnotation({ target }, anchor), `>> ${now} <<`);
}

describe('changesOf', () => {
  it('says word by word what changed', () => {
    assert.deepEqual(changed('created a small secretariat', 'created a large secretariat'), [
      { kind: 'same', text: 'created a ' },
      { kind: 'removed', text: 'small' },
      { kind: 'added', text: 'large' },
      { kind: 'same', text: ' secretariat' },
    ]);
  });

  it('shows of a long passage what stands beside the change', () => {
    const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
    const [before, ...rest] = changed(`${long} old end`, `${long} new end`);
    assert.deepEqual(before, { kind: 'same', text: '… twelve thirteen fourteen ' });
    assert.equal(rest.length, 3);
  });

  it('is empty for a passage that reads as it did, and for an orphan', () => {
    assert.deepEqual(changed('the same', 'the same', 'moved'), []);
    assert.deepEqual(changesOf(placedAnnotation({}, null), 'text'), []);
  });
});
