import { alignSlips } from './alignSlips.ts';
import type { Alignment } from './alignWords.ts';
import { candidateBy, isEnclosed, weightsByLength, type Candidate } from './candidate.ts';
import { matchWords, type Stretch, type WordMatch } from './matchWords.ts';
import type { Pattern } from './pattern.ts';
import { readWords, wordBehind, type Words } from './words.ts';

/** What the difference between an old text and the present one says. */
export interface Editions {
  /**
   * What became of a target of the old text: null if it was removed, undefined if it does not stand there or the
   * difference can't tell.
   */
  readonly becameOf: (pattern: Pattern) => Candidate | null | undefined;
  /** The words of the present text that are not in the old one; the others have the id 0. */
  readonly added: Words;
}

/** Compares the words of a text with those of the text that targets were described in. */
export function compareTexts(oldText: string, text: Words): Editions {
  const old = readWords(oldText);
  const match = matchWords(old, text);
  return {
    added: { ...text, ids: addedIds(match, text) },
    becameOf(pattern) {
      const { exact, start, end } = pattern.target;
      if (end - start !== exact.length || !oldText.startsWith(exact, start)) return undefined;
      const alignment = alignmentBy(match, old, pattern);
      alignSlips(pattern.words, text, alignment);
      const candidate = candidateBy(
        text,
        { pattern, weights: weightsByLength(pattern) },
        alignment,
      );
      if (candidate === null || candidate.end === candidate.start) return null;
      const { quote } = candidate;
      if (quote < 1 && !isEnclosed(candidate) && stoodElsewhere(oldText, exact, text, candidate)) {
        return null;
      }
      const around = surroundings(
        match,
        [wordBehind(old, start), wordBehind(old, end)],
        [wordBehind(text, candidate.start), wordBehind(text, candidate.end)],
      );
      // Of copies that were put in, the difference takes any.
      if (around < 0.5 && hasNewCopies(oldText, text, candidate)) return undefined;
      if (quote >= 0.75) return candidate;
      return around >= (quote >= 0.5 ? 0.3 : 0.5) && quote >= 0.33 ? candidate : null;
    },
  };
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
function stoodElsewhere(
  oldText: string,
  exact: string,
  { source }: Words,
  { start, end }: Candidate,
): boolean {
  const { length } = exact;
  const isShort = end - start < length * wholeLength;
  const here = [
    source.slice(start, end),
    ...(isShort
      ? [source.slice(start, start + length), source.slice(Math.max(0, end - length), end)]
      : []),
  ];
  return here.some(
    (now) => now.length >= tellingLength && !exact.includes(now) && oldText.includes(now),
  );
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
