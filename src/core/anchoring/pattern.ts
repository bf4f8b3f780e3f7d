import type { Target } from './target.ts';
import { readWords, wordBehind, type Words } from './words.ts';

/** A target's context, quote and context as they are looked for: their words, read as one text. */
export interface Pattern {
  readonly target: Target;
  readonly words: Words;
  /** The words that the quote touches: indices, half-open. */
  readonly first: number;
  readonly behind: number;
  /** The words of quote and context that are in the quote's own paragraphs, as far as line breaks tell. */
  readonly ownFirst: number;
  readonly ownBehind: number;
  /** Where the quote stands in `words.source`. */
  readonly start: number;
  readonly end: number;
}

/** Reads a target. Words that the outer ends of its context may have cut are left out. */
export function patternOf(target: Target): Pattern {
  const { prefix, exact, suffix } = target;
  const source = prefix + exact + suffix;
  const all = readWords(source);
  const start = prefix.length;
  const end = start + exact.length;
  const isCutBefore = start > 0 && target.start > start && all.starts[0] === 0;
  const isCutBehind = suffix !== '' && all.ends[all.count - 1] === source.length;
  const from = isCutBefore ? 1 : 0;
  const words = {
    source,
    count: Math.max(0, all.count - from - (isCutBehind ? 1 : 0)),
    ids: all.ids.subarray(from),
    starts: all.starts.subarray(from),
    ends: all.ends.subarray(from),
  };
  const first = wordBehind(words, start);
  let behind = first;
  while (behind < words.count && (words.starts[behind] ?? end) < end) behind += 1;
  const breakBehind = suffix.search(/[\n\r]/u);
  return {
    target,
    words,
    first,
    behind,
    ownFirst: wordBehind(words, Math.max(prefix.lastIndexOf('\n'), prefix.lastIndexOf('\r'))),
    ownBehind: breakBehind === -1 ? words.count : wordBehind(words, end + breakBehind),
    start,
    end,
  };
}
