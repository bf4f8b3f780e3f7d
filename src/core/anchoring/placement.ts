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

/** Landmarks in the order in which they were, all and those that kept that order. */
export interface Landmarks {
  readonly all: readonly Landmark[];
  readonly ordered: readonly Landmark[];
}

/** Puts landmarks in order. */
export function landmarksIn(landmarks: readonly Landmark[]): Landmarks {
  const all = landmarks.toSorted(byOldPlace);
  return { all, ordered: longestAscent(all, startOf) };
}

/** Orders what is of targets by where these were. */
export function byOldPlace(a: Pick<Landmark, 'target'>, b: Pick<Landmark, 'target'>): number {
  return a.target.start - b.target.start;
}

function startOf({ start }: Landmark): number {
  return start;
}

/** What landmarks tell about the place of a target. */
export function placementBy({ all, ordered }: Landmarks, target: Target): Placement {
  const nextOrdered = nextOf(ordered, target);
  const left = ordered[nextOrdered - 1];
  const right = ordered[nextOrdered];
  const next = nextOf(all, target);
  const inOrder: Prediction[] = [];
  addPrediction(inOrder, left, target);
  if (right !== left) addPrediction(inOrder, right, target);
  const predictions = [...inOrder];
  for (const other of [all[next - 1], all[next]]) {
    if (other !== left && other !== right) addPrediction(predictions, other, target);
  }
  return {
    predictions,
    ordered: inOrder,
    old: target.start,
    low: left === undefined ? 0 : left.start,
    high: right === undefined ? Number.POSITIVE_INFINITY : right.end,
  };
}

/** Adds what a landmark says, if it is one of another target. */
function addPrediction(list: Prediction[], landmark: Landmark | undefined, target: Target): void {
  if (landmark !== undefined && landmark.target !== target) {
    list.push(predictionBy(landmark, target));
  }
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
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  let off = Number.POSITIVE_INFINITY;
  for (const { at, distance } of ordered) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    nearest = Math.min(nearest, distance);
    off = Math.min(off, Math.abs(start - at));
  }
  if (start >= first && start <= last && last - first <= mostBetween) return 'near';
  return off <= 150 + Math.min(mostNear, nearest * 0.25) ? 'near' : 'within';
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
