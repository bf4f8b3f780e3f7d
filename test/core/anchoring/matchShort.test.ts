import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchShort } from '../../../src/core/anchoring/matchShort.ts';
import { readWords } from '../../../src/core/anchoring/words.ts';

const sentence = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 14 })
  .map((words) => words.join(' '));

function matched(oldText: string, newText: string): number[] {
  const old = readWords(oldText);
  const text = readWords(newText);
  const match = new Int32Array(old.count).fill(-1);
  matchShort(old, text, match, [0, old.count], [0, text.count]);
  return [...match];
}

/** The most that an alignment of two lists counts: 4 for each pair, and 1 more if the next one follows it at once. */
function most(old: readonly string[], now: readonly string[], at = 0, by = 0): number {
  if (at === old.length || by === now.length) return 0;
  const others = Math.max(most(old, now, at + 1, by), most(old, now, at, by + 1));
  if (old[at] !== now[by]) return others;
  const goesOn = at + 1 < old.length && by + 1 < now.length && old[at + 1] === now[by + 1];
  return Math.max(others, most(old, now, at + 1, by + 1) + (goesOn ? 5 : 4));
}

describe('matchShort', () => {
  it('matches equal words only, in order', () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const [old, now] = [before.split(' '), after.split(' ')];
        const pairs = [...matched(before, after).entries()].filter(([, to]) => to !== -1);
        for (const [at, to] of pairs) assert.equal(old[at], now[to]);
        const places = pairs.map(([, to]) => to);
        assert.deepEqual(
          places,
          [...new Set(places)].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('leaves no better match, where nothing is left out as chance', () => {
    const short = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(short, short, (before, after) => {
        const [old, now] = [before.split(' '), after.split(' ')];
        const match = matched(before, after);
        let count = 0;
        for (const [at, to] of match.entries()) {
          if (to === -1) continue;
          const next = old[at + 1];
          count += next !== undefined && next === now[to + 1] ? 5 : 4;
        }
        assert.equal(count, most(old, now));
      }),
    );
  });

  it('leaves out a word that stands alone among many changed ones', () => {
    const before = 'q r s t u v w x the y z k l m n o p';
    const after = 'b c d e f g h i the j aa bb cc dd ee ff gg';
    assert.ok(matched(before, after).every((to) => to === -1));
  });
});
