import { numberAt } from './numberAt.ts';
import type { SourceRange } from '../paper/paper.ts';
import type { Alignment } from './alignWords.ts';
import type { Pattern } from './pattern.ts';
import { charactersBehind, charactersBefore } from './edges.ts';
import type { Words } from './words.ts';

/** The part of a text that stands for a quote. */
export interface Passage extends SourceRange {
  /** Its words in the text: indices, half-open. */
  readonly low: number;
  readonly high: number;
}

/**
 * The passage that an alignment gives a quote: from its first word that is left to its last one.
 * Where words at its edges are lost, what stands up to the context in their place is taken in, and so is the
 * word with which its outermost one changed places. Null if
 * nothing of quote and context is aligned.
 */
export function passageOf(text: Words, pattern: Pattern, alignment: Alignment): Passage | null {
  const { first, behind } = pattern;
  const before = lastAligned(alignment, 0, first);
  const after = firstAligned(alignment, behind, alignment.length);
  const head = firstAligned(alignment, first, behind);
  const tail = lastAligned(alignment, first, behind);
  if (head === -1 || tail === -1) return gapOf(text, pattern, alignment, before, after);

  const headAt = alignment[head] ?? 0;
  const tailAt = alignment[tail] ?? 0;
  const roomBefore = before === -1 ? -1 : headAt - (alignment[before] ?? 0) - 1;
  const roomBehind = after === -1 ? -1 : (alignment[after] ?? 0) - tailAt - 1;
  const isLed = head === first && isSwapped(text, pattern, alignment, first + 1, headAt - 1);
  const isTrailed =
    tail === behind - 1 && isSwapped(text, pattern, alignment, behind - 2, tailAt + 1);
  const low = headAt - (isLed ? 1 : grownBy(head - first, roomBefore, first - 1 - before));
  const high = tailAt + (isTrailed ? 1 : grownBy(behind - 1 - tail, roomBehind, after - behind));
  const isWholeHead = head === first && low === headAt;
  const isWholeTail = tail === behind - 1 && high === tailAt;
  return {
    low,
    high: high + 1,
    start: isWholeHead ? charactersBefore(text, pattern, low) : numberAt(text.starts, low),
    end: isWholeTail ? charactersBehind(text, pattern, high) : numberAt(text.ends, high),
  };
}

/** Whether the word next to the outermost one of a quote stands beyond that in the text: they changed places. */
function isSwapped(
  text: Words,
  { words, first, behind }: Pattern,
  alignment: Alignment,
  inner: number,
  outer: number,
): boolean {
  return (
    inner >= first &&
    inner < behind &&
    alignment[inner] === -1 &&
    outer >= 0 &&
    outer < text.count &&
    words.ids[inner] === text.ids[outer] &&
    !alignment.includes(outer)
  );
}

/** Words at an edge of the quote that may stand for one that was lost. */
const mostForOne = 3;

/**
 * How many words beyond the outermost one that is left belong to the passage, when some are lost there
 * and so many words stand between it and the context (-1 if that is lost too), of which some were context.
 */
function grownBy(lost: number, room: number, contextLost: number): number {
  if (lost === 0 || room < 0) return 0;
  if (contextLost > 0) return Math.min(lost, Math.max(0, room - contextLost));
  return room <= mostForOne + lost * 2 ? room : 0;
}

/** What stands where the whole quote is lost: all between the contexts, or an empty range beside one. */
function gapOf(
  text: Words,
  pattern: Pattern,
  alignment: Alignment,
  before: number,
  after: number,
): Passage | null {
  if (before === -1 && after === -1) return null;
  const beforeAt = before === -1 ? -1 : (alignment[before] ?? -1);
  const afterAt = after === -1 ? -1 : (alignment[after] ?? -1);
  const low = beforeAt === -1 ? afterAt : beforeAt + 1;
  const high = afterAt === -1 ? low : afterAt;
  if (pattern.first === pattern.behind) return marksOf(text, pattern, low, high);
  const start = low < high ? numberAt(text.starts, low) : numberAt(text.ends, low - 1);
  return { low, high, start, end: low < high ? numberAt(text.ends, high - 1) : start };
}

function firstAligned(alignment: Alignment, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (alignment[at] !== -1) return at;
  return -1;
}

function lastAligned(alignment: Alignment, from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) if (alignment[at] !== -1) return at;
  return -1;
}

/** Where a quote without words stands: between the words before and behind it. */
function marksOf(text: Words, { target }: Pattern, low: number, high: number): Passage | null {
  const from = low === 0 ? 0 : numberAt(text.ends, low - 1);
  const to = high < text.count ? numberAt(text.starts, high) : text.source.length;
  const marks = target.exact.trim();
  const start = marks === '' ? -1 : text.source.indexOf(marks, from);
  return start === -1 || start + marks.length > to
    ? null
    : { low, high: low, start, end: start + marks.length };
}
