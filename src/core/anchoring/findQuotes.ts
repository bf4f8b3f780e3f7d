import {
  candidateAt,
  wholesAt,
  gapOf,
  leastQuote,
  removalAt,
  wantedIn,
  type Candidate,
  type Gap,
  type Wanted,
} from './candidate.ts';
import { candidatePlaces, gramsOf, rarestPair, type Vote } from './candidatePlaces.ts';
import { weighChain } from './chain.ts';
import { bitsOf, decide, isCertain, isGone, overlap, rank, type Rated } from './decide.ts';
import { indexGrams, type GramIndex } from './gramIndex.ts';
import type { Pattern } from './pattern.ts';
import { agreementOf, placementBy, type Landmark, type Placement } from './placement.ts';
import type { Target } from './target.ts';
import { wordBehind, type Words } from './words.ts';

/** What was found of one target: the place that is beyond doubt, and all that came into question. */
export interface Found {
  readonly best: Rated | null;
  readonly ranked: readonly Rated[];
}

/** What it costs, in bits, that a passage left the order of the others, if it is known to have left its place. */
const movedOnly = 8;

interface Search {
  readonly wanted: Wanted;
  readonly candidates: readonly Candidate[];
  /** Where its context stands without it. */
  readonly gaps: readonly Gap[];
  /** The places that were looked at, with and without the quote. */
  readonly seen: ReadonlySet<number>;
  readonly seenWithout: ReadonlySet<number>;
}

/**
 * Looks for targets in a text, all in one pass: those that are beyond doubt by themselves say where
 * the others are to be expected.
 */
export function findQuotes(
  text: Words,
  patterns: readonly Pattern[],
  known: readonly Landmark[],
  isAdded: boolean,
): readonly Found[] {
  // Else as much as it takes to say where it went, and where the next one is.
  const moved = isAdded ? movedOnly : 2 * Math.log2(2 + text.count);
  const { length } = text.source;
  const index = indexGrams(text, patterns);
  let searches = patterns.map((pattern) => {
    const wanted = wantedIn(index, pattern);
    const whole = wholesOf(index, wanted);
    const search = {
      wanted,
      candidates: whole,
      gaps: [],
      seen: new Set<number>(),
      seenWithout: new Set<number>(),
    };
    if (whole.length > 0) return search;
    const grams = gramsOf(index, wanted);
    const expected = wordBehind(text, pattern.target.start) - pattern.first;
    return searched(text, search, candidatePlaces(grams, wanted, expected, false), () =>
      candidatePlaces(grams, wanted, expected, true).slice(0, mostRemovals),
    );
  });
  const nothing = placementBy([]);
  let ranks = rankAll(searches, known, nothing, length, moved);
  let landmarks = [...known, ...landmarksOf(searches, ranks, nothing, length)];

  const placement = placementBy(landmarks);
  searches = searches.map((search, at) => {
    const { target, first } = search.wanted.pattern;
    const place = placement(target);
    if (isInPlace(search.wanted, ranks[at] ?? [], place, length)) return search;
    const grams = gramsOf(index, search.wanted);
    const expected = unique(place.predictions.map((each) => wordBehind(text, each.at) - first));
    const predicted = expected.map((begin) => ({ begin, score: Number.POSITIVE_INFINITY }));
    const voted = (withoutQuote: boolean, most: number) => [
      ...predicted,
      ...expected.flatMap((each) =>
        candidatePlaces(grams, search.wanted, each, withoutQuote).slice(0, most),
      ),
    ];
    return searched(text, search, voted(false, 3), () => voted(true, mostRemovals));
  });
  ranks = rankAll(searches, known, placement, length, moved);
  landmarks = [...known, ...landmarksOf(searches, ranks, placement, length)];
  ranks = rankAll(searches, known, placementBy(landmarks), length, moved);
  const last = placementBy(landmarks);
  return searches.map(({ wanted, gaps }, at) => {
    const ranked = ranks[at] ?? [];
    return {
      best: decide(wanted, ranked, gaps, last(wanted.pattern.target), length, isAdded),
      ranked,
    };
  });
}

/** The places where all of a pattern stands word for word. */
function wholesOf(index: GramIndex, wanted: Wanted): readonly Candidate[] {
  const rarest = rarestPair(index, wanted);
  if (rarest === null || rarest.places.length > mostWholes) return [];
  return wholesAt(index.words, wanted, rarest.places, rarest.at);
}

