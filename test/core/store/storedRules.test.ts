import assert from 'node:assert/strict';
import { missingRules, readRules } from '../../../src/core/store/storedRules.ts';
import { siteTextRule as rule } from '../../support/siteTextRule.ts';

describe('rules for publishers', () => {
  it('are read from what is stored, without what is none', () => {
    const read = readRules([rule('give'), 'junk', { ...rule('x'), role: 'none' }, rule('share')]);
    assert.deepEqual(read, [rule('give'), rule('share')]);
    assert.deepEqual([readRules(undefined), readRules('junk')], [[], []]);
  });

  it('are missing where none is about the same: what is here holds', () => {
    assert.deepEqual(missingRules([rule('give', 'body'), rule('share')], [rule('give')]), [
      rule('share'),
    ]);
  });
});
