import { commonOnce } from './commonOnce.ts';
import { matchShort } from './matchShort.ts';
import type { Words } from './words.ts';

/** For each word of an old text the index of the word of the new one that it became, or -1. */
export type WordMatch = Int32Array;

/** A stretch of words: indices, half-open. */
export type Stretch = readonly [from: number, to: number];

/** How many neighbouring words make a sequence that is looked for: long ones first, then shorter ones between them. */
const lengths = [8, 3, 1];
/** Pairs of words up to which two stretches are compared word by word. */
const mostPairs = 250_000;

/**
 * Matches the words of two editions of a text, in order: whole paragraphs that stand once in each,
 * between them sequences of words that stand once, between those the longest common subsequence. (The
 * patience diff of Bram Cohen.) Words are compared as they are folded, so a reflow is no change.
 */
export function matchWords(old: Words, text: Words): WordMatch {
  const match = new Int32Array(old.count).fill(-1);
  const texts = { old, text, match };
  const [oldAll, all] = trimmed(texts, [0, old.count], [0, text.count]);
  const oldParagraphs = paragraphsIn(old, oldAll);
  const paragraphs = paragraphsIn(text, all);
  let oldFrom = oldAll[0];
  let from = all[0];
  for (const [oldAt, at] of commonOnce(oldParagraphs.hashes, paragraphs.hashes)) {
    const oldStart = oldParagraphs.starts[oldAt] ?? 0;
    const start = paragraphs.starts[at] ?? 0;
    matchBetween(texts, [oldFrom, oldStart], [from, start], 0);
    oldFrom = oldParagraphs.starts[oldAt + 1] ?? oldAll[1];
    from = start + oldFrom - oldStart;
    matchAll(match, oldStart, oldFrom, start);
  }
  matchBetween(texts, [oldFrom, oldAll[1]], [from, all[1]], 0);
  return match;
}

/** Two editions while they are matched. */
interface Texts {
  readonly old: Words;
  readonly text: Words;
  readonly match: WordMatch;
}

/** Matches the old words from one to another with as many new ones. */
function matchAll(match: WordMatch, oldFrom: number, oldTo: number, from: number): void {
  for (let word = oldFrom; word < oldTo; word += 1) match[word] = from + word - oldFrom;
}

function matchBetween(texts: Texts, oldWhole: Stretch, whole: Stretch, depth: number): void {
  const { old, text, match } = texts;
  const [[oldLow, oldHigh], [low, high]] = trimmed(texts, oldWhole, whole);
  if (oldLow === oldHigh || low === high) return;
  if ((oldHigh - oldLow) * (high - low) <= mostPairs) {
    matchShort(old, text, match, [oldLow, oldHigh], [low, high]);
    return;
  }
  const length = lengths[depth];
  if (length === undefined) return;
  const pairs = commonOnce(
    sequences(old, [oldLow, oldHigh], length),
    sequences(text, [low, high], length),
  );
  let oldNext = oldLow;
  let next = low;
  for (const [oldOffset, offset] of pairs) {
    const oldAt = oldLow + oldOffset;
    const at = low + offset;
    if (oldAt < oldNext || at < next) continue;
    matchBetween(texts, [oldNext, oldAt], [next, at], depth + 1);
    oldNext = oldAt + length;
    next = at + length;
    matchAll(match, oldAt, oldNext, at);
  }
  matchBetween(texts, [oldNext, oldHigh], [next, high], depth + 1);
}

/** Matches what both stretches begin and end with, and gives what is left of them. */
function trimmed(
  { old, text, match }: Texts,
  [oldFirst, oldLast]: Stretch,
  [first, last]: Stretch,
): readonly [Stretch, Stretch] {
  let [oldLow, oldHigh, low, high] = [oldFirst, oldLast, first, last];
  while (oldLow < oldHigh && low < high && old.ids[oldLow] === text.ids[low]) {
    match[oldLow] = low;
    oldLow += 1;
    low += 1;
  }
  while (oldLow < oldHigh && low < high && old.ids[oldHigh - 1] === text.ids[high - 1]) {
    oldHigh -= 1;
    high -= 1;
    match[oldHigh] = high;
  }
  return [
    [oldLow, oldHigh],
    [low, high],
  ];
}

/** The paragraphs, or lines, of a stretch: the first word of each, and a hash of its words. */
function paragraphsIn({ source, ids, starts, ends }: Words, [from, to]: Stretch) {
  const firsts: number[] = [];
  const hashes: number[] = [];
  let hash = 0;
  // The next line break of either kind: few words have one before them.
  let feed = breakBehind(source, '\n', 0);
  let carriage = breakBehind(source, '\r', 0);
  for (let at = from; at < to; at += 1) {
    const start = starts[at] ?? 0;
    let isFirst = at === from;
    if (feed < start || carriage < start) {
      const end = ends[at - 1] ?? 0;
      if (feed < end) feed = breakBehind(source, '\n', end);
      if (carriage < end) carriage = breakBehind(source, '\r', end);
      isFirst ||= feed < start || carriage < start;
    }
    if (isFirst) {
      if (at > from) hashes.push(hash);
      firsts.push(at);
      hash = 0;
    }
    hash = mixed(hash, ids[at] ?? 0);
  }
  if (to > from) hashes.push(hash);
  return { starts: firsts, hashes: Int32Array.from(hashes) };
}

/** Where the next line break of a kind is, from an offset on. */
function breakBehind(source: string, kind: '\n' | '\r', offset: number): number {
  const at = source.indexOf(kind, offset);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** The hash of the `length` words that begin at each word of a stretch. */
function sequences({ ids }: Words, [from, to]: Stretch, length: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, to - from - length + 1));
  for (let at = 0; at < hashes.length; at += 1) {
    let hash = 0;
    for (let word = 0; word < length; word += 1) hash = mixed(hash, ids[from + at + word] ?? 0);
    hashes[at] = hash;
  }
  return hashes;
}

function mixed(hash: number, id: number): number {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + Math.imul(id, 0x297a2d39)) | 0;
}
