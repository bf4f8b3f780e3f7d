import assert from 'node:assert/strict';
import type { PublisherRule } from '../../../src/core/paper/roles/publisherRules.ts';
import { missingRules, readRules, withRules } from '../../../src/core/store/storedRules.ts';

const rule = (text: string, role: PublisherRule['role'] = 'siteText'): PublisherRule => ({
  publisher: 'Coastal Review',
  text,
  role,
});

describe('rules for publishers', () => {
  it('are read from what is stored, without what is none', () => {
    const read = readRules([rule('give'), 'junk', { ...rule('x'), role: 'none' }, rule('share')]);
    assert.deepEqual(read, [rule('give'), rule('share')]);
    assert.deepEqual([readRules(undefined), readRules('junk')], [[], []]);
  });

  it('take the place of those about the same text of the same publisher', () => {
    const rules = [rule('give'), rule('share')];
    assert.deepEqual(withRules(rules, [rule('give', 'body')]), [
      rule('share'),
      rule('give', 'body'),
    ]);
    const elsewhere = { ...rule('give'), publisher: 'Harbour Notes' };
    assert.equal(withRules(rules, [elsewhere]).length, 3);
  });

  it('are missing where none is about the same: what is here holds', () => {
    assert.deepEqual(missingRules([rule('give', 'body'), rule('share')], [rule('give')]), [
      rule('share'),
    ]);
  });
});
