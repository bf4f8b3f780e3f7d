import { weighChain, type Link } from './chain.ts';
import { decide, isCertain, isGone, rank } from './decide.ts';
import { indexGrams, type GramIndex } from './gramIndex.ts';
import type { Pattern } from './pattern.ts';
import type { Rated } from './plausible.ts';
import {
  agreementOf,
  byOldPlace,
  landmarksIn,
  placementBy,
  type Landmark,
  type Landmarks,
} from './placement.ts';
import { searched, searchOf, withWholeQuotes, type Search } from './search.ts';
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
 *
 * Here and in what this calls, loops and functions of the module are used rather than functions that are made for
 * each call: what the engine compiled of those is lost with the next collection of garbage.
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
  let landmarks = landmarksIn(known);
  let searches: Search[] = [];
  for (const pattern of patterns) {
    const search = searchOf(index, pattern);
    const isFound = search.candidates.length > 0;
    const placement = placementBy(landmarks, pattern.target);
    searches.push(isFound ? search : searched(index, search, placement, false));
  }
  let supports = supportsOf(searches, known, moved);
  let ranks = rankAll(searches, supports, landmarks, length);
  landmarks = landmarksIn([...known, ...certain(searches, ranks, landmarks, length)]);

  const again: Search[] = [];
  for (const [at, search] of searches.entries()) {
    again.push(searchedAgain(index, search, ranks[at] ?? [], landmarks, length));
  }
  searches = again;
  supports = supportsOf(searches, known, moved);
  ranks = rankAll(searches, supports, landmarks, length);
  landmarks = landmarksIn([...known, ...certain(searches, ranks, landmarks, length)]);
  ranks = rankAll(searches, supports, landmarks, length);
  const found: Found[] = [];
  for (const [at, { wanted, gaps }] of searches.entries()) {
    const ranked = ranks[at] ?? [];
    const placement = placementBy(landmarks, wanted.pattern.target);
    found.push({ best: decide(wanted, ranked, gaps, placement, length, isAdded), ranked });
  }
  return found;
}

/** A search with what else may be the passage, which need not be looked for if it is certain where it is expected. */
function searchedAgain(
  index: GramIndex,
  search: Search,
  ranked: readonly Rated[],
  landmarks: Landmarks,
  length: number,
): Search {
  const { wanted } = search;
  const [best] = ranked;
  const placement = placementBy(landmarks, wanted.pattern.target);
  if (best !== undefined && isCertain(wanted, ranked)) {
    const { candidate } = best;
    const agreement = agreementOf(placement, candidate, length);
    if (agreement === 'at' || (agreement === 'near' && candidate.isExact)) return search;
    // What changed near its place may stand unchanged elsewhere.
    if (agreement === 'near') return withWholeQuotes(index, search);
  }
  return withWholeQuotes(index, searched(index, search, placement, true));
}

/** The landmarks that those are which are certain where they are. */
function certain(
  searches: readonly Search[],
  ranks: readonly (readonly Rated[])[],
  landmarks: Landmarks,
  length: number,
): readonly Landmark[] {
  const found: Landmark[] = [];
  for (const [at, { wanted, gaps }] of searches.entries()) {
    const ranked = ranks[at] ?? [];
    const [best] = ranked;
    if (best === undefined || !isCertain(wanted, ranked)) continue;
    const { target } = wanted.pattern;
    if (isGone(wanted, best, gaps, placementBy(landmarks, target), length)) continue;
    found.push({ target, start: best.candidate.start, end: best.candidate.end });
  }
  return found;
}

/** What speaks for each candidate of each search, with the others in view. */
function supportsOf(
  searches: readonly Search[],
  known: readonly Landmark[],
  moved: number,
): readonly (readonly number[])[] {
  const links: SearchLink[] = [];
  for (const { target, start } of known) {
    links.push({ target, at: -1, candidates: [{ start, bits: 0 }] });
  }
  for (const [at, { wanted, candidates }] of searches.entries()) {
    links.push({ target: wanted.pattern.target, at, candidates });
  }
  links.sort(byOldPlace);
  const weighed = weighChain(links, moved);
  const supports: (readonly number[])[] = [];
  for (const [index, { at }] of links.entries()) {
    if (at !== -1) supports[at] = weighed[index] ?? [];
  }
  return supports;
}

interface SearchLink extends Link {
  /** Which search it is; -1 for what is known. */
  readonly at: number;
}

function rankAll(
  searches: readonly Search[],
  supports: readonly (readonly number[])[],
  landmarks: Landmarks,
  length: number,
): readonly (readonly Rated[])[] {
  const all: (readonly Rated[])[] = [];
  for (const [at, { wanted, candidates }] of searches.entries()) {
    const placement = placementBy(landmarks, wanted.pattern.target);
    all.push(rank(candidates, supports[at] ?? [], placement, length));
  }
  return all;
}
