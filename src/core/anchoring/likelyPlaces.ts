import type { QuotePattern } from './quotePattern.ts';
import type { WordIndex } from './wordIndex.ts';

/** Words with more occurrences say too little about a place. */
const mostOccurrences = 60;
/** Words of a pattern that vote, the rarest ones. */
const voters = 24;
/** Votes for places this many words apart are votes for one place. */
const bucket = 8;
const places = 4;

/**
 * Where the first word of a pattern may be in the text: the places that most of its rare words vote
 * for, as indices of words; an index may lie before the text's first word.
 */
export function likelyPlaces(index: WordIndex, pattern: QuotePattern): readonly number[] {
  const rare = pattern.words
    .map(({ text }, at) => ({ text, at, found: index.places(text) }))
    .filter(({ found }) => found.length > 0 && found.length <= mostOccurrences)
    .toSorted((a, b) => a.found.length - b.found.length)
    .slice(0, voters);
  const votes = new Map<number, number>();
  for (const { text, at, found } of rare) {
    const weight = index.weight(text);
    for (const place of found) {
      const begin = Math.round((place - at) / bucket);
      votes.set(begin, (votes.get(begin) ?? 0) + weight);
    }
  }
  const total = (begin: number) =>
    (votes.get(begin) ?? 0) + 0.5 * ((votes.get(begin - 1) ?? 0) + (votes.get(begin + 1) ?? 0));
  const ranked = [...votes.keys()].toSorted((a, b) => total(b) - total(a));
  const chosen: number[] = [];
  for (const begin of ranked) {
    if (chosen.length === places) break;
    if (chosen.every((other) => Math.abs(other - begin) > 1)) chosen.push(begin);
  }
  return chosen.map((begin) => begin * bucket);
}
