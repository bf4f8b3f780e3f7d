import {
  candidateAt,
  gapOf,
  leastQuote,
  removalAt,
  wantedIn,
  type Candidate,
  type Gap,
  type Wanted,
} from './candidate.ts';
import { candidatePlaces } from './candidatePlaces.ts';
import { weighChain } from './chain.ts';
import { decide, isCertain, isGone, overlap, rank, type Rated } from './decide.ts';
import { indexGrams, type GramIndex } from './gramIndex.ts';
import type { Pattern } from './pattern.ts';
import { placementBy, type Landmark, type Placement } from './placement.ts';
import type { Target } from './target.ts';
import { wordBehind, type Words } from './words.ts';

/** What was found of one target: the place that is beyond doubt, and all that came into question. */
export interface Found {
  readonly best: Rated | null;
  readonly ranked: readonly Rated[];
}

/** What it costs that a passage left the order of the others, in bits; less if it is known to have left its place. */
const movedAmongOthers = 40;
const movedOnly = 8;

interface Search {
  readonly wanted: Wanted;
  readonly candidates: readonly Candidate[];
  /** Where its context stands without it. */
  readonly gaps: readonly Gap[];
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
  const moved = isAdded ? movedOnly : movedAmongOthers;
  const { length } = text.source;
  const index = indexGrams(text, patterns);
  let searches = patterns.map((pattern) => {
    const wanted = wantedIn(index, pattern);
    const expected = wordBehind(index.words, pattern.target.start) - pattern.first;
    const { whole, withoutQuote } = candidatePlaces(index, wanted, expected);
    return searched(index, { wanted, candidates: [], gaps: [] }, whole, withoutQuote);
  });
  const nothing = placementBy([]);
  let ranks = rankAll(searches, known, nothing, length, moved);
  let landmarks = [...known, ...landmarksOf(searches, ranks, nothing, length)];

  const placement = placementBy(landmarks);
  searches = searches.map((search) => {
    const { target, first } = search.wanted.pattern;
    const predicted = placement(target).predictions.map(
      ({ at }) => wordBehind(index.words, at) - first,
    );
    const revoted = predicted.map((expected) => candidatePlaces(index, search.wanted, expected));
    return searched(
      index,
      search,
      unique([...predicted, ...revoted.flatMap(({ whole }) => whole.slice(0, 3))]),
      unique([...predicted, ...revoted.flatMap(({ withoutQuote }) => withoutQuote)]),
    );
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

/** A search with what is found at more places. */
function searched(
  index: GramIndex,
  { wanted, candidates, gaps }: Search,
  places: readonly number[],
  removals: readonly number[],
): Search {
  const more = places.flatMap((begin) => {
    const candidate = candidateAt(index.words, wanted, begin);
    return candidate === null ? [] : [candidate];
  });
  return {
    wanted,
    candidates: merged([...candidates, ...more]),
    gaps: [
      ...gaps,
      ...more.map((candidate) => gapOf(wanted, candidate)),
      ...removals.map((begin) => removalAt(index.words, wanted, begin)),
    ].filter((gap) => gap !== null),
  };
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
