import assert from 'node:assert/strict';
import { describeRange } from '../../../src/core/anchoring/describeRange.ts';
import {
  placeAll,
  sameAnchors,
  settleAll,
  trackAll,
} from '../../../src/core/anchoring/liveAnchors.ts';

const text = 'The upper states share the river. The lower states share the loss.';
const share = describeRange(text, 17, 32);
const placed = placeAll(text, [{ id: 'a', target: share }], new Map());

/** What is shown of the only anchor: where and how, or null. */
function shown(anchors: typeof placed) {
  const anchor = anchors.get('a')?.anchor ?? null;
  return anchor && [anchor.start, anchor.end, anchor.how];
}

describe('live anchors', () => {
  it('are placed in the text', () => {
    assert.deepEqual(shown(placed), [17, 32, 'exact']);
  });

  it('are placed by what changed since the text that they were made on', () => {
    const old = 'A rule.\n'.repeat(400);
    const target = describeRange(old, 8 * 200, 8 * 200 + 7);
    const now = `A new beginning of another kind.\n${old}`;
    const [alone, helped] = [undefined, old].map((oldText) =>
      shown(placeAll(now, [{ id: 'a', target }], new Map(), oldText)),
    );
    const moved = now.length - old.length;
    assert.notDeepEqual(alone, helped);
    assert.deepEqual(helped, [target.start + moved, target.end + moved, 'moved']);
  });

  it('are followed through edits, and say in the end whether the passage changed', () => {
    const before = trackAll(placed, [{ start: 0, end: 0, length: 5 }]);
    assert.deepEqual(shown(settleAll(`Now: ${text}`, before)), [22, 37, 'moved']);
    const inside = trackAll(placed, [{ start: 22, end: 22, length: 4 }]);
    const edited = `${text.slice(0, 22)} all${text.slice(22)}`;
    assert.deepEqual(shown(settleAll(edited, inside)), [17, 36, 'changed']);
    const back = trackAll(inside, [{ start: 22, end: 26, length: 0 }]);
    assert.deepEqual(shown(settleAll(text, back)), [17, 32, 'exact']);
  });

  it('are orphans when the passage is deleted, and found again when it is put back', () => {
    const gone = trackAll(placed, [{ start: 16, end: 40, length: 0 }]);
    assert.equal(shown(gone), null);
    assert.equal(shown(settleAll(text.slice(0, 16) + text.slice(40), gone)), null);
    assert.deepEqual(shown(settleAll(text, gone)), [17, 32, 'exact']);
    assert.deepEqual(trackAll(gone, [{ start: 0, end: 0, length: 1 }]), gone);
  });

  it('keep their place when others join them', () => {
    const moved = trackAll(placed, [{ start: 0, end: 0, length: 5 }]);
    const longer = `Now: ${text}`;
    const other = { id: 'b', target: describeRange(longer, 0, 3) };
    const both = placeAll(longer, [{ id: 'a', target: share }, other], moved);
    assert.deepEqual([...both.keys()], ['a', 'b']);
    assert.deepEqual(shown(both), [22, 37, 'moved']);
  });

  it('are placed anew when their target is another', () => {
    const target = describeRange(text, 0, 9);
    assert.deepEqual(shown(placeAll(text, [{ id: 'a', target }], placed)), [0, 9, 'exact']);
  });

  it('can be compared', () => {
    assert.ok(sameAnchors(placed, settleAll(text, placed)));
    assert.ok(!sameAnchors(placed, trackAll(placed, [{ start: 0, end: 0, length: 5 }])));
  });
});
