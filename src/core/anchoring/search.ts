import {
  candidateAt,
  leastQuote,
  wantedIn,
  wholesAt,
  type Candidate,
  type Wanted,
} from './candidate.ts';
import { ballotOf, candidatePlaces, type Ballot } from './candidatePlaces.ts';
import { bitsOf } from './plausible.ts';
import { mergeCandidates } from './mergeCandidates.ts';
import { gapOf, removalAt, surroundingsOf, type Gap } from './gap.ts';
import type { GramIndex } from './gramIndex.ts';
import type { Stretch } from './matchWords.ts';
import type { Pattern } from './pattern.ts';
import type { Placement } from './placement.ts';
import { rarestPair } from './rarestPair.ts';
import { wholeQuotes } from './wholeQuotes.ts';
import { wordBehind, type Words } from './words.ts';

/** What was found of one target so far. */
export interface Search {
  readonly wanted: Wanted;
  readonly candidates: readonly Candidate[];
  readonly ballot: Ballot;
  /** Where its context stands without it. */
  readonly gaps: readonly Gap[];
  /** Where it was expected so far. */
  readonly expected: readonly number[];
  /** The places that were looked at, with and without the quote. */
  readonly seen: ReadonlySet<number>;
  readonly seenWithout: ReadonlySet<number>;
}

/** A search with the places where all of a pattern stands, word for word. */
export function searchOf(index: GramIndex, pattern: Pattern): Search {
  const wanted = wantedIn(index, pattern);
  return {
    wanted,
    candidates: wholesOf(index, wanted),
    ballot: ballotOf(index, wanted),
    gaps: [],
    expected: [],
    seen: new Set(),
    seenWithout: new Set(),
  };
}

/** The places where all of a pattern stands word for word. */
function wholesOf(index: GramIndex, wanted: Wanted): readonly Candidate[] {
  const rarest = rarestPair(index, wanted);
  if (rarest === null || rarest.places.length > mostWholes) return [];
  return wholesAt(index.words, wanted, rarest.places, rarest.at);
}

const mostWholes = 64;
/** Places that are looked at around an expected one: at first, and when more landmarks are known. */
const mostVotes = 40;
const fewVotes = 5;
/** Places where the quote may have been removed that are looked at. */
const mostRemovals = 2;
/** Share of a pattern's weight that a place has to have in votes to be looked at. */
const leastVotes = 0.15;

/** Expected places that are so many words apart are looked around separately. */
const farApart = 150;

/** A search while it goes on: what was looked at, and what was found there. */
interface Look {
  readonly text: Words;
  readonly wanted: Wanted;
  readonly seen: Set<number>;
  readonly more: Candidate[];
}

/**
 * A search with what is found where the landmarks say, then where its words stand, the likeliest
 * first, and where it is not any more. A second time, also between its neighbours.
 */
export function searched(
  index: GramIndex,
  search: Search,
  placement: Placement,
  isSecond: boolean,
): Search {
  const { wanted, ballot } = search;
  const text = index.words;
  const expected = expectedBegins(text, wanted, placement);
  const fresh: number[] = [];
  for (const begin of expected) if (isFarFrom(search.expected, begin)) fresh.push(begin);
  const look: Look = { text, wanted, seen: new Set(search.seen), more: [] };
  let isSettled = false;
  for (const begin of expected) isSettled = lookAt(look, begin) || isSettled;
  if (!isSettled) {
    const between = isSecond ? betweenNeighbours(text, wanted, placement) : undefined;
    lookAtVotes(look, ballot, fresh, isSecond ? fewVotes : mostVotes, between);
  }
  const { more } = look;
  const isFound = search.candidates.some(isPlain) || more.some(isPlain);
  const removals = isFound ? [] : removalsAmong(ballot, fresh);
  // Where many copies of a quote stand, it may be an edited one between its contexts.
  for (const begin of removals) lookAt(look, begin);
  const candidates = mergeCandidates([...search.candidates, ...more]).filter(isEnough);
  const isPlainThere = candidates.some(isPlain);
  const begins = isPlainThere ? [] : unique([...expected, ...removals], search.seenWithout);
  return {
    wanted,
    candidates,
    ballot,
    gaps: isPlainThere ? search.gaps : [...search.gaps, ...gapsAmong(look, begins)],
    expected: [...search.expected, ...expected],
    seen: look.seen,
    seenWithout:
      begins.length === 0 ? search.seenWithout : new Set([...search.seenWithout, ...begins]),
  };
}

