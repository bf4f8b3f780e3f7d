import type { TextMap } from './renderedPaper.ts';
import { numberAt } from '../paper/markdown/positionsOfContent.ts';

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
  const rendered = numberAt(map, index);
  const source = numberAt(map, index + 1);
  const length = numberAt(map, index + 2);
  const sourceLength = numberAt(map, index + 3);
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
  for (let index = 0; index < map.length; index += 4) {
    const rendered = numberAt(map, index);
    const source = numberAt(map, index + 1);
    const length = numberAt(map, index + 2);
    const sourceLength = numberAt(map, index + 3);
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
