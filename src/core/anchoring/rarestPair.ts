import type { Wanted } from './candidate.ts';
import { countOf, pairOf, placesOf, type GramIndex } from './gramIndex.ts';

/** A place where the rarest pair of a pattern may stand. */
export interface RarestPair {
  /** The word of the pattern at which it begins. */
  readonly at: number;
  readonly places: Int32Array;
}

/** Where the rarest pair of neighbouring words of a pattern stands; null if one of its pairs is nowhere in the text. */
export function rarestPair(index: GramIndex, { pattern: { words } }: Wanted): RarestPair | null {
  let rarest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < words.count; at += 1) {
    const count = countOf(index, pairOf(words.ids[at] ?? 0, words.ids[at + 1] ?? 0));
    if (count === 0) return null;
    if (count < least) {
      least = count;
      rarest = at;
    }
  }
  if (rarest === -1) return null;
  const pair = pairOf(words.ids[rarest] ?? 0, words.ids[rarest + 1] ?? 0);
  return { at: rarest, places: placesOf(index, pair) };
}
