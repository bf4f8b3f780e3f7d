import assert from 'node:assert/strict';
import { withoutOuterBlanks } from '../../../src/core/annotations/withoutOuterBlanks.ts';

describe('withoutOuterBlanks', () => {
  const text = 'a \n bc d\n\n';

  it('leaves out the blanks at both ends, and keeps those between', () => {
    assert.deepEqual(withoutOuterBlanks(text, { start: 1, end: text.length }), {
      start: 4,
      end: 8,
    });
  });
  it('is empty where there is nothing but blanks', () => {
    const { start, end } = withoutOuterBlanks(text, { start: 8, end: 10 });
    assert.equal(start, end);
  });
});
