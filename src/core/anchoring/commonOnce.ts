import { numberAt } from './numberAt.ts';
const none = -1;
const repeated = -2;

/**
 * Pairs of indices at which two lists have the same value, which stands once in each; of those, the
 * largest set that is in the same order in both.
 */
export function commonOnce(
  a: Int32Array,
  b: Int32Array,
): readonly (readonly [inA: number, inB: number])[] {
  const size = 2 ** Math.ceil(Math.log2(2 * (a.length + 8)));
  const keys = new Int32Array(size);
  const inA = new Int32Array(size).fill(none);
  const inB = new Int32Array(size).fill(none);
  const slots = new Int32Array(a.length);
  for (let at = 0; at < a.length; at += 1) {
    const slot = slotOf(keys, inA, numberAt(a, at));
    slots[at] = slot;
    inA[slot] = inA[slot] === none ? at : repeated;
    keys[slot] = numberAt(a, at);
  }
  for (let at = 0; at < b.length; at += 1) {
    const slot = slotOf(keys, inA, numberAt(b, at));
    if (inA[slot] !== none) inB[slot] = inB[slot] === none ? at : repeated;
  }
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const slot = numberAt(slots, at);
    if (inA[slot] === at && numberAt(inB, slot) >= 0) pairs.push([at, numberAt(inB, slot)]);
  }
  return longestAscent(pairs, inSecond);
}

function inSecond([, at]: readonly [number, number]): number {
  return at;
}

/** The slot of a value in a table with open addressing: the one that has it, or is free for it. */
function slotOf(keys: Int32Array, inA: Int32Array, value: number): number {
  const mask = keys.length - 1;
  let slot = (value ^ (value >>> 16)) & mask;
  while (inA[slot] !== none && keys[slot] !== value) slot = (slot + 1) & mask;
  return slot;
}

/** The longest part of a list, in its order, whose values ascend (patience sorting). */
export function longestAscent<T>(list: readonly T[], valueOf: (item: T) => number): readonly T[] {
  /** For each length of an ascending part, the index of its last item, the lowest there can be. */
  const ends: number[] = [];
  const values: number[] = [];
  const previous = new Int32Array(list.length);
  for (const [index, item] of list.entries()) {
    const value = valueOf(item);
    let low = 0;
    let high = values.length;
    // Most lists ascend nearly all the way.
    if (high > 0 && (values[high - 1] ?? 0) < value) low = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? none;
    ends[low] = index;
    values[low] = value;
  }
  const kept: T[] = [];
  for (let at = ends.at(-1) ?? none; at !== none; at = previous[at] ?? none) {
    kept.push(list[at] as T);
  }
  return kept.reverse();
}
