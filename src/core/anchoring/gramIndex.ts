import { numberAt } from './numberAt.ts';
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
  const { keys, sieve, find } = tableOf(patterns);
  const { ids, count } = words;
  const counts = new Int32Array(keys.length);
  // Where the grams of the patterns stand: for each occurrence the word, and the slot of the gram.
  let occurrences = new Int32Array(Math.max(64, count >> 1));
  let total = 0;
  let before = 0;
  let isBeforeKnown = false;
  for (let at = 0; at < count; at += 1) {
    const id = numberAt(ids, at);
    // Most words of a long text are in no pattern.
    if (sieve[id & sieveMask] === 0) {
      isBeforeKnown = false;
      continue;
    }
    if (total + 4 > occurrences.length) occurrences = grown(occurrences);
    const pair = isBeforeKnown ? find(pairOf(before, id)) : -1;
    if (pair !== -1) {
      counts[pair] = numberAt(counts, pair) + 1;
      occurrences[total] = at - 1;
      occurrences[total + 1] = pair;
      total += 2;
    }
    const slot = find(id);
    if (slot !== -1) {
      counts[slot] = numberAt(counts, slot) + 1;
      occurrences[total] = at;
      occurrences[total + 1] = slot;
      total += 2;
    }
    before = id;
    isBeforeKnown = slot !== -1;
  }
  const ends = new Int32Array(keys.length);
  for (let slot = 1; slot < ends.length; slot += 1) {
    ends[slot] = numberAt(ends, slot - 1) + numberAt(counts, slot - 1);
  }
  const postings = new Int32Array(total / 2);
  for (let each = 0; each < total; each += 2) {
    const slot = numberAt(occurrences, each + 1);
    const end = numberAt(ends, slot);
    postings[end] = numberAt(occurrences, each);
    ends[slot] = end + 1;
  }
  return {
    words,
    places(gram) {
      const slot = find(gram);
      if (slot === -1) return nowhere;
      const end = numberAt(ends, slot);
      return postings.subarray(end - numberAt(counts, slot), end);
    },
    countOf(gram) {
      const slot = find(gram);
      return slot === -1 ? 0 : numberAt(counts, slot);
    },
  };
}

/** The key of a slot without a gram; a gram that happens to be it is not indexed. */
const empty = 0;

function slotFor(gram: number, mask: number): number {
  return (gram ^ (gram >>> 15)) & mask;
}

const sieveMask = 0x3fff;

/**
 * The grams of the patterns in a table with open addressing; `find` gives the slot, or -1. The sieve is 0
 * where the last bits of a word say that it is not in the table.
 */
function tableOf(patterns: readonly Pattern[]) {
  let grams = 16;
  for (const { words } of patterns) grams += 2 * words.count;
  const keys = new Int32Array(2 ** Math.ceil(Math.log2(grams * 2)));
  const sieve = new Uint8Array(sieveMask + 1);
  const mask = keys.length - 1;
  const slotOf = (gram: number): number => {
    let slot = slotFor(gram, mask);
    while (keys[slot] !== gram && keys[slot] !== empty) slot = (slot + 1) & mask;
    return slot;
  };
  for (const { words } of patterns) {
    let before = 0;
    for (let at = 0; at < words.count; at += 1) {
      const id = numberAt(words.ids, at);
      keys[slotOf(id)] = id;
      sieve[id & sieveMask] = 1;
      if (at > 0) {
        const pair = pairOf(before, id);
        keys[slotOf(pair)] = pair;
      }
      before = id;
    }
  }
  return {
    keys,
    sieve,
    find: (gram: number): number => {
      const slot = slotOf(gram);
      return keys[slot] === gram && gram !== empty ? slot : -1;
    },
  };
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2 + 16);
  larger.set(old);
  return larger;
}
