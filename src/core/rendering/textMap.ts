import { numberAt } from '../paper/markdown/positionsOfContent.ts';
import type { SourceRange } from '../paper/paper.ts';
import type { TextMap } from './renderedPaper.ts';

/** A piece of a part's rendered text, half-open. */
export interface RenderedSpan {
  readonly from: number;
  readonly to: number;
}

/** Whether an offset begins or ends a passage: it decides between the two sides of a gap. */
export type Side = 'start' | 'end';

/**
 * The source offset, relative to the part, of a place in its rendered text. A start is that of the
 * character behind the place, an end that of the character before it; what is indivisible is taken
 * whole. Null where there is none on that side.
 */
export function toSource(map: TextMap, renderedOffset: number, side: Side): number | null {
  const index =
    side === 'start' ? firstEndingBehind(map, renderedOffset) : lastBefore(map, renderedOffset);
  if (index < 0 || index >= map.length) return null;
  const { rendered, source, length, sourceLength } = segmentAt(map, index);
  if (length === sourceLength) return source + clamp(renderedOffset - rendered, 0, length);
  return side === 'start' ? source : source + sourceLength;
}

/**
 * The offset in a part's rendered text of a place in the source, relative to the part. A start is that of
 * the next character shown, an end that of the last one shown before it, in the order of the source.
 * Null where nothing is shown on that side.
 */
export function toRendered(map: TextMap, sourceOffset: number, side: Side): number | null {
  // The facts of a title block stand in another order than in the source, so all segments are asked.
  let best: number | null = null;
  let nearest = Infinity;
  for (const { rendered, source, length, sourceLength } of segmentsOf(map)) {
    const end = source + sourceLength;
    const isOnSide = side === 'start' ? end > sourceOffset : source < sourceOffset;
    if (!isOnSide) continue;
    const gap = Math.max(0, side === 'start' ? source - sourceOffset : sourceOffset - end);
    if (gap >= nearest) continue;
    nearest = gap;
    if (length === sourceLength) best = rendered + clamp(sourceOffset - source, 0, length);
    else best = side === 'start' ? rendered : rendered + length;
  }
  return best;
}

/**
 * The source that a span comes from, relative to the part; null where none of it does. The facts of a title
 * block stand in another order than in the source, so the answer is the least range that holds all of it.
 */
export function sourceOfSpan(map: TextMap, { from, to }: RenderedSpan): SourceRange | null {
  let start = Infinity;
  let end = -Infinity;
  for (const { rendered, source, length, sourceLength } of segmentsOf(map)) {
    if (rendered >= to) break;
    const first = Math.max(from - rendered, 0);
    const last = Math.min(to - rendered, length);
    if (first >= last) continue;
    const isStep = length !== sourceLength;
    start = Math.min(start, isStep ? source : source + first);
    end = Math.max(end, source + (isStep ? sourceLength : last));
  }
  return start < end ? { start, end } : null;
}

/** What shows a source range, relative to the part: ascending spans that do not touch. */
export function spansOfSource(map: TextMap, { start, end }: SourceRange): readonly RenderedSpan[] {
  const spans: RenderedSpan[] = [];
  for (const { rendered, source, length, sourceLength } of segmentsOf(map)) {
    const first = Math.max(start - source, 0);
    const last = Math.min(end - source, sourceLength);
    if (first >= last) continue;
    const isStep = length !== sourceLength;
    const from = isStep ? rendered : rendered + first;
    const to = rendered + (isStep ? length : last);
    const before = spans.at(-1);
    if (before !== undefined && before.to >= from)
      spans[spans.length - 1] = { from: before.from, to: Math.max(before.to, to) };
    else if (from < to) spans.push({ from, to });
  }
  return spans;
}

interface Segment {
  readonly rendered: number;
  readonly source: number;
  readonly length: number;
  readonly sourceLength: number;
}

function* segmentsOf(map: TextMap): Generator<Segment> {
  for (let index = 0; index < map.length; index += 4) yield segmentAt(map, index);
}

function segmentAt(map: TextMap, index: number): Segment {
  return {
    rendered: numberAt(map, index),
    source: numberAt(map, index + 1),
    length: numberAt(map, index + 2),
    sourceLength: numberAt(map, index + 3),
  };
}

function firstEndingBehind(map: TextMap, offset: number): number {
  return search(map, (rendered, length) => rendered + length <= offset);
}

function lastBefore(map: TextMap, offset: number): number {
  return search(map, (rendered) => rendered < offset) - 4;
}

/** The index of the first segment for which the test, true for all before it, is false. */
function search(map: TextMap, isBefore: (rendered: number, length: number) => boolean): number {
  let low = 0;
  let high = map.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(numberAt(map, middle * 4), numberAt(map, middle * 4 + 2))) low = middle + 1;
    else high = middle;
  }
  return low * 4;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
