import assert from 'node:assert/strict';
import fc from 'fast-check';
import { roles } from '../../../src/core/paper/paper.ts';
import {
  joinTaught,
  readTaught,
  rulesIn,
  withoutRules,
  withRules,
  type Taught,
} from '../../../src/core/store/taughtRules.ts';
import { siteTextRule as rule } from '../../support/siteTextRule.ts';

const taught: fc.Arbitrary<readonly Taught[]> = fc.array(
  fc.record(
    {
      publisher: fc.constantFrom('Coastal Review', 'Harbour Notes'),
      text: fc.constantFrom('give', 'share', 'about us'),
      role: fc.option(fc.constantFrom(...roles)),
      clock: fc.nat(4),
    },
    { noNullPrototype: true },
  ),
);
const joined = (...all: readonly (readonly Taught[])[]) => all.reduce(joinTaught, []);

describe('what was taught about publishers', () => {
  it('joins to the same in any order, and however often', () => {
    fc.assert(
      fc.property(taught, taught, taught, (a, b, c) => {
        const all = joined(a, b, c);
        assert.deepEqual(joined(c, a, b), all);
        assert.deepEqual(joined(a, joined(b, c)), all);
        assert.deepEqual(joined(all, b, all), all);
      }),
    );
  });

  it('is the last that was said of each text', () => {
    fc.assert(
      fc.property(taught, taught, (a, b) => {
        const subjects = joined(a, b).map(({ publisher, text }) => `${publisher} ${text}`);
        assert.equal(new Set(subjects).size, subjects.length);
        const before = joined(a);
        const more = withRules(before, [rule('give')]);
        assert.ok(rulesIn(joined(more, before)).some(({ text }) => text === 'give'));
        const less = withoutRules(more, [rule('give')]);
        assert.deepEqual(
          rulesIn(joined(less, more, before)),
          rulesIn(before).filter(
            (each) => `${each.publisher} ${each.text}` !== 'Coastal Review give',
          ),
        );
      }),
    );
  });

  it('is read from what is stored, and from rules of before they could be joined', () => {
    const all = withRules(withRules([], [rule('give'), rule('share')]), [rule('give', 'body')]);
    assert.deepEqual(readTaught({ taught: [...all, 'junk', { ...all[0], role: 'none' }] }), all);
    const before = [rule('give'), 'junk', { ...rule('x'), role: 'none' }, rule('share')];
    for (const stored of [before, { revision: 3, value: before }]) {
      assert.deepEqual(rulesIn(readTaught(stored)), [rule('give'), rule('share')]);
      assert.deepEqual(rulesIn(withRules(readTaught(stored), [rule('share', 'body')])), [
        rule('give'),
        rule('share', 'body'),
      ]);
    }
    assert.deepEqual([undefined, 'junk', { value: 7 }].map(readTaught), [[], [], []]);
  });

  it('holds for one publisher only', () => {
    const elsewhere = { ...rule('give'), publisher: 'Harbour Notes' };
    const both = withRules([], [rule('give'), elsewhere]);
    assert.deepEqual(rulesIn(withoutRules(both, [elsewhere])), [rule('give')]);
  });
});
