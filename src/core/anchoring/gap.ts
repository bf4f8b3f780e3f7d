import { alignWords, type Alignment } from './alignWords.ts';
import { contextOf, leastQuote, type Candidate, type Wanted } from './candidate.ts';
import type { Words } from './words.ts';
import type { SourceRange } from '../paper/paper.ts';

/** A place where the context of a quote stands without it: it was removed, or other words replaced it. */
export interface Gap extends SourceRange {
  /** How much of the context stands there, from 0 to 1. */
  readonly context: number;
}

/** Context of which less stands on either side of a gap makes none. */
const leastOfGap = 0.6;

/** The gap that a candidate is in truth, if next to nothing of the quote stands there. */
export function gapOf({ pattern }: Wanted, candidate: Candidate): Gap | null {
  const { quote, before, behind, between, start, end } = candidate;
  const words = pattern.behind - pattern.first;
  if (quote >= leastQuote || (before ?? 1) < leastOfGap || (behind ?? 1) < leastOfGap) return null;
  return between > words + 6 ? null : { start, end, context: contextOf(candidate) ?? 0 };
}

/** The words of a pattern's context, without the quote between them, and what they weigh. */
export interface Surroundings {
  readonly words: Words;
  readonly weights: readonly number[];
  /** The first word of the context behind the quote. */
  readonly behind: number;
}

/** The context of a quote on both sides; null if there is none on one. */
export function surroundingsOf({ pattern, weights }: Wanted): Surroundings | null {
  const { words, first, behind } = pattern;
  if (first === 0 || behind === words.count) return null;
  return {
    words: {
      ...words,
      count: words.count - (behind - first),
      ids: joined(words.ids, first, behind),
      starts: joined(words.starts, first, behind),
      ends: joined(words.ends, first, behind),
    },
    weights: [...weights.slice(0, first), ...weights.slice(behind)],
    behind: first,
  };
}

/** The gap where both sides of a context stand side by side, its first word being about the text's word `begin`. */
export function removalAt(
  text: Words,
  { words, weights, behind }: Surroundings,
  begin: number,
): Gap | null {
  const alignment = alignWords(words, weights, text, begin, 6);
  const before = shareAligned(alignment, weights, 0, behind);
  const after = shareAligned(alignment, weights, behind, words.count);
  if (before < leastOfGap || after < leastOfGap) return null;
  let last = behind - 1;
  while (alignment[last] === -1) last -= 1;
  let next = behind;
  while (alignment[next] === -1) next += 1;
  const low = alignment[last] ?? 0;
  if ((alignment[next] ?? 0) - low > next - last + 1) return null;
  const end = text.ends[low] ?? 0;
  return { start: end, end, context: (before + after) / 2 };
}

/** How much of the words from one to another is aligned, by what they weigh. */
function shareAligned(
  alignment: Alignment,
  weights: readonly number[],
  from: number,
  to: number,
): number {
  let total = 0;
  let found = 0;
  for (let at = from; at < to; at += 1) {
    total += weights[at] ?? 0;
    if (alignment[at] !== -1) found += weights[at] ?? 0;
  }
  return found / total;
}

function joined(list: Int32Array, first: number, behind: number): Int32Array {
  const both = new Int32Array(list.length - (behind - first));
  both.set(list.subarray(0, first));
  both.set(list.subarray(behind), first);
  return both;
}