const mostWholes = 64;
/** Places where the quote may have been removed that are looked at. */
const mostRemovals = 4;
/** Share of a pattern's weight that a place has to have in votes to be looked at. */
const leastVotes = 0.08;

/** Whether a target is where it is expected beyond doubt, so that nothing else needs to be looked at. */
function isInPlace(
  wanted: Wanted,
  ranked: readonly Rated[],
  placement: Placement,
  length: number,
): boolean {
  const [best] = ranked;
  if (best === undefined || !isCertain(wanted, ranked)) return false;
  const agreement = agreementOf(placement, best.candidate, length);
  return agreement === 'at' || agreement === 'near';
}

function landmarksOf(
  searches: readonly Search[],
  ranks: readonly (readonly Rated[])[],
  placement: (target: Target) => Placement,
  length: number,
): readonly Landmark[] {
  return searches.flatMap(({ wanted, gaps }, at) => {
    const ranked = ranks[at] ?? [];
    const [best] = ranked;
    if (best === undefined || !isCertain(wanted, ranked)) return [];
    if (isGone(best, gaps, placement(wanted.pattern.target), length)) return [];
    return [{ target: wanted.pattern.target, ...best.candidate }];
  });
}

/** Ranks the candidates of all, each with the others in view. */
function rankAll(
  searches: readonly Search[],
  known: readonly Landmark[],
  placement: (target: Target) => Placement,
  length: number,
  moved: number,
): readonly (readonly Rated[])[] {
  const links = [
    ...known.map(({ target, start, end }) => ({
      target,
      at: -1,
      candidates: [
        {
          start,
          end,
          quote: 1,
          before: 1,
          behind: 1,
          paragraph: 1,
          isWhole: true,
          bits: 0,
          between: 0,
        },
      ],
    })),
    ...searches.map(({ wanted, candidates }, at) => ({
      target: wanted.pattern.target,
      at,
      candidates: candidates.filter(({ quote }) => quote >= leastQuote),
    })),
  ].toSorted((a, b) => a.target.start - b.target.start);
  const supports = weighChain(links, moved);
  const ranks: (readonly Rated[])[] = [];
  for (const [index, { target, at, candidates }] of links.entries()) {
    if (at !== -1) ranks[at] = rank(candidates, supports[index] ?? [], placement(target), length);
  }
  return ranks;
}

/** A search with what is found at more places, the likeliest first, and what is not there any more. */
function searched(
  text: Words,
  search: Search,
  places: readonly Vote[],
  removals: () => readonly Vote[],
): Search {
  const { wanted, candidates, gaps } = search;
  const more: Candidate[] = [];
  const all = wanted.weights.reduce((sum, weight) => sum + weight, 0);
  const seen = new Set(search.seen);
  let settled = 0;
  for (const { begin, score } of places) {
    // Where the passage and its context plainly stand, only what is nearly as likely can be it instead.
    if (score < settled * 0.75 || score < leastVotes * all) break;
    if (seen.has(begin)) continue;
    seen.add(begin);
    const candidate = candidateAt(text, wanted, begin);
    if (candidate === null) continue;
    more.push(candidate);
    if (isPlain(candidate)) settled = Math.max(settled, score);
  }
  const found = merged([...candidates, ...more]);
  if (found.some(isPlain)) return { ...search, candidates: found, seen };
  const context = all - bitsOf(wanted);
  const begins = removals()
    .filter(({ score }) => score >= leastVotes * context)
    .map(({ begin }) => begin)
    .filter((begin) => !search.seenWithout.has(begin));
  const gone = [
    ...more.map((candidate) => gapOf(wanted, candidate)),
    ...begins.map((begin) => removalAt(text, wanted, begin)),
  ];
  return {
    wanted,
    candidates: found,
    gaps: [...gaps, ...gone.filter((gap) => gap !== null)],
    seen,
    seenWithout: new Set([...search.seenWithout, ...begins]),
  };
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
    const isSame = (other: Candidate) =>
      overlap(other, candidate) || (other.start === candidate.start && other.end === candidate.end);
    if (!kept.some(isSame)) kept.push(candidate);
  }
  return kept;
}

function unique(list: readonly number[]): readonly number[] {
  return [...new Set(list)];
}
