import { weighChain } from './chain.ts';
import { decide, isCertain, isGone, rank } from './decide.ts';
import { indexGrams, type GramIndex } from './gramIndex.ts';
import type { Pattern } from './pattern.ts';
import type { Rated } from './plausible.ts';
import { agreementOf, placementBy, type Landmark, type Placement } from './placement.ts';
import { searched, searchOf, withWholeQuotes, type Search } from './search.ts';
import type { Target } from './target.ts';
import type { Words } from './words.ts';

/** What was found of one target: the place that is beyond doubt, and all that came into question. */
export interface Found {
  readonly best: Rated | null;
  readonly ranked: readonly Rated[];
}

/** What it costs, in bits, that a passage left the order of the others, if it is known to have left its place. */
const movedOnly = 8;

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
  let placement = placementBy(known);
  // Loops, as the code of a function that is made anew for each call does not outlive a collection of garbage.
  let searches: Search[] = [];
  for (const pattern of patterns) {
    const search = searchOf(index, pattern);
    const isFound = search.candidates.length > 0;
    searches.push(isFound ? search : searched(index, search, placement, false));
  }
  let supports = supportsOf(searches, known, moved);
  let ranks = rankAll(searches, supports, placement, length);
  placement = placementBy([...known, ...landmarksOf(searches, ranks, placement, length)]);

  const again: Search[] = [];
  for (const [at, search] of searches.entries()) {
    again.push(searchedAgain(index, search, ranks[at] ?? [], placement, length));
  }
  searches = again;
  supports = supportsOf(searches, known, moved);
  ranks = rankAll(searches, supports, placement, length);
  placement = placementBy([...known, ...landmarksOf(searches, ranks, placement, length)]);
  ranks = rankAll(searches, supports, placement, length);
  return searches.map(({ wanted, gaps }, at) => {
    const ranked = ranks[at] ?? [];
    const place = placement(wanted.pattern.target);
    return { best: decide(wanted, ranked, gaps, place, length, isAdded), ranked };
  });
}

/** A search with what else may be the passage, which need not be looked for if it is certain where it is expected. */
function searchedAgain(
  index: GramIndex,
  search: Search,
  ranked: readonly Rated[],
  placement: (target: Target) => Placement,
  length: number,
): Search {
  const { wanted } = search;
  const [best] = ranked;
  if (best === undefined || !isCertain(wanted, ranked)) return searchedFully();
  const { candidate } = best;
  const agreement = agreementOf(placement(wanted.pattern.target), candidate, length);
  if (agreement === 'at' || (agreement === 'near' && candidate.isExact)) return search;
  // What changed near its place may stand unchanged elsewhere.
  return agreement === 'near' ? withWholeQuotes(index, search) : searchedFully();

  function searchedFully(): Search {
    return withWholeQuotes(index, searched(index, search, placement, true));
  }
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
    if (isGone(wanted, best, gaps, placement(wanted.pattern.target), length)) return [];
    return [{ target: wanted.pattern.target, ...best.candidate }];
  });
}

/** What speaks for each candidate of each search, with the others in view. */
function supportsOf(
  searches: readonly Search[],
  known: readonly Landmark[],
  moved: number,
): readonly (readonly number[])[] {
  const links = [
    ...known.map(({ target, start }) => ({ target, at: -1, candidates: [{ start, bits: 0 }] })),
    ...searches.map(({ wanted, candidates }, at) => ({
      target: wanted.pattern.target,
      at,
      candidates,
    })),
  ].sort((a, b) => a.target.start - b.target.start);
  const weighed = weighChain(links, moved);
  const supports: (readonly number[])[] = [];
  for (const [index, { at }] of links.entries()) {
    if (at !== -1) supports[at] = weighed[index] ?? [];
  }
  return supports;
}

function rankAll(
  searches: readonly Search[],
  supports: readonly (readonly number[])[],
  placement: (target: Target) => Placement,
  length: number,
): readonly (readonly Rated[])[] {
  return searches.map(({ wanted, candidates }, at) =>
    rank(candidates, supports[at] ?? [], placement(wanted.pattern.target), length),
  );
}
