import { alignWords, type Alignment } from './alignWords.ts';
import { gatherQuote } from './gatherQuote.ts';
import { isQuoteAt, sidesKept } from './exactness.ts';
import { headingAbove } from './headingAbove.ts';
import { countOf, type GramIndex } from './gramIndex.ts';
import type { Pattern } from './pattern.ts';
import { passageOf, type Passage } from './passage.ts';
import type { Words } from './words.ts';
import type { SourceRange } from '../paper/paper.ts';

/** A place where a passage may be, and what speaks for it. */
export interface Candidate extends SourceRange {
  /** How much of the quote stands there, from 0 to 1. */
  readonly quote: number;
  /** How much of the context stands directly before and behind; null where none was stored. */
  readonly before: number | null;
  readonly behind: number | null;
  /** The same of the context in the quote's own paragraphs, the worse side; null where there is none. */
  readonly paragraph: number | null;
  /** Whether all words of the quote stand there with nothing between them, but for a slip or two. */
  readonly isWhole: boolean;
  /** Whether the characters of the quote stand there, blanks aside. */
  readonly isExact: boolean;
  /** On how many sides, of two, the characters of the context in the quote's paragraph stand. */
  readonly sides: number;
  /** What stands there of quote and context, weighed by how rare it is in the text, in bits. */
  readonly bits: number;
  /** Words of the text between the contexts. */
  readonly between: number;
}

/** What finding one target needs to know of its pattern in a text. */
export interface Wanted {
  readonly pattern: Pattern;
  /** What each word of the pattern says about the place, by how rare it is in the text, in bits. */
  readonly weights: readonly number[];
}

/** How much a word counts for that only slips differ in. */
const slipWorth = 0.8;
/**
 * Bits for a quote that no word was changed in, and no character, and again for its context and its heading: most
 * passages are left as they are.
 */
const worthOfSame = 4;
/**
 * How far from the quote context only tells copies apart that are alike up to there, in code units, and what its
 * words are worth then: what stands so far off changes by itself.
 */
const farContext = 64;
const farWorth = 0.05;
/** Words by which context may be nearer to the quote, or farther from it, than it was. */
const contextSlack = 6;

/** Weighs the words of a pattern for a text. */
export function wantedIn(index: GramIndex, pattern: Pattern): Wanted {
  const { count, ids, starts } = pattern.words;
  const weights: number[] = [];
  for (let at = 0; at < count; at += 1) {
    // A word that is not in the text any more says as much as one that is there a few times.
    const occurrences = Math.max(3, countOf(index, ids[at] ?? 0));
    const bits = Math.log2(2 + index.words.count / (1 + occurrences));
    const start = starts[at] ?? 0;
    const isFar = start < pattern.start - farContext || start > pattern.end + farContext;
    weights.push(isFar ? bits * farWorth : bits);
  }
  return { pattern, weights };
}

/** Weighs the words of a pattern by their length, for where no text tells how rare each is. */
export function weightsByLength({ words }: Pattern): readonly number[] {
  const weights: number[] = [];
  for (let at = 0; at < words.count; at += 1) {
    weights.push(Math.min(8, 1 + (words.ends[at] ?? 0) - (words.starts[at] ?? 0)));
  }
  return weights;
}

/**
 * Rates the place where the pattern's first word would be about the text's word `begin`. Null if
 * nothing of the pattern stands there.
 */
export function candidateAt(text: Words, wanted: Wanted, begin: number): Candidate | null {
  const { pattern, weights } = wanted;
  const spare = 10 + Math.ceil(pattern.words.count / 4);
  return candidateBy(
    text,
    wanted,
    wholeAt(text, pattern, begin) ?? alignWords(pattern.words, weights, text, begin, spare),
  );
}

/** The places where all of a pattern stands, word for word, if one of its words stands at one of these. */
export function wholesAt(
  text: Words,
  wanted: Wanted,
  places: Int32Array,
  at: number,
): readonly Candidate[] {
  const wholes: Candidate[] = [];
  for (const place of places) {
    const alignment = wholeAt(text, wanted.pattern, place - at);
    const candidate = alignment && candidateBy(text, wanted, alignment);
    if (candidate) wholes.push(candidate);
  }
  return wholes;
}

/** Rates what a pattern is aligned to. Null if nothing of it is. */
export function candidateBy(text: Words, wanted: Wanted, aligned: Alignment): Candidate | null {
  const alignment = gatherQuote(text, wanted.pattern, aligned);
  const passage = passageOf(text, wanted.pattern, alignment);
  if (passage === null) return null;
  return rated(text, wanted, alignment, passage);
}

