import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openLines, sealLine } from '../../../src/core/store/sealedLines.ts';

describe('sealed lines', () => {
  it('give back every value that JSON keeps', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const kept = JSON.parse(JSON.stringify(values)) as unknown[];
        assert.deepEqual(openLines(values.map(sealLine).join('')), {
          values: kept,
          damaged: false,
        });
      }),
    );
  });

  it('lose only the line that is damaged', () => {
    const lines = ['one', 'two', 'three'].map(sealLine);
    const [one = '', two = '', three = ''] = lines;
    assert.deepEqual(openLines(one + two.replace('two', 'tvo') + three), {
      values: ['one', 'three'],
      damaged: true,
    });
    assert.deepEqual(openLines(`${one.trimEnd()}#${two}${three}`), {
      values: ['one', 'two', 'three'],
      damaged: true,
    });
    assert.deepEqual(openLines(`${one.trimEnd()}${two}${three.slice(0, -3)}`), {
      values: ['one', 'two'],
      damaged: true,
    });
  });

  it('are none in any other text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        assert.deepEqual(openLines(text), { values: [], damaged: true });
      }),
    );
  });
});
