import type { Wanted } from './candidate.ts';
import { countOf, pairOf, type GramIndex } from './gramIndex.ts';

/** Grams of a pattern that vote, the rarest ones. */
export const voterBits = 4;
export const voters = 2 ** voterBits;
/** Places of one gram that vote, and places in all, at most; the nearest ones to where the passage is expected. */
export const placesOfOne = 40;
export const placesInAll = 240;

/** A word of a pattern, or a pair of them, that is in the text. */
export interface Gram {
  readonly gram: number;
  /** The word of the pattern at which it begins. */
  readonly at: number;
  /** How often it is in the text. */
  readonly count: number;
  readonly weight: number;
}

/** The words of a pattern and their pairs that are in the text, the rarest first. */
export function gramsOf(index: GramIndex, { pattern, weights }: Wanted): readonly Gram[] {
  const { ids, count } = pattern.words;
  const grams: Gram[] = [];
  for (let at = 0; at < count; at += 1) {
    const gram = ids[at] ?? 0;
    const places = countOf(index, gram);
    if (places > 0) grams.push({ gram, at, count: places, weight: weights[at] ?? 0 });
    if (at + 1 === count || places <= 2) continue;
    const pair = pairOf(gram, ids[at + 1] ?? 0);
    const pairs = countOf(index, pair);
    if (pairs === 0) continue;
    const weight = Math.log2(2 + index.words.count / (1 + pairs));
    grams.push({ gram: pair, at, count: pairs, weight });
  }
  return grams.sort(byCount);
}

function byCount(a: Gram, b: Gram): number {
  return a.count - b.count;
}

/**
 * The grams that vote: the rarest ones, half of them of the quote if it has so many. What stands around a
 * moved passage speaks for where it was.
 */
export function votersAmong(
  grams: readonly Gram[],
  { pattern: { first, behind } }: Wanted,
  withoutQuote: boolean,
): readonly Gram[] {
  const used: Gram[] = [];
  let count = 0;
  if (!withoutQuote) {
    for (const gram of grams) {
      if (!touches(gram, first, behind)) continue;
      const taken = Math.min(gram.count, placesOfOne);
      if (used.length >= voters / 2 || count + taken > placesInAll / 2) break;
      used.push(gram);
      count += taken;
    }
  }
  const ofQuote = used.length;
  let next = 0;
  for (const gram of grams) {
    if (next < ofQuote && gram === used[next]) {
      next += 1;
      continue;
    }
    if (withoutQuote && touches(gram, first, behind)) continue;
    const taken = Math.min(gram.count, placesOfOne);
    if (used.length >= voters || count + taken > placesInAll) break;
    used.push(gram);
    count += taken;
  }
  return used;
}

/** Whether a word of a gram is one of the quote's. */
function touches({ at }: Gram, first: number, behind: number): boolean {
  return at >= first - 1 && at < behind;
}

/** Whether all places of a gram vote, wherever its pattern is expected. */
export function isRare({ count }: Gram): boolean {
  return count <= placesOfOne;
}
