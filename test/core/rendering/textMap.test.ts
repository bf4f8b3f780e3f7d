import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  sourceOfSpan,
  spansOfSource,
  toRendered,
  toSource,
} from '../../../src/core/rendering/textMap.ts';

/** "ab&c" of `*ab*&amp;c`: two runs that map one to one, and one step between them. */
const map = [0, 1, 2, 2, 2, 4, 1, 5, 3, 9, 1, 1];

/** Ascending maps with gaps in the source and steps, as parts of running text have them. */
const maps = fc
  .array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 5 }), step: fc.nat(4) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((segments) => {
    let rendered = 0;
    let source = 0;
    return segments.flatMap(({ gap, length, step }) => {
      const sourceLength = length + step;
      source += gap;
      const segment = [rendered, source, length, sourceLength];
      rendered += length;
      source += sourceLength;
      return segment;
    });
  });

function lengthOf(segments: readonly number[]): number {
  return (segments.at(-4) ?? 0) + (segments.at(-2) ?? 0);
}

describe('toSource', () => {
  it('begins a passage with the character behind, and ends it with the character before', () => {
    const starts = [0, 1, 2, 3, 4].map((offset) => toSource(map, offset, 'start'));
    const ends = [0, 1, 2, 3, 4].map((offset) => toSource(map, offset, 'end'));
    assert.deepEqual(starts, [1, 2, 4, 9, null]);
    assert.deepEqual(ends, [null, 2, 3, 9, 10]);
  });

  it('takes what is indivisible whole', () => {
    assert.equal(toSource([0, 0, 3, 1], 1, 'start'), 0);
    assert.equal(toSource([0, 0, 3, 1], 1, 'end'), 1);
  });

  it('is null in a part without text', () => {
    assert.equal(toSource([], 0, 'start'), null);
    assert.equal(toSource([], 0, 'end'), null);
  });
});

describe('toRendered', () => {
  it('goes to what is shown next for a start, and to what is shown before for an end', () => {
    const starts = [0, 1, 2, 3, 4, 6, 9, 10].map((offset) => toRendered(map, offset, 'start'));
    const ends = [0, 1, 2, 3, 4, 6, 9, 10].map((offset) => toRendered(map, offset, 'end'));
    assert.deepEqual(starts, [0, 0, 1, 2, 2, 2, 3, null]);
    assert.deepEqual(ends, [null, null, 1, 2, 2, 3, 3, 4]);
  });

  it('finds facts that stand in another order than in the source', () => {
    const swapped = [0, 10, 4, 4, 4, 0, 4, 4];
    assert.equal(toRendered(swapped, 1, 'start'), 5);
    assert.equal(toRendered(swapped, 12, 'start'), 2);
    assert.equal(toRendered(swapped, 6, 'start'), 0);
    assert.equal(toRendered(swapped, 6, 'end'), 8);
  });

  it('is the way back from toSource', () => {
    fc.assert(
      fc.property(
        maps,
        fc.nat(),
        fc.constantFrom('start' as const, 'end' as const),
        (segments, seed, side) => {
          const length = lengthOf(segments);
          const offset = side === 'start' ? seed % length : 1 + (seed % length);
          const source = toSource(segments, offset, side);
          assert.notEqual(source, null);
          const rendered = toRendered(segments, source ?? 0, side) ?? -1;
          const again = toSource(segments, rendered, side);
          assert.equal(again, source);
          assert.ok(side === 'start' ? rendered <= offset : rendered >= offset);
        },
      ),
    );
  });

  it('never puts an end before its start', () => {
    fc.assert(
      fc.property(maps, fc.nat(), fc.nat(), (segments, one, other) => {
        const length = lengthOf(segments);
        const from = one % length;
        const to = from + 1 + (other % (length - from));
        const start = toSource(segments, from, 'start') ?? Number.NaN;
        const end = toSource(segments, to, 'end') ?? Number.NaN;
        assert.ok(start < end);
        assert.ok((toRendered(segments, start, 'start') ?? NaN) <= from);
        assert.ok((toRendered(segments, end, 'end') ?? NaN) >= to);
      }),
    );
  });
});

describe('sourceOfSpan', () => {
  it('takes what is shown and what is between, and indivisible steps whole', () => {
    assert.deepEqual(sourceOfSpan(map, { from: 1, to: 4 }), { start: 2, end: 10 });
    assert.deepEqual(sourceOfSpan(map, { from: 2, to: 3 }), { start: 4, end: 9 });
  });

  it('is the least range that holds facts in another order', () => {
    const swapped = [0, 10, 4, 4, 4, 0, 4, 4];
    assert.deepEqual(sourceOfSpan(swapped, { from: 3, to: 5 }), { start: 0, end: 14 });
  });

  it('is null for an empty span, and where nothing comes from the source', () => {
    assert.equal(sourceOfSpan(map, { from: 2, to: 2 }), null);
    assert.equal(sourceOfSpan([], { from: 0, to: 5 }), null);
  });
});

describe('spansOfSource', () => {
  it('joins spans that touch, and leaves out markup', () => {
    assert.deepEqual(spansOfSource(map, { start: 0, end: 10 }), [{ from: 0, to: 4 }]);
    assert.deepEqual(spansOfSource(map, { start: 3, end: 4 }), []);
    assert.deepEqual(spansOfSource(map, { start: 5, end: 6 }), [{ from: 2, to: 3 }]);
  });

  it('finds the pieces of a range that is shown in several places', () => {
    const parted = [0, 10, 4, 4, 6, 0, 4, 4];
    assert.deepEqual(spansOfSource(parted, { start: 2, end: 12 }), [
      { from: 0, to: 2 },
      { from: 8, to: 10 },
    ]);
  });

  it('shows again all of the source that a span came from', () => {
    fc.assert(
      fc.property(maps, fc.nat(80), fc.nat(80), (segments, one, other) => {
        const span = { from: Math.min(one, other), to: Math.max(one, other) };
        const source = sourceOfSpan(segments, span);
        if (source === null) return;
        const spans = spansOfSource(segments, source);
        const [first, last] = [spans[0], spans.at(-1)];
        assert.ok((first?.from ?? NaN) <= span.from);
        assert.ok((last?.to ?? NaN) >= Math.min(span.to, lengthOf(segments)));
      }),
    );
  });
});
