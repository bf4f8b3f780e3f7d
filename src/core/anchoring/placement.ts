import { longestAscent } from './commonOnce.ts';
import type { SourceRange } from '../paper/paper.ts';
import type { Target } from './target.ts';

/** A target whose place in the new text is beyond doubt. */
export interface Landmark extends SourceRange {
  readonly target: Target;
}

/** Where a target would begin by one landmark, and how far that was from it. */
interface Prediction {
  readonly at: number;
  readonly distance: number;
}

/** What the landmarks around a target say about its place. */
export interface Placement {
  /** Where it would begin, by each of its neighbours alone. */
  readonly predictions: readonly Prediction[];
  /** The same by its neighbours of those that kept their order. */
  readonly ordered: readonly Prediction[];
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
    const predictionsOf = (list: readonly (Landmark | undefined)[]) =>
      [...new Set(list)].flatMap((each) =>
        each === undefined || each.target === target ? [] : [predictionBy(each, target)],
      );
    return {
      predictions: predictionsOf([left, right, all[next - 1], all[next]]),
      ordered: predictionsOf([left, right]),
      old: target.start,
      low: left === undefined ? 0 : left.start,
      high: right === undefined ? Number.POSITIVE_INFINITY : right.end,
    };
  };
}

function predictionBy({ target, start }: Landmark, { start: old }: Target): Prediction {
  return { at: old + start - target.start, distance: Math.abs(old - target.start) };
}

/** Distances in code units from where a place is expected up to which it is there, or near there, at most. */
const mostAt = 60;
const mostNear = 2500;
/** How far apart the places may be at which its neighbours expect a target for all between to be near. */
const mostBetween = 8192;

/** How a place agrees with what the landmarks say. What is far from them is expected less exactly, up to a limit. */
export function agreementOf(
  { predictions, ordered, low, high, old }: Placement,
  { start, end }: SourceRange,
  length: number,
): Agreement {
  if (predictions.length === 0) {
    return Math.abs(start - old) <= 500 + length * 0.06 ? 'unknown' : 'outside';
  }
  for (const { at, distance } of predictions) {
    if (Math.abs(start - at) <= 3 + Math.min(mostAt, distance * 0.02)) return 'at';
  }
  if (start < low || end > high) return 'outside';
  const places = ordered.map(({ at }) => at);
  const first = Math.min(...places);
  const last = Math.max(...places);
  if (start >= first && start <= last && last - first <= mostBetween) return 'near';
  const nearest = Math.min(...ordered.map(({ distance }) => distance));
  const tolerance = 150 + Math.min(mostNear, nearest * 0.25);
  return places.some((at) => Math.abs(start - at) <= tolerance) ? 'near' : 'within';
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
