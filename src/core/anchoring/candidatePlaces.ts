import type { Wanted } from './candidate.ts';
import type { Stretch } from './matchWords.ts';
import { pairOf, type GramIndex } from './gramIndex.ts';

/** Grams of a pattern that vote, the rarest ones. */
const voters = 16;
/** Places of one gram that vote, and places in all, at most; the nearest ones to where the passage is expected. */
const placesOfOne = 40;
const placesInAll = 240;
/** Places this many words apart support each other. */
const apart = 12;
/** Candidates that are looked at closely; of those with equal votes, more. */
const chosen = 6;
const chosenAmongEquals = 40;
/** Share of the best one's votes that others need, and that make them its equals. */
const leastOfBest = 0.35;
const equalToBest = 0.97;

/** Places where passages would keep their order that are looked at though others are likelier. */
const chosenBetween = 2;
/** Bits by which a place is less likely at twice the distance from where the passage is expected, beyond some words. */
const worthOfDistance = 2;
const nearAtAll = 8;

/** A place where the first word of a pattern may be, as the index of a word, with the votes for it. */
export interface Vote {
  readonly begin: number;
  readonly score: number;
}

const nowhere: Stretch = [0, 0];

/** A word of a pattern, or a pair of them, and where it stands in the text. */
export interface Gram {
  /** The word of the pattern at which it begins. */
  readonly at: number;
  readonly places: Int32Array;
  readonly weight: number;
}

/** Where the rarest pair of neighbouring words of a pattern stands; null if one of its pairs is nowhere in the text. */
export function rarestPair(
  index: GramIndex,
  { pattern: { words } }: Wanted,
): Pick<Gram, 'at' | 'places'> | null {
  let rarest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + 1 < words.count; at += 1) {
    const count = index.countOf(pairOf(words.ids[at] ?? 0, words.ids[at + 1] ?? 0));
    if (count === 0) return null;
    if (count < least) {
      least = count;
      rarest = at;
    }
  }
  if (rarest === -1) return null;
  const pair = pairOf(words.ids[rarest] ?? 0, words.ids[rarest + 1] ?? 0);
  return { at: rarest, places: index.places(pair) };
}

/** The words of a pattern and their pairs that are in the text, the rarest first. */
export function gramsOf(index: GramIndex, { pattern, weights }: Wanted): readonly Gram[] {
  const { ids, count } = pattern.words;
  const grams: Gram[] = [];
  for (let at = 0; at < count; at += 1) {
    const places = index.places(ids[at] ?? 0);
    if (places.length > 0) grams.push({ at, places, weight: weights[at] ?? 0 });
    if (at + 1 === count || places.length <= 2) continue;
    const pairs = index.places(pairOf(ids[at] ?? 0, ids[at + 1] ?? 0));
    if (pairs.length === 0) continue;
    const weight = Math.log2(2 + index.words.count / (1 + pairs.length));
    grams.push({ at, places: pairs, weight });
  }
  return grams.sort((a, b) => a.places.length - b.places.length);
}

/**
 * Where the first word of a pattern may be: the places that most of its rare words and pairs of words
 * speak for, the likeliest first. Grams of the quote are left out on demand; those behind it then vote for
 * where the pattern would begin without it. The likeliest ones between two words are among the first in any case.
 */
export function candidatePlaces(
  grams: readonly Gram[],
  { pattern: { first, behind } }: Wanted,
  expected: number,
  withoutQuote: boolean,
  between: Stretch = nowhere,
): readonly Vote[] {
  const used: Gram[] = [];
  let count = 0;
  for (const gram of grams) {
    if (withoutQuote && gram.at >= first - 1 && gram.at < behind) continue;
    const taken = Math.min(gram.places.length, placesOfOne);
    if (used.length === voters || count + taken > placesInAll) break;
    used.push(gram);
    count += taken;
  }
  const keys = new Float64Array(count);
  let next = 0;
  for (const [by, { at, places }] of used.entries()) {
    const offset = withoutQuote && at >= behind ? at - behind + first : at;
    const taken = Math.min(places.length, placesOfOne);
    const from = nearest(places, expected + offset, taken);
    for (let i = from; i < from + taken; i += 1) {
      keys[next] = ((places[i] ?? 0) - offset) * voters + by;
      next += 1;
    }
  }
  return ranked(keys.sort(), used, expected, between);
}

/** Gathers sorted votes (place times voters plus voter) by place. */
function ranked(
  keys: Float64Array,
  grams: readonly Gram[],
  expected: number,
  [low, high]: Stretch,
): readonly Vote[] {
  const places: Vote[] = [];
  // Of the grams at each word of the pattern, the first one.
  const words = grams.map(({ at }) => grams.findIndex((gram) => gram.at === at));
  for (let from = 0; from < keys.length;) {
    let to = from;
    let begin = 0;
    let score = 0;
    let best = -1;
    let last = Math.floor((keys[from] ?? 0) / voters);
    let atThis = 0;
    let at = last;
    let voted = 0;
    while (to < keys.length) {
      const key = keys[to] ?? 0;
      const place = Math.floor(key / voters);
      if (place - last > 2) break;
      const by = key - place * voters;
      const gram = grams[by];
      if (place !== at) {
        at = place;
        atThis = 0;
      }
      // A word counts once, by itself or as the first of a pair.
      const word = words[by] ?? 0;
      if (gram && (voted & (1 << word)) === 0) {
        voted |= 1 << word;
        score += gram.weight;
      }
      atThis += gram?.weight ?? 0;
      if (atThis > best) {
        best = atThis;
        begin = place;
      }
      last = place;
      to += 1;
    }
    places.push({ begin, score });
    from = to;
  }
  // What is put in or left out shifts what follows: such places support each other.
  const total = places
    .map(({ begin, score }, at) => {
      const all = score + supportBy(places[at - 1], begin) + supportBy(places[at + 1], begin);
      const distance = Math.abs(begin - expected) / nearAtAll;
      return { begin, score: all, likelihood: all - worthOfDistance * Math.log2(1 + distance) };
    })
    .sort((a, b) => b.likelihood - a.likelihood);
  const best = total[0]?.score ?? 0;
  const kept = total.filter(({ begin }) => begin >= low && begin < high).slice(0, chosenBetween);
  const others = total.filter((vote) => !kept.includes(vote));
  const enough = others.findIndex(
    ({ score }, at) => score < best * (at < chosen ? leastOfBest : equalToBest),
  );
  return [
    ...kept,
    ...others.slice(0, Math.min(chosenAmongEquals, enough === -1 ? others.length : enough)),
  ];
}

function supportBy(other: Vote | undefined, begin: number): number {
  return other && Math.abs(other.begin - begin) <= apart ? other.score * 0.8 : 0;
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
