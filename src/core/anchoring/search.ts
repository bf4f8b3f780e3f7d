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
import { gapOf, removalAt, surroundingsOf, type Gap } from './gap.ts';
import type { GramIndex } from './gramIndex.ts';
import type { Stretch } from './matchWords.ts';
import type { Pattern } from './pattern.ts';
import type { Placement } from './placement.ts';
import { rarestPair } from './rarestPair.ts';
import type { Target } from './target.ts';
import { wholeQuotes } from './wholeQuotes.ts';
import { wordBehind } from './words.ts';

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

/**
 * A search with what is found where the landmarks say, then where its words stand, the likeliest
 * first, and where it is not any more. A second time, also between its neighbours.
 */
export function searched(
  index: GramIndex,
  search: Search,
  placement: (target: Target) => Placement,
  isSecond: boolean,
): Search {
  const { wanted } = search;
  const text = index.words;
  const { target, first } = wanted.pattern;
  const { predictions, low, high } = placement(target);
  const between: Stretch | undefined = isSecond
    ? [wordBehind(text, low) - first, Math.min(text.count, wordBehind(text, high))]
    : undefined;
  const starts = predictions.length === 0 ? [target.start] : predictions.map(({ at }) => at);
  const expected = unique(starts.map((start) => wordBehind(text, start) - first));
  const fresh = expected.filter(
    (begin) => !search.expected.some((other) => Math.abs(begin - other) <= farApart),
  );
  const more: Candidate[] = [];
  const seen = new Set(search.seen);
  const lookAt = (begin: number): boolean => {
    if (seen.has(begin)) return false;
    seen.add(begin);
    const candidate = candidateAt(text, wanted, begin);
    if (candidate !== null) more.push(candidate);
    return candidate !== null && isPlain(candidate);
  };
  let isSettled = false;
  for (const begin of expected) isSettled = lookAt(begin) || isSettled;
  const all = sumOf(wanted.weights);
  let settled = 0;
  for (const around of isSettled ? [] : fresh) {
    const places = candidatePlaces(search.ballot, around, false, between);
    for (const { begin, score } of places.slice(0, isSecond ? fewVotes : mostVotes)) {
      // Where the passage and its context plainly stand, only what is nearly as likely can be it instead.
      if (score < settled * 0.75 || score < leastVotes * all) continue;
      if (lookAt(begin)) settled = Math.max(settled, score);
    }
  }
  const context = all - bitsOf(wanted);
  const isFound = search.candidates.some(isPlain) || more.some(isPlain);
  const votes: number[] = [];
  for (const around of isFound ? [] : fresh) {
    for (const { begin, score } of candidatePlaces(search.ballot, around, true).slice(
      0,
      mostRemovals,
    )) {
      if (score >= leastVotes * context) votes.push(begin);
    }
  }
  // Where many copies of a quote stand, it may be an edited one between its contexts.
  for (const begin of votes) lookAt(begin);
  const candidates = merged([...search.candidates, ...more]).filter(
    ({ quote }) => quote >= leastQuote,
  );
  const base = { ...search, candidates, expected: [...search.expected, ...expected], seen };
  if (candidates.some(isPlain)) return base;

  const begins = unique([...expected, ...votes]).filter((begin) => !search.seenWithout.has(begin));
  const surroundings = surroundingsOf(wanted);
  const gone = [
    ...more.map((candidate) => gapOf(wanted, candidate)),
    ...begins.map((begin) => surroundings && removalAt(text, surroundings, begin)),
  ];
  return {
    ...base,
    gaps: [...search.gaps, ...gone.filter((gap) => gap !== null)],
    seenWithout: new Set([...search.seenWithout, ...begins]),
  };
}

/** A search with the other places where all words of the quote stand. */
export function withWholeQuotes(index: GramIndex, search: Search): Search {
  const { wanted, candidates } = search;
  const more = wholeQuotes(index, wanted).flatMap((begin) => {
    const start = index.words.starts[begin] ?? 0;
    if (candidates.some((each) => each.start <= start && start < each.end)) return [];
    return candidateAt(index.words, wanted, begin - wanted.pattern.first) ?? [];
  });
  return more.length === 0 ? search : { ...search, candidates: merged([...candidates, ...more]) };
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

/** Of candidates that overlap, the one with most of the quote and context. */
function merged(candidates: readonly Candidate[]): readonly Candidate[] {
  const worth = ({ quote, before, behind }: Candidate) => 2 * quote + (before ?? 0) + (behind ?? 0);
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => worth(b) - worth(a))) {
    const isSame = ({ start, end }: Candidate) =>
      (start < candidate.end && candidate.start < end) ||
      (start === candidate.start && end === candidate.end);
    if (!kept.some(isSame)) kept.push(candidate);
  }
  return kept;
}

function unique(list: readonly number[]): readonly number[] {
  return [...new Set(list)];
}
