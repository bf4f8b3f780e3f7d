import type { Wanted } from './candidate.ts';
import { placesOf, type GramIndex } from './gramIndex.ts';
import { numberAt } from './numberAt.ts';
import { placesInAll, placesOfOne, voterBits, voters, type Gram } from './voters.ts';

/** Places this many words apart support each other. */
const apart = 12;

/** Places where the first word of a pattern may be, as indices of words, ascending, with the votes for each. */
export interface Votes {
  readonly begins: readonly number[];
  readonly scores: readonly number[];
}

/** What grams say about where the first word of their pattern is, those behind the quote on demand as if it were gone. */
export function votesOf(
  index: GramIndex,
  used: readonly Gram[],
  wanted: Wanted,
  expected: number,
  withoutQuote: boolean,
): Votes {
  return gathered(ordered(index, used, wanted, expected, withoutQuote), used);
}

/** Room for the votes of one pattern, kept for the next one. */
const keys = new Int32Array(placesInAll);

/** The votes of grams in the order of the text, each a place times the number of voters, and its voter. */
function ordered(
  index: GramIndex,
  used: readonly Gram[],
  { pattern: { first, behind } }: Wanted,
  expected: number,
  withoutQuote: boolean,
): Int32Array {
  let next = 0;
  for (const [by, { gram, at, count }] of used.entries()) {
    const places = placesOf(index, gram);
    const offset = withoutQuote && at >= behind ? at - behind + first : at;
    const taken = Math.min(count, placesOfOne);
    const from = nearest(places, expected + offset, taken);
    for (let i = from; i < from + taken; i += 1) {
      keys[next] = ((places[i] ?? 0) - offset) * voters + by;
      next += 1;
    }
  }
  return keys.subarray(0, next).sort();
}

/** Gathers votes by place. */
function gathered(votes: Int32Array, grams: readonly Gram[]): Votes {
  const begins: number[] = [];
  const sums: number[] = [];
  const words = firstOfWord(grams);
  for (let from = 0; from < votes.length;) {
    let to = from;
    let begin = 0;
    let score = 0;
    let best = -1;
    let last = numberAt(votes, from) >> voterBits;
    let atThis = 0;
    let at = last;
    let voted = 0;
    while (to < votes.length) {
      const key = numberAt(votes, to);
      const place = key >> voterBits;
      if (place - last > 2) break;
      const by = key & (voters - 1);
      const weight = grams[by]?.weight ?? 0;
      if (place !== at) {
        at = place;
        atThis = 0;
      }
      // A word counts once, by itself or as the first of a pair.
      const word = words[by] ?? 0;
      if ((voted & (1 << word)) === 0) {
        voted |= 1 << word;
        score += weight;
      }
      atThis += weight;
      if (atThis > best) {
        best = atThis;
        begin = place;
      }
      last = place;
      to += 1;
    }
    begins.push(begin);
    sums.push(score);
    from = to;
  }
  return { begins, scores: supported(begins, sums) };
}

/** For each gram the first one that begins at the same word of the pattern. */
function firstOfWord(grams: readonly Gram[]): readonly number[] {
  const words: number[] = [];
  for (const { at } of grams) {
    let first = 0;
    while (grams[first]?.at !== at) first += 1;
    words.push(first);
  }
  return words;
}

/** What is put in or left out shifts what follows: places that are near support each other. */
function supported(begins: readonly number[], sums: readonly number[]): readonly number[] {
  const scores: number[] = [];
  for (let at = 0; at < begins.length; at += 1) {
    const score = (sums[at] ?? 0) + supportBy(begins, sums, at - 1, at);
    scores.push(score + supportBy(begins, sums, at + 1, at));
  }
  return scores;
}

function supportBy(
  begins: readonly number[],
  sums: readonly number[],
  other: number,
  at: number,
): number {
  if (other < 0 || other >= begins.length) return 0;
  return Math.abs((begins[other] ?? 0) - (begins[at] ?? 0)) <= apart ? (sums[other] ?? 0) * 0.8 : 0;
}

/** The first of `taken` neighbouring places around an expected one. */
function nearest(places: Int32Array, expected: number, taken: number): number {
  if (taken === places.length) return 0;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < expected) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(places.length - taken, low - (taken >> 1)));
}