/** The words at which a pattern would begin by its neighbours. */
function expectedBegins(
  text: Words,
  { pattern: { target, first } }: Wanted,
  { predictions }: Placement,
): readonly number[] {
  if (predictions.length === 0) return [wordBehind(text, target.start) - first];
  const begins: number[] = [];
  for (const { at } of predictions) {
    const begin = wordBehind(text, at) - first;
    if (!begins.includes(begin)) begins.push(begin);
  }
  return begins;
}

function isFarFrom(others: readonly number[], begin: number): boolean {
  for (const other of others) if (Math.abs(begin - other) <= farApart) return false;
  return true;
}

function betweenNeighbours(
  text: Words,
  { pattern: { first } }: Wanted,
  { low, high }: Placement,
): Stretch {
  return [wordBehind(text, low) - first, Math.min(text.count, wordBehind(text, high))];
}

/** Looks at a place that was not looked at; whether the passage plainly stands there. */
function lookAt({ text, wanted, seen, more }: Look, begin: number): boolean {
  if (seen.has(begin)) return false;
  seen.add(begin);
  const candidate = candidateAt(text, wanted, begin);
  if (candidate === null) return false;
  more.push(candidate);
  return isPlain(candidate);
}

/** Looks at the places that the words of a pattern vote for. */
function lookAtVotes(
  look: Look,
  ballot: Ballot,
  expected: readonly number[],
  most: number,
  between: Stretch | undefined,
): void {
  const least = leastVotes * sumOf(look.wanted.weights);
  let settled = 0;
  for (const around of expected) {
    const { begins, scores } = candidatePlaces(ballot, around, false, most, between);
    for (const [at, begin] of begins.entries()) {
      const score = scores[at] ?? 0;
      // Where the passage and its context plainly stand, only what is nearly as likely can be it instead.
      if (score < settled * 0.75 || score < least) continue;
      if (lookAt(look, begin)) settled = Math.max(settled, score);
    }
  }
}

/** Where the context of a pattern may stand without the quote. */
function removalsAmong(ballot: Ballot, expected: readonly number[]): readonly number[] {
  const { wanted } = ballot;
  const context = sumOf(wanted.weights) - bitsOf(wanted);
  const removals: number[] = [];
  for (const around of expected) {
    const { begins, scores } = candidatePlaces(ballot, around, true, mostRemovals);
    for (const [at, begin] of begins.entries()) {
      if ((scores[at] ?? 0) >= leastVotes * context) removals.push(begin);
    }
  }
  return removals;
}

/** The gaps that places are which were looked at, and those at words where the pattern would begin. */
function gapsAmong({ text, wanted, more }: Look, begins: readonly number[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const candidate of more) {
    const gap = gapOf(wanted, candidate);
    if (gap !== null) gaps.push(gap);
  }
  const surroundings = begins.length === 0 ? null : surroundingsOf(wanted);
  if (surroundings === null) return gaps;
  for (const begin of begins) {
    const gap = removalAt(text, surroundings, begin);
    if (gap !== null) gaps.push(gap);
  }
  return gaps;
}

/** A search with the other places where all words of the quote stand. */
export function withWholeQuotes(index: GramIndex, search: Search): Search {
  const { wanted, candidates, ballot, gaps, expected, seen, seenWithout } = search;
  const more: Candidate[] = [];
  for (const begin of wholeQuotes(index, wanted)) {
    if (isCovered(candidates, index.words.starts[begin] ?? 0)) continue;
    const candidate = candidateAt(index.words, wanted, begin - wanted.pattern.first);
    if (candidate !== null) more.push(candidate);
  }
  if (more.length === 0) return search;
  const all = mergeCandidates([...candidates, ...more]);
  return { wanted, candidates: all, ballot, gaps, expected, seen, seenWithout };
}

function isCovered(candidates: readonly Candidate[], at: number): boolean {
  for (const { start, end } of candidates) if (start <= at && at < end) return true;
  return false;
}

function sumOf(weights: readonly number[]): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

/** Whether most of the quote stands between its contexts. */
function isPlain({ quote, before, behind }: Candidate): boolean {
  return quote >= 0.6 && (before ?? 1) >= 0.9 && (behind ?? 1) >= 0.9;
}

function isEnough({ quote }: Candidate): boolean {
  return quote >= leastQuote;
}

/** The numbers of a list that are not known yet, each once. */
function unique(list: readonly number[], known: ReadonlySet<number>): readonly number[] {
  return [...new Set(list)].filter((each) => !known.has(each));
}
