import type { Wanted } from './candidate.ts';
import type { Stretch } from './matchWords.ts';
import { pairOf, type GramIndex } from './gramIndex.ts';

/** Grams of a pattern that vote, the rarest ones. */
const voterBits = 4;
const voters = 2 ** voterBits;
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

/** A word of a pattern, or a pair of them, that is in the text. */
interface Gram {
  readonly gram: number;
  /** The word of the pattern at which it begins. */
  readonly at: number;
  /** How often it is in the text. */
  readonly count: number;
  readonly weight: number;
}

/** The grams of a pattern, and how they voted, as far as that was asked for. */
export interface Ballot {
  readonly index: GramIndex;
  readonly wanted: Wanted;
  grams: readonly Gram[] | null;
  /** What they say with and without the quote, when all of their places vote, wherever the pattern is expected. */
  always: readonly Vote[] | null;
  alwaysWithout: readonly Vote[] | null;
}

/** Lets the grams of a pattern vote when that is asked for. */
export function ballotOf(index: GramIndex, wanted: Wanted): Ballot {
  return { index, wanted, grams: null, always: null, alwaysWithout: null };
}

/**
 * Where the first word of a pattern may be when it is expected at a place, the likeliest first: the
 * places that most of its rare words and pairs of words speak for. Grams of the quote are left out on
 * demand; those behind it then vote for where the pattern would begin without it. The likeliest ones
 * between two words are among the first in any case.
 */
export function candidatePlaces(
  ballot: Ballot,
  expected: number,
  withoutQuote: boolean,
  between: Stretch = nowhere,
): readonly Vote[] {
  const known = withoutQuote ? ballot.alwaysWithout : ballot.always;
  return likeliest(known ?? counted(ballot, expected, withoutQuote), expected, between);
}

/** Counts the votes, and keeps them if they do not depend on what is expected. */
function counted(ballot: Ballot, expected: number, withoutQuote: boolean): readonly Vote[] {
  const { index, wanted } = ballot;
  ballot.grams ??= gramsOf(index, wanted);
  const used = votersAmong(ballot.grams, wanted, withoutQuote);
  const votes = gathered(votesOf(index, used, wanted, expected, withoutQuote), used);
  if (used.every(({ count }) => count <= placesOfOne)) {
    if (withoutQuote) ballot.alwaysWithout = votes;
    else ballot.always = votes;
  }
  return votes;
}

/** The words of a pattern and their pairs that are in the text, the rarest first. */
function gramsOf(index: GramIndex, { pattern, weights }: Wanted): readonly Gram[] {
  const { ids, count } = pattern.words;
  const grams: Gram[] = [];
  for (let at = 0; at < count; at += 1) {
    const gram = ids[at] ?? 0;
    const places = index.countOf(gram);
    if (places > 0) grams.push({ gram, at, count: places, weight: weights[at] ?? 0 });
    if (at + 1 === count || places <= 2) continue;
    const pair = pairOf(gram, ids[at + 1] ?? 0);
    const pairs = index.countOf(pair);
    if (pairs === 0) continue;
    const weight = Math.log2(2 + index.words.count / (1 + pairs));
    grams.push({ gram: pair, at, count: pairs, weight });
  }
  return grams.sort((a, b) => a.count - b.count);
}

/**
 * The grams that vote: the rarest ones, half of them of the quote if it has so many. What stands around a
 * moved passage speaks for where it was.
 */
function votersAmong(
  grams: readonly Gram[],
  { pattern: { first, behind } }: Wanted,
  withoutQuote: boolean,
): readonly Gram[] {
  const used: Gram[] = [];
  let count = 0;
  const take = (isWanted: (isQuote: boolean) => boolean, most: number) => {
    for (const gram of grams) {
      if (used.includes(gram) || !isWanted(gram.at >= first - 1 && gram.at < behind)) continue;
      const taken = Math.min(gram.count, placesOfOne);
      if (used.length >= voters * most || count + taken > placesInAll * most) break;
      used.push(gram);
      count += taken;
    }
  };
  if (!withoutQuote) take((isQuote) => isQuote, 0.5);
  take((isQuote) => !isQuote || !withoutQuote, 1);
  return used;
}

/** The votes of grams in the order of the text, each a place times the number of voters, and its voter. */
function votesOf(
  index: GramIndex,
  used: readonly Gram[],
  { pattern: { first, behind } }: Wanted,
  expected: number,
  withoutQuote: boolean,
): Int32Array {
  const keys = new Int32Array(placesInAll);
  let next = 0;
  for (const [by, { gram, at, count }] of used.entries()) {
    const places = index.places(gram);
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
function gathered(keys: Int32Array, grams: readonly Gram[]): readonly Vote[] {
  const places: Vote[] = [];
  // Of the grams at each word of the pattern, the first one.
  const words = grams.map(({ at }) => grams.findIndex((gram) => gram.at === at));
  for (let from = 0; from < keys.length;) {
    let to = from;
    let begin = 0;
    let score = 0;
    let best = -1;
    let last = (keys[from] ?? 0) >> voterBits;
    let atThis = 0;
    let at = last;
    let voted = 0;
    while (to < keys.length) {
      const key = keys[to] ?? 0;
      const place = key >> voterBits;
      if (place - last > 2) break;
      const by = key & (voters - 1);
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
  return places.map(({ begin, score }, at) => ({
    begin,
    score: score + supportBy(places[at - 1], begin) + supportBy(places[at + 1], begin),
  }));
}

/** The places that the votes and the way from the expected one speak for, and the likeliest of those between two words. */
function likeliest(
  votes: readonly Vote[],
  expected: number,
  [low, high]: Stretch,
): readonly Vote[] {
  const places = votes
    .map(({ begin, score }) => {
      const distance = Math.abs(begin - expected) / nearAtAll;
      return { begin, score, likelihood: score - worthOfDistance * Math.log2(1 + distance) };
    })
    .sort((a, b) => b.likelihood - a.likelihood);
  const best = places[0]?.score ?? 0;
  const kept = places.filter(({ begin }) => begin >= low && begin < high).slice(0, chosenBetween);
  const others = places.filter((vote) => !kept.includes(vote));
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
