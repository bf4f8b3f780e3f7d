import { alignWords, type Alignment } from './alignWords.ts';
import type { QuotePattern } from './quotePattern.ts';
import type { Word, WordIndex } from './wordIndex.ts';

/** A place where a quote may be: a range of the folded text, and how much speaks for it. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** How much of the quote stands there, from 0 to 1. */
  readonly quote: number;
  /** How much of the context before and behind stands there; null where none was stored. */
  readonly before: number | null;
  readonly behind: number | null;
}

/** The text that quotes are looked for in. */
export interface SearchedText extends WordIndex {
  readonly text: string;
}

/** Words at an edge of the quote that others may have replaced, and one. */
const mostLost = 3;

/** Words more than the context has that are looked at on each side. */
const slack = 12;

/** Rates the place of an exact occurrence by the context around it. */
export function exactCandidate(
  searched: SearchedText,
  pattern: QuotePattern,
  start: number,
): Candidate {
  const end = start + pattern.end - pattern.start;
  const left = searched.wordAt(start);
  const right = searched.wordAt(end);
  const prefix = pattern.words.slice(0, pattern.first);
  const suffix = pattern.words.slice(pattern.behind);
  const before = [Math.max(0, left - prefix.length - slack), left] as const;
  const behind = [right, Math.min(searched.words.length, right + suffix.length + slack)] as const;
  return {
    start,
    end,
    quote: 1,
    before: matched(prefix, alignWords(prefix, searched.words, before, searched.weight), searched),
    behind: matched(suffix, alignWords(suffix, searched.words, behind, searched.weight), searched),
  };
}

/**
 * The place where most of quote and context stands if the pattern's first word is about the word
 * `begin` of the text; null if nothing of it stands there.
 */
export function alignedCandidate(
  searched: SearchedText,
  pattern: QuotePattern,
  begin: number,
): Candidate | null {
  const { words, first, behind } = pattern;
  const spare = slack + Math.ceil(words.length / 3);
  const from = Math.max(0, begin - spare);
  const to = Math.min(searched.words.length, begin + words.length + spare);
  const alignment = alignWords(words, searched.words, [from, to], searched.weight);
  const range = extent(searched, pattern, alignment);
  if (range === null) return null;
  const part = (a: number, b: number) =>
    matched(words.slice(a, b), alignment.slice(a, b), searched);
  return {
    ...range,
    quote: part(first, behind) ?? 0,
    before: part(0, first),
    behind: part(behind, words.length),
  };
}

/** The part of the words' weight that is aligned; null if there are no words. */
function matched(
  words: readonly Word[],
  alignment: Alignment,
  { weight, words: all }: SearchedText,
): number | null {
  if (words.length === 0) return null;
  let total = 0;
  let found = 0;
  for (const [index, { text }] of words.entries()) {
    const own = weight(text);
    total += own;
    const at = alignment[index] ?? -1;
    if (at !== -1) found += all[at]?.text === text ? own : own * 0.8;
  }
  return found / total;
}

/**
 * The quote's range by its outermost words; where those are lost, by the context beside them. Null if
 * neither is there.
 */
function extent(
  { text, words }: SearchedText,
  pattern: QuotePattern,
  alignment: Alignment,
): { start: number; end: number } | null {
  const { first, behind } = pattern;
  const inQuote = alignment.slice(first, behind).filter((at) => at !== -1);
  const before = alignment.slice(0, first).findLast((at) => at !== -1) ?? -1;
  const after = alignment.slice(behind).find((at) => at !== -1) ?? -1;
  const low = inQuote[0] ?? (before === -1 ? after : before + 1);
  const high = inQuote.at(-1) ?? (after === -1 ? before : after - 1);
  if (low === -1 || high === -1) return null;

  const firstKept = alignment[first] === low;
  const lastKept = alignment[behind - 1] === high;
  const lostBefore = !firstKept && alignment[first - 1] === before && low - before <= mostLost;
  const lostBehind = !lastKept && alignment[behind] === after && after - high <= mostLost;
  const startWord = lostBefore ? before + 1 : low;
  const endWord = lostBehind ? after - 1 : high;
  const start = words[startWord]?.start ?? 0;
  const end = Math.max(start, words[endWord]?.end ?? text.length);
  return {
    start: firstKept ? edgeBefore(text, pattern, start) : start,
    end: lastKept ? edgeBehind(text, pattern, end) : end,
  };
}

/** The start moved as the quote's edge stands to its first word: punctuation before it, or half a word. */
function edgeBefore(
  text: string,
  { text: whole, start, words, first }: QuotePattern,
  at: number,
): number {
  const word = words[first];
  if (!word) return at;
  if (start > word.start) {
    return text.startsWith(whole.slice(word.start, start), at) ? at + start - word.start : at;
  }
  let count = 0;
  while (word.start - count > start && text[at - count - 1] === whole[word.start - count - 1]) {
    count += 1;
  }
  return at - count;
}

function edgeBehind(
  text: string,
  { text: whole, end, words, behind }: QuotePattern,
  at: number,
): number {
  const word = words[behind - 1];
  if (!word) return at;
  if (end < word.end) {
    const cut = word.end - end;
    return text.slice(at - cut, at) === whole.slice(end, word.end) ? at - cut : at;
  }
  let count = 0;
  while (word.end + count < end && text[at + count] === whole[word.end + count]) count += 1;
  return at + count;
}
