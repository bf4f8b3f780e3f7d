import assert from 'node:assert/strict';
import fc from 'fast-check';
import { trackRange, trackThrough } from '../../../src/core/anchoring/trackRange.ts';

const range = { start: 10, end: 20 };

const cases = [
  ['an insertion before it moves it', { start: 3, end: 3, length: 4 }, { start: 14, end: 24 }],
  ['a deletion before it moves it', { start: 3, end: 7, length: 0 }, { start: 6, end: 16 }],
  ['an insertion behind it leaves it', { start: 25, end: 25, length: 4 }, range],
  [
    'text put at its beginning stays outside',
    { start: 10, end: 10, length: 4 },
    { start: 14, end: 24 },
  ],
  ['text put at its end stays outside', { start: 20, end: 20, length: 4 }, range],
  ['text put inside belongs to it', { start: 15, end: 15, length: 4 }, { start: 10, end: 24 }],
  ['a deletion inside shortens it', { start: 12, end: 15, length: 0 }, { start: 10, end: 17 }],
  [
    'a deletion over its beginning takes that away',
    { start: 5, end: 12, length: 0 },
    { start: 5, end: 13 },
  ],
  [
    'a replacement over its beginning stays outside',
    { start: 5, end: 12, length: 3 },
    { start: 8, end: 16 },
  ],
  [
    'a deletion over its end takes that away',
    { start: 18, end: 25, length: 0 },
    { start: 10, end: 18 },
  ],
  [
    'a replacement over its end stays outside',
    { start: 18, end: 25, length: 3 },
    { start: 10, end: 18 },
  ],
  ['the deletion of all of it loses it', { start: 10, end: 20, length: 0 }, null],
  ['the replacement of all of it loses it', { start: 8, end: 22, length: 30 }, null],
] as const;

describe('trackRange', () => {
  for (const [name, change, expected] of cases) {
    it(`follows a change: ${name}`, () => {
      assert.deepEqual(trackRange(range, change), expected);
    });
  }

  it('gives the same value for a change that does not concern the range', () => {
    assert.equal(trackRange(range, { start: 30, end: 31, length: 0 }), range);
  });
});

describe('trackThrough', () => {
  it('follows several changes of one event, all with offsets from before it', () => {
    const changes = [
      { start: 0, end: 2, length: 5 },
      { start: 12, end: 14, length: 0 },
      { start: 16, end: 16, length: 1 },
    ];
    assert.deepEqual(trackThrough(range, changes), { start: 13, end: 22 });
    assert.deepEqual(trackThrough(range, changes.toReversed()), { start: 13, end: 22 });
  });

  it('agrees with following each character by itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(40),
        fc.nat(40),
        edits(),
        (length, a, b, makeChanges) => {
          const start = Math.min(a, b, length - 1);
          const end = Math.max(start + 1, Math.min(Math.max(a, b), length));
          const changes = makeChanges(length);
          assert.deepEqual(
            trackThrough({ start, end }, changes),
            slowly(length, { start, end }, changes),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

interface Change {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Changes that do not touch each other, for a text of any length. */
function edits(): fc.Arbitrary<(length: number) => Change[]> {
  return fc
    .array(fc.tuple(fc.nat(6), fc.nat(8), fc.nat(5)), { maxLength: 4 })
    .map((parts) => (length) => {
      const changes: Change[] = [];
      let at = 0;
      for (const [gap, size, inserted] of parts) {
        const start = at + gap;
        const end = start + size;
        if (end > length) break;
        changes.push({ start, end, length: inserted });
        at = end + 1;
      }
      return changes;
    });
}

/** The model: characters are numbered, the edit is done on the list of numbers, new ones have none. */
function slowly(
  length: number,
  { start, end }: { start: number; end: number },
  changes: readonly Change[],
) {
  const characters: (number | null)[] = Array.from({ length }, (_, index) => index);
  for (const change of changes.toReversed()) {
    const inserted = Array.from({ length: change.length }, () => null);
    characters.splice(change.start, change.end - change.start, ...inserted);
  }
  const survives = (number: number | null) => number !== null && number >= start && number < end;
  const first = characters.findIndex(survives);
  if (first === -1) return null;
  // A change at an edge is outside, one between two characters of the passage is inside.
  return { start: first, end: characters.findLastIndex(survives) + 1 };
}
