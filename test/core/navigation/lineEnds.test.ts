import assert from 'node:assert/strict';
import { unifyLineEnds } from '../../../src/core/navigation/lineEnds.ts';

describe('unifyLineEnds', () => {
  for (const [text, unified] of [
    ['', ''],
    ['a\nb\n', 'a\nb\n'],
    ['a\r\nb\r\n', 'a\r\nb\r\n'],
    ['a\r\nb\nc\n', 'a\nb\nc\n'],
    ['a\r\nb\r\nc\n', 'a\r\nb\r\nc\r\n'],
    ['a\rb', 'a\r\nb'],
  ] as const) {
    it(`makes ${JSON.stringify(text)} ${JSON.stringify(unified)}`, () => {
      assert.equal(unifyLineEnds(text), unified);
    });
  }
});
