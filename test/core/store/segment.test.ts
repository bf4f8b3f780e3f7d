import assert from 'node:assert/strict';
import { readSegment, writeSegment } from '../../../src/core/store/segment.ts';
import { sealLine } from '../../../src/core/store/sealedLines.ts';
import type { Entry } from '../../../src/core/store/entry.ts';
import { claim, firstDay } from '../../support/annotations.ts';

const uri = 'file:///a.md';
const entries = ['ä', 'b', 'c'].map((id, index): Entry => {
  const change = { type: 'add' as const, uri, annotation: claim(id, 'Wo — “why”?') };
  return { writer: 'w', seq: index + 1, clock: index + 1, time: firstDay, changes: [change] };
});
const bytes = new TextEncoder().encode(writeSegment(entries));
const decode = (damaged: Uint8Array) => readSegment(new TextDecoder().decode(damaged));

/** Where each entry's line ends, in bytes. */
const ends = entries.map(
  (_, index) => new TextEncoder().encode(writeSegment(entries.slice(0, index + 1))).length,
);

/** How many entries end before a place. The head has as many digits whatever it counts. */
const wholeBefore = (place: number) => ends.filter((end) => end - 1 <= place).length;

describe('a segment of the journal', () => {
  it('gives back its entries', () => {
    assert.deepEqual(decode(bytes), { entries, damaged: false, newer: false });
  });

  it('gives everything before the damage, and says so, when it is cut off anywhere', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      const read = decode(bytes.slice(0, length));
      assert.ok(read.damaged, `cut off at ${length}`);
      assert.deepEqual(read.entries, entries.slice(0, wholeBefore(length)), `cut off at ${length}`);
    }
  });

  it('gives everything but the damaged entry, and says so, when any bit is flipped', () => {
    for (let place = 0; place < bytes.length; place += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = bytes.slice();
        flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
        const read = decode(flipped);
        const where = `bit ${bit} of byte ${place}`;
        assert.ok(read.damaged, where);
        const before = entries.slice(0, wholeBefore(place));
        assert.deepEqual(read.entries.slice(0, before.length), before, where);
        assert.ok(read.entries.length >= entries.length - 1, where);
      }
    }
  });

  it('is not damaged but newer when its form is not known yet', () => {
    const text = [{ journal: 2, entries: 1 }, { kind: 'unheard of' }].map(sealLine).join('');
    assert.deepEqual(readSegment(text), { entries: [], damaged: false, newer: true });
  });

  it('is damaged when it is empty, or holds what is no entry', () => {
    assert.ok(readSegment('').damaged);
    assert.ok(readSegment([{ journal: 1, entries: 1 }, 7].map(sealLine).join('')).damaged);
  });
});
