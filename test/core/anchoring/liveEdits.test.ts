import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import {
  placeAll,
  settleAll,
  trackAll,
  type LiveAnchors,
} from '../../../src/core/anchoring/liveAnchors.ts';

const paper = [
  'The compact divides the river between three states by a share of the mean flow.',
  'In dry years the upstream states keep their share and the lower basin goes short.',
  'A standing commission could publish data, convene ministers and settle disputes early.',
].join('\n');

/** A replacement as an editor reports it: the text put in place of [start, end). */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits of one event, which do not touch each other; offsets are those before it. */
type Event = readonly Edit[];

describe('live edits', () => {
  it('are followed as the characters go, for any passages and any events one after another', () => {
    fc.assert(
      fc.property(passages(), fc.array(event(), { maxLength: 8 }), (ranges, events) => {
        let text = paper;
        let anchors = placed(ranges);
        let model = modelOf(ranges);
        for (const makeEvent of events) {
          const edits = makeEvent(text);
          anchors = trackAll(anchors, changesOf(edits));
          model = edited(model, edits);
          text = applied(text, edits);
          assert.equal(model.length, text.length);
          assert.deepEqual(rangesOf(anchors), modelRanges(model, ranges.length));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('that are all undone leave every passage where it was, and redone where it went', () => {
    fc.assert(
      fc.property(passages(), fc.array(event(), { maxLength: 6 }), (ranges, events) => {
        let text = paper;
        let anchors = placed(ranges);
        const undo: Event[] = [];
        const redo: Event[] = [];
        for (const makeEvent of events) {
          const edits = makeEvent(text);
          undo.unshift(inverse(text, edits));
          redo.push(edits);
          anchors = trackAll(anchors, changesOf(edits));
          text = applied(text, edits);
        }
        const went = rangesOf(anchors);
        for (const edits of undo) {
          anchors = trackAll(anchors, changesOf(edits));
          text = applied(text, edits);
        }
        assert.equal(text, paper);
        const back = settleAll(text, anchors);
        assert.deepEqual(rangesOf(back), ranges);
        assert.ok([...back.values()].every(({ anchor }) => anchor?.how === 'exact'));
        const again = redo.reduce((live, edits) => trackAll(live, changesOf(edits)), back);
        assert.deepEqual(rangesOf(again), went);
      }),
      { numRuns: 500 },
    );
  });

  it('that cut a passage and paste it elsewhere are followed there', () => {
    const sentence =
      'In dry years the upstream states keep their share and the lower basin goes short.\n';
    const start = paper.indexOf(sentence);
    const anchors = placed([{ start, end: start + sentence.length - 1 }]);
    const cut: Event = [{ start, end: start + sentence.length, text: '' }];
    const gone = settleAll(applied(paper, cut), trackAll(anchors, changesOf(cut)));
    assert.deepEqual(rangesOf(gone), [null]);
    const paste: Event = [{ start: 0, end: 0, text: sentence }];
    const text = applied(applied(paper, cut), paste);
    const back = settleAll(text, trackAll(gone, changesOf(paste)));
    assert.deepEqual(rangesOf(back), [{ start: 0, end: sentence.length - 1 }]);
  });

  it('that replace a word everywhere move what is behind and change what is around', () => {
    const start = paper.indexOf('the upstream states keep');
    const anchors = placed([{ start, end: start + 24 }]);
    const edits = [...paper.matchAll(/states/gu)].map(({ index }) => ({
      start: index,
      end: index + 6,
      text: 'provinces',
    }));
    const text = applied(paper, edits);
    const after = settleAll(text, trackAll(anchors, changesOf(edits)));
    const [range] = rangesOf(after);
    assert.ok(range);
    assert.equal(text.slice(range.start, range.end), 'the upstream provinces keep');
    assert.equal(after.get('0')?.anchor?.how, 'changed');
  });

  it('of the line ends leave every passage as it reads', () => {
    fc.assert(
      fc.property(passages(), (ranges) => {
        const text = paper.replaceAll('\n', '\r\n');
        const items = [...placed(ranges)].map(([id, { target }]) => ({ id, target }));
        const again = rangesOf(placeAll(text, items, new Map()));
        for (const [at, range] of again.entries()) {
          const was = ranges[at];
          assert.ok(range && was);
          const words = (shown: string) => shown.replace(/\s+/gu, ' ').trim();
          assert.equal(
            words(text.slice(range.start, range.end)),
            words(paper.slice(was.start, was.end)),
          );
        }
      }),
    );
  });
});

/** Passages of the paper, each at least a word long. */
function passages() {
  const passage = fc
    .tuple(fc.nat(paper.length - 12), fc.integer({ min: 12, max: 90 }))
    .map(([start, length]) => ({ start, end: Math.min(paper.length, start + length) }));
  return fc.array(passage, { minLength: 1, maxLength: 5 });
}

/** Events for a text of any length: typing, pasting, deleting, replacing at one or several cursors. */
function event(): fc.Arbitrary<(text: string) => Event> {
  const part = fc.tuple(
    fc.nat(80),
    fc.oneof(fc.constant(0), fc.nat(3), fc.nat(70)),
    fc.constantFrom('', '', 'x', 'new words', '\n'),
  );
  return fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => (text) => {
    const edits: Edit[] = [];
    let at = 0;
    for (const [gap, size, put] of parts) {
      const start = at + gap;
      const end = Math.min(text.length, start + size);
      if (start > text.length) break;
      edits.push({ start, end, text: put });
      at = end + 1;
    }
    return edits;
  });
}

function placed(ranges: readonly { start: number; end: number }[]): LiveAnchors {
  const items = ranges.map(({ start, end }, at) => ({
    id: String(at),
    target: describeRange(paper, start, end),
  }));
  return placeAll(paper, items, new Map());
}

function rangesOf(anchors: LiveAnchors) {
  return [...anchors.values()].map(
    ({ anchor }) => anchor && { start: anchor.start, end: anchor.end },
  );
}

function changesOf(edits: Event) {
  return edits.map(({ start, end, text }) => ({ start, end, length: text.length }));
}

function applied(text: string, edits: Event): string {
  let result = text;
  for (const { start, end, text: put } of edits.toReversed()) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}

/** The event that undoes another one, with offsets of the text after it. */
function inverse(text: string, edits: Event): Event {
  let shift = 0;
  return edits.map(({ start, end, text: put }) => {
    const from = start + shift;
    shift += put.length - (end - start);
    return { start: from, end: from + put.length, text: text.slice(start, end) };
  });
}

/**
 * The model: each character knows the passages that it belongs to. What is put between two characters
 * of a passage belongs to it, what is put beside it does not.
 */
type Model = readonly ReadonlySet<number>[];

function modelOf(ranges: readonly { start: number; end: number }[]): Model {
  return Array.from(paper, (_, at) => {
    const own = ranges.flatMap(({ start, end }, index) => (start <= at && at < end ? [index] : []));
    return new Set(own);
  });
}

function edited(model: Model, edits: Event): Model {
  const characters = [...model];
  for (const { start, end, text } of edits.toReversed()) {
    const before = characters[start - 1] ?? new Set<number>();
    const behind = characters[end] ?? new Set<number>();
    const both = new Set([...before].filter((index) => behind.has(index)));
    characters.splice(start, end - start, ...Array.from(text, () => both));
  }
  return characters;
}

function modelRanges(model: Model, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const start = model.findIndex((own) => own.has(index));
    if (start === -1) return null;
    return { start, end: model.findLastIndex((own) => own.has(index)) + 1 };
  });
}
