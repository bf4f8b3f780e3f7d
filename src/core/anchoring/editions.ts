import { alignSlips } from './alignSlips.ts';
import type { Alignment } from './alignWords.ts';
import { candidateBy, isEnclosed, weightsByLength, type Candidate } from './candidate.ts';
import { matchWords, type Stretch, type WordMatch } from './matchWords.ts';
import type { Pattern } from './pattern.ts';
import { mayStand, siftPhrases, type PhraseSieve } from './phraseSieve.ts';
import { readWordsAlike } from './wordsAlike.ts';
import { wordBehind, type Words } from './words.ts';

/** An old text, the present one, and what of the old one is left in it. */
export interface Editions {
  readonly oldText: string;
  readonly old: Words;
  readonly text: Words;
  readonly match: WordMatch;
  /** The words of the present text that are not in the old one; the others have the id 0. */
  readonly added: Words;
  /** The phrases of the old text, as soon as something is looked for in it. */
  oldPhrases: PhraseSieve | null;
}

/** Compares the words of a text with those of the text that targets were described in. */
export function compareTexts(oldText: string, text: Words): Editions {
  const old = readWordsAlike(oldText, text);
  const match = matchWords(old, text);
  const { source, count, starts, ends } = text;
  const added = { source, count, ids: addedIds(match, text), starts, ends };
  return { oldText, old, text, match, added, oldPhrases: null };
}

/**
 * What became of a target of the old text: null if it was removed, undefined if it does not stand there or the
 * difference can't tell.
 */
export function becameOf(editions: Editions, pattern: Pattern): Candidate | null | undefined {
  const { oldText, old, text, match } = editions;
  const { exact, start, end } = pattern.target;
  if (end - start !== exact.length || !oldText.startsWith(exact, start)) return undefined;
  const alignment = alignmentBy(match, old, pattern);
  alignSlips(pattern.words, text, alignment);
  const wanted = { pattern, weights: weightsByLength(pattern) };
  const candidate = candidateBy(text, wanted, alignment);
  if (candidate === null || candidate.end === candidate.start) return null;
  const { quote } = candidate;
  if (quote < 1 && !isEnclosed(candidate) && stoodElsewhere(editions, exact, candidate))
    return null;
  const around = surroundings(
    match,
    [wordBehind(old, start), wordBehind(old, end)],
    [wordBehind(text, candidate.start), wordBehind(text, candidate.end)],
  );
  // Of copies that were put in, the difference takes any.
  if (around < 0.5 && hasNewCopies(oldText, text, candidate)) return undefined;
  if (quote >= 0.75) return candidate;
  return around >= (quote >= 0.5 ? 0.3 : 0.5) && quote >= 0.33 ? candidate : null;
}

/** Words that stay together at least; fewer may be matched by chance within what is new. */
const leastKept = 5;

function addedIds(match: WordMatch, text: Words): Int32Array {
  const ids = text.ids.slice(0, text.count);
  for (let from = 0; from < match.length;) {
    const at = match[from] ?? -1;
    let to = from + 1;
    if (at !== -1) {
      while (match[to] === at + to - from) to += 1;
      if (to - from >= leastKept) ids.fill(0, at, at + to - from);
    }
    from = to;
  }
  return ids;
}

/** Length of what stands elsewhere by chance seldom, in code units. */
const tellingLength = 24;

/** Share of a quote's length of which less may be where one like it begins or ends. */
const wholeLength = 0.8;

/** Whether what a passage would have become is a part of the old text that it was not: one like it, beside the gap that it left. */
function stoodElsewhere(editions: Editions, exact: string, { start, end }: Candidate): boolean {
  const { length } = exact;
  if (isPartOfOld(editions, exact, start, end)) return true;
  if (end - start >= length * wholeLength) return false;
  return (
    isPartOfOld(editions, exact, start, start + length) ||
    isPartOfOld(editions, exact, Math.max(0, end - length), end)
  );
}

/** Whether a long part of the present text is one of the old text, but not of a quote. */
function isPartOfOld(editions: Editions, exact: string, start: number, end: number): boolean {
  const { oldText, text } = editions;
  const now = text.source.slice(start, end);
  if (now.length < tellingLength || exact.includes(now)) return false;
  editions.oldPhrases ??= siftPhrases(editions.old);
  return mayStand(editions.oldPhrases, text, start, end) && oldText.includes(now);
}

/** Whether what a passage became is long enough to tell, and stands in the present text more often than it did. */
function hasNewCopies(oldText: string, { source }: Words, { start, end }: Candidate): boolean {
  const now = source.slice(start, end);
  if (now.length < tellingLength) return false;
  return countOf(source, now) > Math.max(1, countOf(oldText, now));
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

/** Words on each side of a passage that tell whether it is still at its place. */
const nearby = 16;

/** How many of the words around a passage of the old text are around a passage of the present one. */
function surroundings(match: WordMatch, [oldLow, oldHigh]: Stretch, [low, high]: Stretch): number {
  let found = 0;
  let all = 0;
  for (let at = Math.max(0, oldLow - nearby); at < oldLow; at += 1) {
    const to = match[at] ?? -1;
    all += 1;
    if (to !== -1 && to < low && to >= low - 2 * nearby) found += 1;
  }
  for (let at = oldHigh; at < Math.min(match.length, oldHigh + nearby); at += 1) {
    const to = match[at] ?? -1;
    all += 1;
    if (to >= high && to < high + 2 * nearby) found += 1;
  }
  return all === 0 ? 1 : found / all;
}

function alignmentBy(match: WordMatch, old: Words, { words, target }: Pattern): Alignment {
  const offset = target.start - target.prefix.length;
  const alignment = new Array<number>(words.count).fill(-1);
  let word = wordBehind(old, offset + (words.starts[0] ?? 0));
  for (let at = 0; at < words.count; at += 1) {
    const start = offset + (words.starts[at] ?? 0);
    while (word < old.count && (old.starts[word] ?? 0) < start) word += 1;
    if (old.starts[word] === start) alignment[at] = match[word] ?? -1;
  }
  return alignment;
}
