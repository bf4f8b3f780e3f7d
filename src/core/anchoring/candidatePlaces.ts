import type { Wanted } from './candidate.ts';
import type { Stretch } from './matchWords.ts';
import type { GramIndex } from './gramIndex.ts';
import { gramsOf, isRare, placesInAll, votersAmong, type Gram } from './voters.ts';
import { votesOf, type Votes } from './votes.ts';

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

const nowhere: Stretch = [0, 0];
const everywhere: Stretch = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The grams of a pattern, and how they voted, as far as that was asked for. */
export interface Ballot {
  readonly index: GramIndex;
  readonly wanted: Wanted;
  grams: readonly Gram[] | null;
  /** What they say with and without the quote, when all of their places vote, wherever the pattern is expected. */
  always: Votes | null;
  alwaysWithout: Votes | null;
}

/** Lets the grams of a pattern vote when that is asked for. */
export function ballotOf(index: GramIndex, wanted: Wanted): Ballot {
  return { index, wanted, grams: null, always: null, alwaysWithout: null };
}

/**
 * Where the first word of a pattern may be when it is expected at a place, the likeliest first: the
 * places that most of its rare words and pairs of words speak for. Grams of the quote are left out on
 * demand; those behind it then vote for where the pattern would begin without it. The likeliest ones
 * between two words are among the first in any case. No more than `most` are given.
 */
export function candidatePlaces(
  ballot: Ballot,
  expected: number,
  withoutQuote: boolean,
  most: number,
  between: Stretch = nowhere,
): Votes {
  const known = withoutQuote ? ballot.alwaysWithout : ballot.always;
  return likeliest(known ?? counted(ballot, expected, withoutQuote), expected, most, between);
}

/** Counts the votes, and keeps them if they do not depend on what is expected. */
function counted(ballot: Ballot, expected: number, withoutQuote: boolean): Votes {
  const { index, wanted } = ballot;
  ballot.grams ??= gramsOf(index, wanted);
  const used = votersAmong(ballot.grams, wanted, withoutQuote);
  const votes = votesOf(index, used, wanted, expected, withoutQuote);
  if (used.every(isRare)) {
    if (withoutQuote) ballot.alwaysWithout = votes;
    else ballot.always = votes;
  }
  return votes;
}

/** The places that the votes and the way from the expected one speak for, and the likeliest of those between two words. */
function likeliest(votes: Votes, expected: number, most: number, between: Stretch): Votes {
  likelihoods.fill(unknown);
  const best = votes.scores[mostLikely(votes, expected, everywhere)] ?? 0;
  const begins: number[] = [];
  const scores: number[] = [];
  for (let rank = -chosenBetween; rank < chosenAmongEquals && begins.length < most; rank += 1) {
    const among = rank < 0 ? between : everywhere;
    const at = mostLikely(votes, expected, among);
    const score = votes.scores[at] ?? Number.NEGATIVE_INFINITY;
    const least = rank < chosen ? leastOfBest : equalToBest;
    if (rank >= 0 && (at === -1 || score < best * least)) break;
    if (at === -1) continue;
    begins.push(votes.begins[at] ?? 0);
    scores.push(score);
    likelihoods[at] = taken;
  }
  return { begins, scores };
}

/** How likely each place is, in bits; room that is kept for the next call. */
const likelihoods = new Float64Array(placesInAll);
/** In place of a likelihood: it was not asked for yet, or its place is taken. */
const unknown = Number.NaN;
const taken = Number.NEGATIVE_INFINITY;

/** The place that most speaks for of those between two words that are not taken; -1 if there is none. */
function mostLikely({ begins, scores }: Votes, expected: number, [low, high]: Stretch): number {
  let most = taken;
  let found = -1;
  for (let at = 0; at < begins.length; at += 1) {
    const begin = begins[at] ?? 0;
    const score = scores[at] ?? 0;
    // The way only takes from what the votes say, so that it need not be weighed for most places.
    if (score <= most || begin < low || begin >= high) continue;
    let likelihood = likelihoods[at] ?? taken;
    if (Number.isNaN(likelihood)) {
      const distance = Math.abs(begin - expected) / nearAtAll;
      likelihood = score - worthOfDistance * Math.log2(1 + distance);
      likelihoods[at] = likelihood;
    }
    if (likelihood <= most) continue;
    most = likelihood;
    found = at;
  }
  return found;
}
