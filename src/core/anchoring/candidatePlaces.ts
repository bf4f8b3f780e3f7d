import { pairOf, type GramIndex } from './gramIndex.ts';
import type { Wanted } from './candidate.ts';

/** Places of one gram that vote, and places in all, at most; the nearest ones to where the passage is expected. */
const placesOfOne = 40;
const placesInAll = 240;
/** Places this many words apart speak for the same candidate. */
const apart = 6;
/** Candidates that are looked at closely; of those with equal votes, more. */
const chosen = 6;
const chosenAmongEquals = 40;

/**
 * Where the first word of a pattern may be, as indices of words, the likeliest first: the places that
 * most of its rare words and pairs of words speak for.
 */
export function candidatePlaces(
  index: GramIndex,
  { pattern, weights }: Wanted,
  expected: number,
): { readonly whole: readonly number[]; readonly withoutQuote: readonly number[] } {
  const { ids, count } = pattern.words;
  const grams: { readonly at: number; readonly places: Int32Array }[] = [];
  for (let at = 0; at < count; at += 1) {
    const word = index.places(ids[at] ?? 0);
    if (word.length > 0) grams.push({ at, places: word });
    if (at + 1 === count || word.length <= 2) continue;
    const pair = index.places(pairOf(ids[at] ?? 0, ids[at + 1] ?? 0));
    if (pair.length > 0) grams.push({ at, places: pair });
  }
  grams.sort((a, b) => a.places.length - b.places.length);

  const votes: Vote[] = [];
  for (const { at, places } of grams) {
    const taken = Math.min(places.length, placesOfOne);
    if (votes.length + taken > placesInAll) break;
    const from = nearest(places, expected + at, taken);
    const weight = Math.log2(2 + index.words.count / (1 + places.length));
    for (let i = from; i < from + taken; i += 1) {
      votes.push({ begin: (places[i] ?? 0) - at, at, weight: Math.max(weight, weights[at] ?? 0) });
    }
  }
  const { first, behind } = pattern;
  const ofContext = votes
    .filter(({ at }) => at < first - 1 || at >= behind)
    .map((vote) => (vote.at < first ? vote : { ...vote, begin: vote.begin + behind - first }));
  return { whole: ranked(votes, expected), withoutQuote: ranked(ofContext, expected).slice(0, 4) };
}

interface Vote {
  readonly begin: number;
  readonly at: number;
  readonly weight: number;
}

function ranked(votes: Vote[], expected: number): number[] {
  votes.sort((a, b) => a.begin - b.begin || a.at - b.at);
  const places: { begin: number; score: number }[] = [];
  let from = 0;
  for (let to = 1; to <= votes.length; to += 1) {
    if (to < votes.length && (votes[to]?.begin ?? 0) - (votes[to - 1]?.begin ?? 0) <= 2) continue;
    places.push(placeOf(votes.slice(from, to)));
    from = to;
  }
  // What is put in or left out shifts what follows: such places support each other.
  const total = places.map((place, at) => {
    let sum = place.score;
    for (const other of [places[at - 1], places[at + 1]]) {
      if (other && Math.abs(other.begin - place.begin) <= 2 * apart) sum += other.score * 0.8;
    }
    return { begin: place.begin, score: sum };
  });
  total.sort(
    (a, b) => b.score - a.score || Math.abs(a.begin - expected) - Math.abs(b.begin - expected),
  );
  const best = total[0]?.score ?? 0;
  const result: number[] = [];
  for (const { begin, score } of total) {
    if (result.length >= chosenAmongEquals) break;
    if (result.length >= chosen && score < best * 0.97) break;
    if (result.every((other) => Math.abs(other - begin) > 2)) result.push(begin);
  }
  return result;
}

/** The place that neighbouring votes give: the one with most weight; each word of the pattern counts once. */
function placeOf(votes: readonly Vote[]): { begin: number; score: number } {
  const heaviest = new Map<number, number>();
  const byBegin = new Map<number, number>();
  for (const { begin, at, weight } of votes) {
    heaviest.set(at, Math.max(heaviest.get(at) ?? 0, weight));
    byBegin.set(begin, (byBegin.get(begin) ?? 0) + weight);
  }
  let begin = votes[0]?.begin ?? 0;
  for (const [each, weight] of byBegin) if (weight > (byBegin.get(begin) ?? 0)) begin = each;
  let score = 0;
  for (const weight of heaviest.values()) score += weight;
  return { begin, score };
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
