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
  const { ids } = words;
  const mask = keys.length - 1;
  const hits = sifted(words, sieve);
  const counts = new Int32Array(keys.length);
  // Where the grams stand, and for each place the one before it, so that only what is asked for is listed.
  const lasts = new Int32Array(keys.length);
  const at = new Int32Array(hits.length * 2 + 1);
  const befores = new Int32Array(hits.length * 2 + 1);
  let total = 0;
  let known = -2;
  for (const word of hits) {
    const id = ids[word] ?? 0;
    let slot = slotFor(id, mask);
    while (keys[slot] !== id && keys[slot] !== empty) slot = (slot + 1) & mask;
    if (keys[slot] !== id || id === empty) continue;
    const pair = known === word - 1 ? find(pairOf(ids[known] ?? 0, id)) : -1;
    if (pair !== -1) {
      total += 1;
      at[total] = known;
      befores[total] = lasts[pair] ?? 0;
      lasts[pair] = total;
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
    total += 1;
    at[total] = word;
    befores[total] = lasts[slot] ?? 0;
    lasts[slot] = total;
    counts[slot] = (counts[slot] ?? 0) + 1;
    known = word;
  }
  const listed = new Map<number, Int32Array>();
  return {
    words,
    places(gram) {
      const slot = find(gram);
      if (slot === -1) return nowhere;
      let places = listed.get(slot);
      if (places === undefined) {
        places = new Int32Array(numberAt(counts, slot));
        let each = numberAt(lasts, slot);
        for (let next = places.length - 1; next >= 0; next -= 1) {
          places[next] = numberAt(at, each);
          each = numberAt(befores, each);
        }
        listed.set(slot, places);
      }
      return places;
    },
    countOf(gram) {
      const slot = find(gram);
      return slot === -1 ? 0 : numberAt(counts, slot);
    },
  };
}

/** The words of a text that may be in a pattern: most of a long text are in none. */
function sifted({ ids, count }: Words, sieve: Uint8Array): Int32Array {
  const hits = new Int32Array(count);
  let next = 0;
  // Without a branch, which could not be foretold.
  for (let at = 0; at < count; at += 1) {
    hits[next] = at;
    next += sieve[(ids[at] ?? 0) & sieveMask] ?? 0;
  }
  return hits.subarray(0, next);
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
