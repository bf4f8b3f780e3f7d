import { candidateAt, scoreOf, weightsByLength, type Candidate } from './candidate.ts';
import { longest } from './longQuotes.ts';
import { patternOf, type Pattern } from './pattern.ts';
import type { Landmark } from './placement.ts';
import type { Place, Target } from './target.ts';
import { readWords, wordBehind, type Words } from './words.ts';

/** How far from where its neighbours say a target is looked for, in code units. */
const reach = 1024;
/** How far apart the places may be at which its two neighbours expect it. */
const mostSpread = 8192;
/** Quotes and contexts of which less stands at a place may be meant for another one. */
const leastOfQuote = 0.75;
const leastOfContext = 0.9;

/**
 * The targets of which nearly all stands, word by word, between the neighbours that it had: an edit or
 * a reflow inside the quote and no more. What else came into question is not looked at, so both
 * contexts have to be there. Only the text around is read.
 *
 * @param targets those that are looked for, in the order of their positions
 * @param landmarks those that are found, in that order
 * @param whole the words of the whole text, if they are at hand
 */
export function foundBetween(
  text: string,
  targets: readonly Target[],
  landmarks: readonly Landmark[],
  whole: Words | null,
): ReadonlyMap<Target, Place> {
  const found = new Map<Target, Place>();
  let last: Landmark | undefined;
  let next = 0;
  for (const target of targets) {
    for (; (landmarks[next]?.target.start ?? Infinity) <= target.start; next += 1) {
      last = landmarks[next];
    }
    const behind = landmarks[next];
    const neighbour = last ?? behind;
    if (neighbour === undefined) continue;
    const one = expectedBy(target, neighbour);
    const other = expectedBy(target, behind ?? neighbour);
    const low = Math.min(one, other);
    const high = Math.max(one, other);
    if (high - low > mostSpread || target.exact.length > longest) continue;
    const from = Math.max(0, low - reach);
    const to = high + target.exact.length + reach;
    const words = whole ?? readWords(text.slice(from, to));
    const offset = whole === null ? from : 0;
    const candidate = candidateWithin(words, patternOf(target), from - offset, to - offset);
    if (candidate === null) continue;
    const start = candidate.start + offset;
    const end = candidate.end + offset;
    if (start < (last?.start ?? 0) || start > (behind?.start ?? Infinity)) continue;
    last = { target, start, end };
    found.set(target, { start, end, score: scoreOf(candidate) });
  }
  return found;
}

/** Where a target would begin by a neighbour. */
function expectedBy(target: Target, neighbour: Landmark): number {
  return target.start + neighbour.start - neighbour.target.start;
}

/** Where a pattern plainly stands in a part of a text: where most of its words agree on. */
function candidateWithin(
  text: Words,
  pattern: Pattern,
  from: number,
  to: number,
): Candidate | null {
  const weights = weightsByLength(pattern);
  const begin = likeliestBegin(
    text,
    pattern,
    weights,
    wordBehind(text, from),
    wordBehind(text, to),
  );
  const candidate = begin === null ? null : candidateAt(text, { pattern, weights }, begin);
  if (candidate === null || candidate.quote < leastOfQuote || candidate.end === candidate.start) {
    return null;
  }
  const { before, behind } = candidate;
  return Math.min(before ?? 0, behind ?? 0) < leastOfContext ? null : candidate;
}

/** The word at which most of a pattern's words would have its first one; null if others are as likely. */
function likeliestBegin(
  text: Words,
  { words }: Pattern,
  weights: readonly number[],
  from: number,
  to: number,
): number | null {
  const votes = new Float64Array(to - from + words.count);
  // Words that the pattern has twice are left out: they would vote for two places.
  const positions = new Map<number, number>();
  for (let at = 0; at < words.count; at += 1) {
    const id = words.ids[at] ?? 0;
    positions.set(id, positions.has(id) ? -1 : at);
  }
  for (let at = from; at < to; at += 1) {
    const position = positions.get(text.ids[at] ?? 0) ?? -1;
    if (position === -1) continue;
    const slot = at - from - position + words.count;
    votes[slot] = (votes[slot] ?? 0) + (weights[position] ?? 0);
  }
  let best = 0;
  for (let slot = 0; slot < votes.length; slot += 1) {
    if ((votes[slot] ?? 0) > (votes[best] ?? 0)) best = slot;
  }
  const most = votes[best] ?? 0;
  for (let slot = 0; slot < votes.length; slot += 1) {
    const isApart = Math.abs(slot - best) > words.count;
    if (isApart && (votes[slot] ?? 0) >= most * equalShare) return null;
  }
  return most === 0 ? null : from + best - words.count;
}

/** Share of the votes for the likeliest place with which another one is as likely. */
const equalShare = 0.8;
