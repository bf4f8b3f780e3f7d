import type { Wanted } from './candidate.ts';
import { countOf, pairOf, placesOf, type GramIndex } from './gramIndex.ts';

/** Places of a pair of words that are looked at, and whole quotes that are told apart, at most. */
const mostPlaces = 2000;
const mostWholes = 64;

/**
 * The words at which all words of a quote stand, one behind the other; none if the quote has fewer than two
 * or stands nearly everywhere.
 */
export function wholeQuotes(
  index: GramIndex,
  { pattern: { words, first, behind } }: Wanted,
): readonly number[] {
  const pairAt = (at: number) => pairOf(words.ids[at] ?? 0, words.ids[at + 1] ?? 0);
  let rarest = -1;
  let least = mostPlaces + 1;
  for (let at = first; at + 1 < behind; at += 1) {
    const count = countOf(index, pairAt(at));
    if (count >= least) continue;
    least = count;
    rarest = at;
  }
  const begins: number[] = [];
  if (rarest === -1) return begins;
  for (const place of placesOf(index, pairAt(rarest))) {
    const begin = place - (rarest - first);
    if (!standsAt(begin)) continue;
    if (begins.length === mostWholes) return [];
    begins.push(begin);
  }
  return begins;

  function standsAt(begin: number): boolean {
    if (begin < 0 || begin + behind - first > index.words.count) return false;
    for (let at = first; at < behind; at += 1) {
      if (words.ids[at] !== index.words.ids[begin + at - first]) return false;
    }
    return true;
  }
}
