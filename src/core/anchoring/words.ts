import { characterOf, foldedIn, foldWord, Kind, kindIn, known, layout } from './characters.ts';

/**
 * The words of a text, in order, as parallel arrays. A word is a run of letters, a run of digits, or
 * one character of a script without blanks; a hyphen between letters, also at a line's end, joins them.
 */
export interface Words {
  readonly source: string;
  readonly count: number;
  /** 32-bit hashes of the words as they are compared: equal words have equal ones. */
  readonly ids: Int32Array;
  /** Where each word begins and ends in the source. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Words while they are read. */
export interface WordList {
  count: number;
  ids: Int32Array<ArrayBuffer>;
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
}

/** Reads the words of a text. */
export function readWords(source: string): Words {
  const list = emptyList(source);
  readPart(source, 0, source.length, list);
  const { count, ids, starts, ends } = list;
  return { source, count, ids, starts, ends };
}

/** A list with room for the words of a text. */
export function emptyList(source: string): WordList {
  const room = Math.max(8, Math.ceil(source.length / 5));
  return {
    count: 0,
    ids: new Int32Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
  };
}

/** Adds the words of a part of a text, which has to begin and end where no word goes on. */
export function readPart(source: string, from: number, to: number, list: WordList): void {
  for (let at = from; at < to;) {
    at = readPlain(source, at, to, list);
    if (at < to) at = readOther(source, at, list);
  }
}

/** Code units that are read at once. */
const atOnce = 4096;
/** Where words begin and end in what is read at once, in turn, and there the hash of all before. */
const edgesAtOnce = new Int32Array(atOnce + 1);
const hashesAtOnce = new Int32Array(atOnce + 1);

/**
 * Reads letters, digits and what parts them, up to what takes a closer look, or as much as is read at once;
 * gives where the words begin that are not read. Nearly all of a text is read here, without a branch
 * that the processor could not foretell: the hash of a word is what the hash of all up to its end has
 * more than the one up to its beginning (Karp and Rabin 1987).
 */
function readPlain(source: string, from: number, limit: number, list: WordList): number {
  // Variables of the function are quicker to reach than those of the module.
  const characters = known;
  const base = hashBase;
  const { plainBit, partBits, foldedFrom } = layout;
  const edges = edgesAtOnce;
  const hashes = hashesAtOnce;
  const to = Math.min(limit, from + atOnce);
  let hash = 0;
  let part = 0;
  let count = 0;
  let at = from;
  for (; at < to; at += 1) {
    const character = characters[source.charCodeAt(at)] ?? 0;
    const change = (character & partBits) ^ part;
    // A letter beside a digit changes both bits.
    if ((character & plainBit) === 0 || change === partBits) break;
    edges[count] = at;
    hashes[count] = hash;
    count += (change | (change >> 1)) & 1;
    part ^= change;
    hash = (Math.imul(hash, base) + (character >> foldedFrom)) | 0;
  }
  if (part !== 0) {
    // It may go on.
    count -= 1;
    at = edges[count] ?? 0;
  }
  makeRoom(list, count >> 1);
  const { ids, starts, ends } = list;
  for (let edge = 0, word = list.count; edge < count; edge += 2, word += 1) {
    const start = edges[edge] ?? 0;
    const end = edges[edge + 1] ?? 0;
    ids[word] =
      (hashes[edge + 1] ?? 0) -
      Math.imul(hashes[edge] ?? 0, powers[end - start] ?? powerOf(end - start));
    starts[word] = start;
    ends[word] = end;
  }
  list.count += count >> 1;
  return at;
}

/** Reads what `readPlain` does not; gives where that can go on. */
function readOther(source: string, from: number, list: WordList): number {
  let at = from;
  while (at < source.length) {
    const start = at;
    const character = characterOf(source.charCodeAt(at));
    const kind = kindIn(character);
    let hash: number | null = null;
    at += 1;
    if (kind === Kind.letter || kind === Kind.composite) {
      ({ end: at, hash } = joinedWord(source, start));
    } else if (kind === Kind.ideograph) hash = foldedIn(character);
    else if (kind === Kind.digit) {
      while (at < source.length && kindIn(characterOf(source.charCodeAt(at))) === Kind.digit)
        at += 1;
      hash = hashOf(source.slice(start, at));
    }
    if (hash !== null) add(list, hash, start, at);
    if (at < source.length && ((known[source.charCodeAt(at)] ?? 0) & layout.plainBit) !== 0) break;
  }
  return at;
}

function add(list: WordList, hash: number, start: number, end: number): void {
  makeRoom(list, 1);
  list.ids[list.count] = hash;
  list.starts[list.count] = start;
  list.ends[list.count] = end;
  list.count += 1;
}

/** Makes room for so many words more. */
export function makeRoom(list: WordList, words: number): void {
  const room = list.count + words;
  if (room <= list.ids.length) return;
  list.ids = grown(list.ids, room * 2);
  list.starts = grown(list.starts, room * 2);
  list.ends = grown(list.ends, room * 2);
}

/**
 * Reads the word of letters that begins at an offset and may go on behind a hyphen, or have letters that
 * fold to several. The hash is null if it is none: of pairs, only some are letters.
 */
function joinedWord(
  source: string,
  start: number,
): { readonly end: number; readonly hash: number | null } {
  const { length } = source;
  let at = start;
  let end = start;
  let hash = 0;
  let isComposite = false;
  while (at !== -1) {
    for (; at < length; at += 1) {
      const character = characterOf(source.charCodeAt(at));
      const kind = kindIn(character);
      if (kind !== Kind.letter && kind !== Kind.composite) break;
      isComposite ||= kind === Kind.composite;
      hash = (Math.imul(hash, hashBase) + foldedIn(character)) | 0;
    }
    end = at;
    at = joinedAt(source, at);
  }
  if (!isComposite) return { end, hash };
  const word = foldWord(source.slice(start, end));
  return { end, hash: word === '' ? null : hashOf(word) };
}

/** Index of the first of the words that ends behind an offset. */
export function wordBehind({ ends, count }: Words, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A word as it is compared. */
export function wordText({ source, starts, ends }: Words, index: number): string {
  return foldWord(source.slice(starts[index], ends[index]));
}

/** The hash of a word is the sum of its code units, times a power of this for each that follows. */
const hashBase = 0x2c1b3c6d;
const powers = Int32Array.from({ length: 32 }, (_, exponent) => powerOf(exponent));

function powerOf(exponent: number): number {
  let power = 1;
  for (let at = 0; at < exponent; at += 1) power = Math.imul(power, hashBase);
  return power;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) {
    hash = (Math.imul(hash, hashBase) + word.charCodeAt(at)) | 0;
  }
  return hash;
}

/** Where a word goes on behind a hyphen or what is not seen, at once or in the next line; else -1. */
function joinedAt(source: string, start: number): number {
  const to = source.length;
  let at = start;
  let hyphens = 0;
  for (; at < to; at += 1) {
    const kind = kindIn(characterOf(source.charCodeAt(at)));
    if (kind === Kind.hyphen || source.charCodeAt(at) === 0xad) hyphens += 1;
    else if (kind !== Kind.unseen) break;
  }
  if (hyphens > 1) return -1;
  let breaks = 0;
  if (hyphens === 1) {
    for (; at < to && isBlank(source.charCodeAt(at)); at += 1) {
      const code = source.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && source.charCodeAt(at + 1) !== 0x0a)) breaks += 1;
      else if (code !== 0x0d && breaks === 0) return -1;
    }
  }
  if (at >= to || breaks > 1) return -1;
  const kind = kindIn(characterOf(source.charCodeAt(at)));
  return kind === Kind.letter || kind === Kind.composite ? at : -1;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function grown(old: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(old);
  return larger;
}
