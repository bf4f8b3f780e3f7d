import assert from 'node:assert/strict';
import { pageLabelsOf } from '../../../../src/readers/pdf/document/pageLabels.ts';

describe('pageLabelsOf', () => {
  it('takes the labels of the file where they say more than the count', () => {
    assert.deepEqual(pageLabelsOf(2, ['i', '1'], new Map()), ['i', '1']);
    assert.deepEqual(pageLabelsOf(2, ['1', '2'], new Map([[0, '7']])), ['7', '8']);
  });

  it('counts on from the numbers that are printed, with Roman numbers before them', () => {
    const printed = new Map([
      [2, '1'],
      [4, '3'],
    ]);
    assert.deepEqual(pageLabelsOf(5, null, printed), ['i', 'ii', '1', '2', '3']);
  });

  it('counts where nothing is known', () => {
    assert.deepEqual(pageLabelsOf(3, null, new Map()), ['1', '2', '3']);
  });
});
