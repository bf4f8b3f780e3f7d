import { addGram, emptyTable, gramAt, type GramTable } from './gramTable.ts';
import { numberAt } from './numberAt.ts';
import type { Pattern } from './pattern.ts';
import type { Words } from './words.ts';

/**
 * Where words, and pairs of neighbouring words, stand in a text. Only those that some pattern has are
 * indexed. Asked with `countOf` and `placesOf`: functions of the module, which are compiled once and not
 * for every index.
 */
export interface GramIndex {
  readonly words: Words;
  readonly table: GramTable;
  /** By gram of the table: how often it stands in the text, and the last of its places. */
  readonly counts: Int32Array;
  readonly lasts: Int32Array;
  /** The word at each place, and the place before it of the same gram, so that only what is asked for is listed. */
  readonly at: Int32Array;
  readonly befores: Int32Array;
  readonly listed: Map<number, Int32Array>;
}

/** The gram of two neighbouring words. */
export function pairOf(first: number, second: number): number {
  const mixed = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) + Math.imul(second, 0x297a2d39);
  return (mixed ^ (mixed >>> 13)) | 0;
}

/** How often a word, or a pair, stands in the text. */
export function countOf({ table, counts }: GramIndex, gram: number): number {
  return numberAt(counts, gramAt(table, gram));
}

/** The words of the text at which a gram stands, ascending. */
export function placesOf(index: GramIndex, gram: number): Int32Array {
  const { table, counts, lasts, at, befores, listed } = index;
  const which = gramAt(table, gram);
  let places = listed.get(which);
  if (places === undefined) {
    places = new Int32Array(numberAt(counts, which));
    let each = numberAt(lasts, which);
    for (let next = places.length - 1; next >= 0; next -= 1) {
      places[next] = numberAt(at, each);
      each = numberAt(befores, each);
    }
    listed.set(which, places);
  }
  return places;
}

const sieveMask = 0x3fff;
/** Words that are sifted at once, and those of them that may be in a pattern. */
const atOnce = 4096;
const hits = new Int32Array(atOnce + 1);

/** Indexes the words of a text, and their pairs, that are in some pattern. */
export function indexGrams(words: Words, patterns: readonly Pattern[]): GramIndex {
  const table = emptyTable();
  const sieve = new Uint8Array(sieveMask + 1);
  for (const pattern of patterns) addGrams(pattern.words, table, sieve);
  const index = {
    words,
    table,
    counts: new Int32Array(table.count + 1),
    lasts: new Int32Array(table.count + 1),
    at: new Int32Array(words.count * 2 + 1),
    befores: new Int32Array(words.count * 2 + 1),
    listed: new Map<number, Int32Array>(),
  };
  let total = 0;
  for (let from = 0; from < words.count; from += atOnce) {
    total = addPlaces(index, from, sift(words, from, sieve), total);
  }
  return index;
}

/** Adds the words of a pattern, and their pairs, to a table; the sieve is 0 for what is sure not to be in it. */
function addGrams({ ids, count }: Words, table: GramTable, sieve: Uint8Array): void {
  let before = 0;
  for (let at = 0; at < count; at += 1) {
    const id = numberAt(ids, at);
    addGram(table, id);
    sieve[id & sieveMask] = 1;
    if (at > 0) addGram(table, pairOf(before, id));
    before = id;
  }
}

/** Puts the words that may be in a pattern into `hits`; gives how many. Most words of a long text are in none. */
function sift({ ids, count }: Words, from: number, sieve: Uint8Array): number {
  const to = Math.min(count, from + atOnce);
  let next = 0;
  // Without a branch, which could not be foretold.
  for (let at = from; at < to; at += 1) {
    hits[next] = at;
    next += sieve[numberAt(ids, at) & sieveMask] ?? 0;
  }
  return next;
}

/** Adds the places of the words in `hits`, and of their pairs, behind those that are there; gives how many there are now. */
function addPlaces(index: GramIndex, from: number, found: number, before: number): number {
  const { table, counts, lasts, at, befores } = index;
  const { ids } = index.words;
  let total = before;
  let known = from > 0 && gramAt(table, numberAt(ids, from - 1)) !== 0 ? from - 1 : -2;
  for (let hit = 0; hit < found; hit += 1) {
    const word = numberAt(hits, hit);
    const id = numberAt(ids, word);
    const gram = gramAt(table, id);
    if (gram === 0) continue;
    const pair = known === word - 1 ? gramAt(table, pairOf(numberAt(ids, known), id)) : 0;
    if (pair !== 0) {
      total += 1;
      at[total] = known;
      befores[total] = numberAt(lasts, pair);
      lasts[pair] = total;
      counts[pair] = numberAt(counts, pair) + 1;
    }
    total += 1;
    at[total] = word;
    befores[total] = numberAt(lasts, gram);
    lasts[gram] = total;
    counts[gram] = numberAt(counts, gram) + 1;
    known = word;
  }
  return total;
}