/** The alignment of a pattern that stands word for word at a place. */
function wholeAt(words: Words, { words: wanted }: Pattern, begin: number): Alignment | null {
  if (begin < 0 || begin + wanted.count > words.count) return null;
  for (let at = 0; at < wanted.count; at += 1) {
    if (wanted.ids[at] !== words.ids[begin + at]) return null;
  }
  const alignment: number[] = [];
  for (let at = 0; at < wanted.count; at += 1) alignment.push(begin + at);
  return alignment;
}

function rated(text: Words, wanted: Wanted, alignment: Alignment, passage: Passage): Candidate {
  const { pattern } = wanted;
  const { low, high } = passage;
  const { first, behind, words } = pattern;
  let isWhole = true;
  let slips = 0;
  for (let at = first; at < behind; at += 1) {
    isWhole &&= alignment[at] !== -1;
    if (words.ids[at] !== text.ids[alignment[at] ?? -1]) slips += 1;
  }
  const more = Math.abs(high - low - (behind - first));
  isWhole &&= Math.max(slips, more) <= Math.max(1, (behind - first) / 8);
  const toLow = low - first;
  const toHigh = high - behind;
  const quote = shareOf(text, wanted, alignment, first, behind, 0, Number.POSITIVE_INFINITY);
  const before = shareOf(text, wanted, alignment, 0, first, toLow);
  const after = shareOf(text, wanted, alignment, behind, words.count, toHigh);
  const { ownFirst, ownBehind } = pattern;
  const ownBefore = shareOf(text, wanted, alignment, ownFirst, first, toLow).share;
  const ownAfter = shareOf(text, wanted, alignment, behind, ownBehind, toHigh).share;
  const context = { before: before.share, behind: after.share };
  let bits = quote.found + before.found + after.found;
  const isSame = isWhole && slips === 0 && more === 0;
  const isExact = isSame && isQuoteAt(text.source, pattern.target, passage);
  if (isSame) bits += worthOfSame;
  if (isExact) bits += worthOfSame;
  if (isExact && isUnderItsHeading(text, pattern, passage)) bits += worthOfSame;
  if (isSame && (contextOf(context) ?? 1) > 0.98) bits += worthOfSame;
  const sides = sidesKept(text.source, pattern.target, passage);
  bits += worthOfSame * sides;
  return {
    start: passage.start,
    end: passage.end,
    quote: quote.share ?? 1,
    before: before.share,
    behind: after.share,
    paragraph: worseOf(ownBefore, ownAfter),
    isWhole,
    isExact,
    sides,
    bits,
    between: high - low,
  };
}

/**
 * What the words of a pattern from one to another weigh that stand where they would if all were moved by as many
 * words, and which share of them that is; null if there are none.
 */
function shareOf(
  text: Words,
  { pattern: { words }, weights }: Wanted,
  alignment: Alignment,
  from: number,
  to: number,
  movedBy: number,
  slack = contextSlack,
) {
  let total = 0;
  let found = 0;
  for (let at = from; at < to; at += 1) {
    const weight = weights[at] ?? 0;
    const place = alignment[at] ?? -1;
    total += weight;
    if (place === -1 || Math.abs(place - at - movedBy) > slack) continue;
    found += weight * (words.ids[at] === text.ids[place] ? 1 : slipWorth);
  }
  return { found, share: from < to ? found / total : null };
}

function worseOf(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** Whether a copy stands in a section with the target's title, where it has one. */
function isUnderItsHeading({ source }: Words, { target }: Pattern, { start }: Passage): boolean {
  return target.heading !== undefined && headingAbove(source, start) === target.heading;
}

/** Quotes of which less stands somewhere are taken to be gone. */
export const leastQuote = 0.33;

/** What speaks for a candidate, from 0 to 1, as it is shown. */
export function scoreOf(candidate: Candidate): number {
  const { quote } = candidate;
  return 0.6 * quote + 0.4 * (contextOf(candidate) ?? quote);
}

/** How much of the context stands beside a candidate; null if there is none. */
export function contextOf({ before, behind }: Pick<Candidate, 'before' | 'behind'>): number | null {
  if (before === null || behind === null) return before ?? behind;
  return (before + behind) / 2;
}

/** Whether nearly all of the context stands on both sides. */
export function isEnclosed({ before, behind }: Pick<Candidate, 'before' | 'behind'>): boolean {
  return Math.min(before ?? 0, behind ?? 0) >= 0.95;
}
