import type { Pattern } from './pattern.ts';
import type { Words } from './words.ts';

/** Where words, and pairs of neighbouring words, stand in a text. Only those that are asked for are indexed. */
export interface GramIndex {
  readonly words: Words;
  /** Indices of the words at which a gram stands, ascending. */
  readonly places: (gram: number) => Int32Array;
  /** How often a word stands in the text. */
  readonly countOf: (id: number) => number;
}

/** The gram of two neighbouring words. */
export function pairOf(first: number, second: number): number {
  const mixed = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) + Math.imul(second, 0x297a2d39);
  return (mixed ^ (mixed >>> 13)) | 0;
}

const nowhere = new Int32Array(0);

/** Indexes the words of a text, and their pairs, that are in some pattern. */
export function indexGrams(words: Words, patterns: readonly Pattern[]): GramIndex {
  const table = tableOf(patterns);
  const { ids, count } = words;
  const find = (gram: number) => table.find(gram);
  const wordSlots = new Int32Array(count);
  const pairSlots = new Int32Array(count);
  const counts = new Int32Array(table.size + 1);
  for (let at = 0; at < count; at += 1) {
    const id = ids[at] ?? 0;
    const slot = find(id);
    wordSlots[at] = slot;
    counts[slot] = (counts[slot] ?? 0) + 1;
    if (at + 1 === count) pairSlots[at] = table.size;
    else {
      const pair = find(pairOf(id, ids[at + 1] ?? 0));
      pairSlots[at] = pair;
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
  }
  const ends = new Int32Array(table.size);
  let total = 0;
  for (let slot = 0; slot < table.size; slot += 1) {
    ends[slot] = total;
    total += counts[slot] ?? 0;
  }
  const postings = new Int32Array(total);
  for (let at = 0; at < count; at += 1) {
    for (const slots of [wordSlots, pairSlots]) {
      const slot = slots[at] ?? table.size;
      if (slot === table.size) continue;
      const end = ends[slot] ?? 0;
      postings[end] = at;
      ends[slot] = end + 1;
    }
  }
  return {
    words,
    places(gram) {
      const slot = find(gram);
      if (slot === table.size) return nowhere;
      const end = ends[slot] ?? 0;
      return postings.subarray(end - (counts[slot] ?? 0), end);
    },
    countOf(id) {
      const slot = find(id);
      return slot === table.size ? 0 : (counts[slot] ?? 0);
    },
  };
}

/** The grams of the patterns in a table with open addressing; `find` gives the slot, or `size`. */
function tableOf(patterns: readonly Pattern[]) {
  let grams = 16;
  for (const { words } of patterns) grams += 2 * words.count;
  const size = 2 ** Math.ceil(Math.log2(grams * 2));
  const mask = size - 1;
  const keys = new Int32Array(size);
  const taken = new Uint8Array(size);

  function slotOf(gram: number): number {
    let slot = (gram ^ (gram >>> 16)) & mask;
    while (taken[slot] === 1 && keys[slot] !== gram) slot = (slot + 1) & mask;
    return slot;
  }
  function add(gram: number): void {
    const slot = slotOf(gram);
    taken[slot] = 1;
    keys[slot] = gram;
  }
  for (const { words } of patterns) {
    for (let at = 0; at < words.count; at += 1) {
      add(words.ids[at] ?? 0);
      if (at + 1 < words.count) add(pairOf(words.ids[at] ?? 0, words.ids[at + 1] ?? 0));
    }
  }
  return {
    size,
    find(gram: number): number {
      const slot = slotOf(gram);
      return taken[slot] === 1 ? slot : size;
    },
  };
}
