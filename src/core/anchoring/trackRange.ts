import type { SourceRange } from '../paper/paper.ts';

/** One replacement in a text: what stood in [start, end) became `length` code units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/**
 * Where a range is after a change. What is put inside the range belongs to it, what is put at an edge
 * or over an edge does not. Null if all of the range was deleted or replaced.
 */
export function trackRange(range: SourceRange, change: TextChange): SourceRange | null {
  const shift = change.length - (change.end - change.start);
  if (change.end <= range.start) return moved(range, shift);
  if (change.start >= range.end) return range;
  const coversStart = change.start <= range.start;
  const coversEnd = change.end >= range.end;
  if (coversStart && coversEnd) return null;
  if (coversEnd) return { start: range.start, end: change.start };
  if (coversStart) return { start: change.start + change.length, end: range.end + shift };
  return { start: range.start, end: range.end + shift };
}

/**
 * Follows a range through changes of one event: they do not overlap, and all their offsets are those
 * of the text before the event.
 */
export function trackThrough(
  range: SourceRange,
  changes: readonly TextChange[],
): SourceRange | null {
  let tracked: SourceRange | null = range;
  // From the last to the first, so that no change moves the offsets of one that is still to come.
  for (const change of changes.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    if (tracked === null) return null;
    tracked = trackRange(tracked, change);
  }
  return tracked;
}

function moved(range: SourceRange, shift: number): SourceRange {
  return shift === 0 ? range : { start: range.start + shift, end: range.end + shift };
}
