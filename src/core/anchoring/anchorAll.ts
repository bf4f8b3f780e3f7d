import { scoreOf, type Candidate } from './candidate.ts';
import { becameOf, compareTexts } from './editions.ts';
import { findQuotes, type Found } from './findQuotes.ts';
import { foldAlike } from './foldedText.ts';
import { joinedPlace, piecesOf } from './longQuotes.ts';
import { foundNearby, landmarksAt, type Nearby } from './foundNearby.ts';
import { patternOf, type Pattern } from './pattern.ts';
import { byOldPlace, type Landmark } from './placement.ts';
import type { Rated } from './plausible.ts';
import type { Anchor, Orphan, Place, Target } from './target.ts';
import { standing } from './standing.ts';
import { readWords, type Words } from './words.ts';

/** What else is known when targets are anchored. */
export interface AnchorOptions {
  /** The text that the targets were described in. */
  readonly oldText?: string;
}

/**
 * Where targets are in a text that may have changed unseen; null for an orphan. See
 * `anchorAllWithCandidates`.
 */
export function anchorAll(
  text: string,
  targets: readonly Target[],
  options: AnchorOptions = {},
): (Anchor | null)[] {
  const { anchors, lost } = standing(text, targets);
  if (lost === 0) return anchors;
  return searchLost(text, targets, anchors, options).map(anchorOf);
}

/**
 * Where targets are in a text that may have changed unseen: at their position if quote and context
 * still stand there; else, with the old text, where the difference says that they went; else where
 * quote and context are found, beyond doubt and clearly better than anywhere else. All in one pass
 * over the text. The answers have the order of the targets.
 */
export function anchorAllWithCandidates(
  text: string,
  targets: readonly Target[],
  options: AnchorOptions = {},
): (Anchor | Orphan)[] {
  const { anchors } = standing(text, targets);
  return searchLost(text, targets, anchors, options);
}

function anchorOf(found: Anchor | Orphan): Anchor | null {
  return found.how === 'orphan' ? null : found;
}

/** Looks for the targets that have no anchor yet. */
function searchLost(
  text: string,
  targets: readonly Target[],
  anchors: readonly (Anchor | null)[],
  { oldText }: AnchorOptions,
): (Anchor | Orphan)[] {
  const landmarks: Landmark[] = [];
  const lost: Target[] = [];
  for (const { target, at } of inOrder(targets)) {
    if (anchors[at]) landmarks.push({ target, start: target.start, end: target.end });
    else lost.push(target);
  }
  // With the old text, the difference says more.
  const { found: nearby, words } =
    oldText === undefined ? foundNearby(text, lost, landmarks) : nothingNearby;
  const patterns: Pattern[] = [];
  /** By target, where its patterns begin in the list. */
  const firsts: number[] = [];
  for (const [at, target] of targets.entries()) {
    firsts.push(patterns.length);
    if (anchors[at] || nearby.has(target)) continue;
    for (const piece of piecesOf(target)) patterns.push(patternOf(piece));
  }
  firsts.push(patterns.length);
  const known = [...landmarks, ...landmarksAt(nearby)];
  const found =
    patterns.length === 0 ? [] : findPieces(words ?? readWords(text), patterns, known, oldText);
  const all: (Anchor | Orphan)[] = [];
  for (const [at, target] of targets.entries()) {
    const place = nearby.get(target);
    if (place) all.push(anchorAt(text, target, place));
    else all.push(anchors[at] ?? answered(text, target, found.slice(firsts[at], firsts[at + 1])));
  }
  return all;
}

/** Targets with their indices, in the order of the text that they were described in. */
function inOrder(targets: readonly Target[]) {
  const list: { readonly target: Target; readonly at: number }[] = [];
  for (const [at, target] of targets.entries()) list.push({ target, at });
  return list.sort(byOldPlace);
}

const nothingNearby: Nearby = { found: new Map(), words: null };

/** What was found of a target, or of the head and the tail of one with a long quote. */
function answered(text: string, target: Target, found: readonly PieceFound[]): Anchor | Orphan {
  const place = joinedPlace(target, found.map(placeFound));
  if (place !== null && place.end > place.start) return anchorAt(text, target, place);
  return { how: 'orphan', candidates: found[0]?.candidates ?? [] };
}

function placeFound({ place }: PieceFound): Place | null {
  return place;
}

interface PieceFound {
  readonly place: Place | null;
  readonly candidates: readonly Place[];
}

function findPieces(
  words: Words,
  patterns: readonly Pattern[],
  standing: readonly Landmark[],
  oldText: string | undefined,
): readonly PieceFound[] {
  if (oldText === undefined) {
    return findQuotes(words, patterns, standing, false).map(withoutOld);
  }
  const editions = compareTexts(oldText, words);
  const became: (Candidate | null | undefined)[] = [];
  for (const pattern of patterns) became.push(becameOf(editions, pattern));
  const kept = became.map((candidate) => (candidate && isMostlyKept(candidate) ? candidate : null));
  const landmarks = [...standing, ...landmarksOf(patterns, kept)];
  // What was removed may have moved to where the text is new; what the old text does not have can be anywhere.
  const removed = patterns.filter((_, at) => kept[at] === null && became[at] !== undefined);
  const foreign = patterns.filter((_, at) => became[at] === undefined);
  const moved = new Map(zipped(removed, findQuotes(editions.added, removed, landmarks, true)));
  const elsewhere = new Map(zipped(foreign, findQuotes(words, foreign, landmarks, false)));
  return patterns.map((pattern, at) => {
    const candidate = kept[at];
    if (candidate) return { place: placeOf(candidate), candidates: [] };
    const found = moved.get(pattern) ?? elsewhere.get(pattern);
    return pieceFound(found ?? { best: null, ranked: [] }, became[at] ?? null);
  });
}

function withoutOld(found: Found): PieceFound {
  return pieceFound(found, null);
}

/** Share of a quote that is left where it was, with which nothing better is looked for. */
const mostlyKept = 0.7;

function isMostlyKept({ quote }: Candidate): boolean {
  return quote >= mostlyKept;
}

function landmarksOf(
  patterns: readonly Pattern[],
  candidates: readonly (Candidate | null)[],
): readonly Landmark[] {
  return patterns.flatMap(({ target }, at) => {
    const candidate = candidates[at];
    return candidate ? [{ target, start: candidate.start, end: candidate.end }] : [];
  });
}

function zipped<A, B>(keys: readonly A[], values: readonly B[]): readonly (readonly [A, B])[] {
  return keys.map((key, at) => [key, values[at] as B]);
}

/** Candidates of an orphan that are handed on. */
const mostCandidates = 5;

function pieceFound({ best, ranked }: Found, otherwise: Candidate | null): PieceFound {
  const chosen = best?.candidate ?? otherwise;
  const candidates = ranked.slice(0, mostCandidates).map(placeRated);
  return {
    place: chosen === null ? null : placeOf(chosen),
    candidates: candidates.sort(byScore),
  };
}

function placeRated({ candidate }: Rated): Place {
  return placeOf(candidate);
}

function byScore(a: Place, b: Place): number {
  return b.score - a.score;
}

function placeOf(candidate: Candidate): Place {
  return { start: candidate.start, end: candidate.end, score: scoreOf(candidate) };
}

function anchorAt(text: string, target: Target, { start, end, score }: Place): Anchor {
  const isSame = foldAlike(text.slice(start, end), target.exact);
  const isThere = start === target.start && end === target.end;
  return { start, end, score, how: !isSame ? 'changed' : isThere ? 'exact' : 'moved' };
}
