import type { Candidate } from './candidate.ts';
import type { Target } from './target.ts';

/** The candidates of one target, with what each has to say for itself in bits. */
export interface Link {
  readonly target: Target;
  readonly candidates: readonly Pick<Candidate, 'start' | 'bits'>[];
}

/** What leaving a target without a place costs. */
const lost = 10;

/** A point of the chain: where something was, where it is, and how good the best way through it is. */
interface Point {
  readonly was: number;
  readonly is: number;
  readonly score: number;
}

/**
 * For each candidate of each target, in bits, how good the best choice of places for all targets is
 * that has this one in it: what the places say for themselves, less what it costs that passages moved
 * against each other, `moved` at most. The targets are those of one text in the order of their old places. (The
 * Viterbi algorithm, run from both ends.)
 */
export function weighChain(links: readonly Link[], moved: number): readonly (readonly number[])[] {
  const forth = run(links, moved, { was: 0, is: 0, score: 0 });
  const back = run(links.toReversed(), moved, null).reverse();
  for (const [at, { candidates }] of links.entries()) {
    const weights = forth[at] ?? [];
    for (const [index, { bits }] of candidates.entries()) {
      weights[index] = (weights[index] ?? 0) + (back[at]?.[index] ?? 0) - bits;
    }
  }
  return forth;
}

/** The scores of the best ways from the list's beginning to each candidate. */
function run(links: readonly Link[], moved: number, origin: Point | null): number[][] {
  let points: readonly Point[] = origin === null ? [] : [origin];
  const all: number[][] = [];
  for (const { target, candidates } of links) {
    const scores: number[] = [];
    const next: Point[] = [];
    // Without a place for this one, the next is measured by the best of those before.
    const skipped = bestOf(points);
    if (skipped !== undefined) {
      next.push({ was: skipped.was, is: skipped.is, score: skipped.score - lost });
    }
    for (const { start, bits } of candidates) {
      const score = bestWay(points, target.start, start, moved) + bits;
      scores.push(score);
      next.push({ was: target.start, is: start, score });
    }
    points = next;
    all.push(scores);
  }
  return all;
}

function bestOf(points: readonly Point[]): Point | undefined {
  let best = points[0];
  for (const point of points) if (best !== undefined && point.score > best.score) best = point;
  return best;
}

/** The score of the best way to a place, without what the place says for itself. */
function bestWay(points: readonly Point[], was: number, is: number, moved: number): number {
  let best = points.length === 0 ? 0 : Number.NEGATIVE_INFINITY;
  for (const point of points) {
    // A step costs nothing at best.
    if (point.score <= best) continue;
    best = Math.max(best, point.score - stepCost(was - point.was, is - point.is, moved));
  }
  return best;
}

/** What it costs that two passages so far apart, one behind the other, are now so far apart. */
function stepCost(before: number, now: number, moved: number): number {
  if (before !== 0 && before > 0 !== now > 0) return moved;
  const deviation = Math.abs(now - before);
  return Math.min(moved, 2 * Math.log2(1 + deviation / (4 + Math.abs(before) * 0.02)));
}
