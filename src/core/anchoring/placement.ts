import { longestAscent } from './commonOnce.ts';
import type { SourceRange } from '../paper/paper.ts';
import type { Target } from './target.ts';

/** A target whose place in the new text is beyond doubt. */
export interface Landmark extends SourceRange {
  readonly target: Target;
}

/** What the landmarks around a target say about its place. */
export interface Placement {
  /** Where it would begin, by each of its neighbours alone, and how far each of them is. */
  readonly predictions: readonly { readonly at: number; readonly distance: number }[];
  /** Where it was. */
  readonly old: number;
  /** Where it would lie if passages keep their order. */
  readonly low: number;
  readonly high: number;
}

/** How a candidate agrees with the landmarks. */
export type Agreement = 'at' | 'near' | 'within' | 'outside' | 'unknown';

/** Says of any target what the landmarks tell about its place. */
export function placementBy(landmarks: readonly Landmark[]): (target: Target) => Placement {
  const all = landmarks.toSorted((a, b) => a.target.start - b.target.start);
  const ordered = longestAscent(all, ({ start }) => start);
  return (target) => {
    const nextOrdered = nextOf(ordered, target);
    const left = ordered[nextOrdered - 1];
    const right = ordered[nextOrdered];
    const next = nextOf(all, target);
    const near = [...new Set([left, right, all[next - 1], all[next]])].filter(
      (each) => each !== undefined && each.target !== target,
    ) as Landmark[];
    return {
      predictions: near.map((each) => ({
        at: target.start + each.start - each.target.start,
        distance: Math.abs(target.start - each.target.start),
      })),
      old: target.start,
      low: left === undefined ? 0 : left.start,
      high: right === undefined ? Number.POSITIVE_INFINITY : right.end,
    };
  };
}

/** How a place agrees with what the landmarks say. */
export function agreementOf(
  { predictions, low, high, old }: Placement,
  place: SourceRange,
  length: number,
): Agreement {
  if (predictions.length === 0) {
    return Math.abs(place.start - old) <= 500 + length * 0.06 ? 'unknown' : 'outside';
  }
  for (const { at, distance } of predictions) {
    if (Math.abs(place.start - at) <= 3 + distance * 0.02) return 'at';
  }
  if (place.start < low || place.end > high) return 'outside';
  const places = predictions.map(({ at }) => at);
  const nearest = Math.min(...predictions.map(({ distance }) => distance));
  const tolerance = 150 + nearest * 0.25;
  const isNear =
    place.start >= Math.min(...places) - tolerance &&
    place.start <= Math.max(...places) + tolerance;
  return isNear ? 'near' : 'within';
}

/** Index of the first landmark that is not before a target, and not of it. */
function nextOf(list: readonly Landmark[], target: Target): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle]?.target ?? target;
    if (other.start >= target.start && other !== target) high = middle;
    else low = middle + 1;
  }
  return low;
}
