import { addGram, emptyTable, gramAt, type GramTable } from './gramTable.ts';
import { numberAt } from './numberAt.ts';
import type { Pattern } from './pattern.ts';
import type { Words } from './words.ts';

/**
 * Where words, and pairs of neighbouring words, stand in a text. Only those that some pattern has are
 * indexed. Asked with `countOf` and `placesOf`: functions of the module, which are compiled once and not
 * for every index. It holds until the next one is made.
 */
export interface GramIndex {
  readonly words: Words;
  readonly table: GramTable;
  /** By gram of the table, how often it stands in the text, and where its places end in the list of all. */
  readonly counts: Int32Array;
  readonly ends: Int32Array;
  readonly places: Int32Array;
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
export function placesOf({ table, counts, ends, places }: GramIndex, gram: number): Int32Array {
  const which = gramAt(table, gram);
  const end = numberAt(ends, which);
  return places.subarray(end - numberAt(counts, which), end);
}

const sieveMask = 0x3fff;
/** Words that are sifted at once, and those of them that may be in a pattern. */
const atOnce = 4096;
const hits = new Int32Array(atOnce + 1);

/** Room for what is found of one text: grams and the words at which they stand, in its order, and these words by gram. */
interface Room {
  readonly grams: Int32Array;
  readonly words: Int32Array;
  readonly places: Int32Array;
}

/** Room that is kept for the next text, and how many places it has at most: what some 1.5 million characters take. */
let roomOfLast = roomFor(0);
const mostKept = 2 ** 19;

function roomFor(places: number): Room {
  return {
    grams: new Int32Array(places),
    words: new Int32Array(places),
    places: new Int32Array(places),
  };
}

/** Indexes the words of a text, and their pairs, that are in some pattern. */
export function indexGrams(words: Words, patterns: readonly Pattern[]): GramIndex {
  const table = emptyTable();
  const sieve = new Uint8Array(sieveMask + 1);
  for (const pattern of patterns) addGrams(pattern.words, table, sieve);
  const most = 2 * words.count;
  const room = roomOfLast.places.length < most ? roomFor(most) : roomOfLast;
  if (most <= mostKept) roomOfLast = room;
  const counts = new Int32Array(table.count + 1);
  let total = 0;
  for (let from = 0; from < words.count; from += atOnce) {
    total = addPlaces(room, words, table, counts, from, sift(words, from, sieve), total);
  }
  return { words, table, counts, ends: ordered(room, counts, total), places: room.places };
}

/** Puts the places that were found in the order of their grams; gives where those of each end. */
function ordered({ grams, words, places }: Room, counts: Int32Array, total: number): Int32Array {
  const ends = new Int32Array(counts.length);
  let before = 0;
  for (let gram = 0; gram < counts.length; gram += 1) {
    ends[gram] = before;
    before += numberAt(counts, gram);
  }
  // Each end moves from where the places of its gram begin.
  for (let at = 0; at < total; at += 1) {
    const gram = numberAt(grams, at);
    const end = numberAt(ends, gram);
    places[end] = numberAt(words, at);
    ends[gram] = end + 1;
  }
  return ends;
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

/** Adds the words in `hits`, and their pairs, behind what was found before; gives how much there is now. */
function addPlaces(
  { grams, words }: Room,
  { ids }: Words,
  table: GramTable,
  counts: Int32Array,
  from: number,
  hitCount: number,
  before: number,
): number {
  let total = before;
  let known = from > 0 && gramAt(table, numberAt(ids, from - 1)) !== 0 ? from - 1 : -2;
  for (let hit = 0; hit < hitCount; hit += 1) {
    const word = numberAt(hits, hit);
    const id = numberAt(ids, word);
    const gram = gramAt(table, id);
    if (gram === 0) continue;
    const pair = known === word - 1 ? gramAt(table, pairOf(numberAt(ids, known), id)) : 0;
    if (pair !== 0) {
      grams[total] = pair;
      words[total] = known;
      counts[pair] = numberAt(counts, pair) + 1;
      total += 1;
    }
    grams[total] = gram;
    words[total] = word;
    counts[gram] = numberAt(counts, gram) + 1;
    total += 1;
    known = word;
  }
  return total;
}
