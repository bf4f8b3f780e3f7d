import { contextOf, type Candidate, type Wanted } from './candidate.ts';
import type { Gap } from './gap.ts';
import { agreementOf, type Agreement, type Placement } from './placement.ts';

/** A candidate with how it agrees with its neighbours, and what speaks for it in all, in bits. */
export interface Rated {
  readonly candidate: Candidate;
  readonly agreement: Agreement;
  readonly support: number;
}

/** Ranks candidates by what speaks for them, the best first. */
export function rank(
  candidates: readonly Candidate[],
  supports: readonly number[],
  placement: Placement,
  length: number,
): readonly Rated[] {
  return candidates
    .map((candidate, at) => ({
      candidate,
      agreement: agreementOf(placement, candidate, length),
      support: supports[at] ?? 0,
    }))
    .toSorted((a, b) => b.support - a.support);
}

/** The best candidate if it is the passage beyond doubt, else null. */
export function decide(
  wanted: Wanted,
  ranked: readonly Rated[],
  gaps: readonly Gap[],
  placement: Placement,
  length: number,
  isAdded: boolean,
): Rated | null {
  const [first] = ranked;
  if (first === undefined) return null;
  const best = isAdded ? first : (edited(wanted, ranked) ?? first);
  if (!(isAdded ? isMovedHere(wanted, best) : isGood(wanted, best))) return null;
  if (best === first && !isAlone(ranked) && (leadOf(ranked) < margin || hasEqual(best, ranked))) {
    return null;
  }
  return isGone(best, gaps, placement, length) && !isMovedWhole(wanted, ranked) ? null : best;
}

/**
 * The candidate in the passage's place, if the first one is far from there: an edited passage is more
 * likely than one that went to where a copy of it was. Null if the first one is to be preferred.
 */
function edited(wanted: Wanted, ranked: readonly Rated[]): Rated | null {
  if (ranked[0]?.agreement !== 'outside') return null;
  const inPlace = ranked.filter(({ candidate, agreement }) => {
    if (agreement !== 'at' && agreement !== 'near') return false;
    const context = contextOf(candidate) ?? 0;
    const { quote } = candidate;
    return (
      (quote >= 0.5 && context >= 0.6) ||
      (quote >= 0.9 && context >= 0.1 && bitsOf(wanted) >= tellingBits)
    );
  });
  const [only, other] = inPlace;
  if (only === undefined) return null;
  return other === undefined || only.support - other.support >= margin ? only : null;
}

/** Whether the best candidate is the only one with the whole quote, and has all of its context. */
function isAlone([best, ...others]: readonly Rated[]): boolean {
  if (best?.candidate.isWhole !== true) return false;
  const { before, behind } = best.candidate;
  return (
    Math.min(before ?? 0, behind ?? 0) >= 0.98 && !others.some(({ candidate }) => candidate.isWhole)
  );
}

/** Whether another candidate has as much to say for itself as one that is far from its place: order cannot decide there. */
function hasEqual({ candidate, agreement }: Rated, ranked: readonly Rated[]): boolean {
  return (
    agreement === 'outside' &&
    ranked.some(
      (other) => other.candidate !== candidate && other.candidate.bits > candidate.bits - margin,
    )
  );
}

/** Bits of a quote that is hardly anywhere by chance. */
const tellingBits = 25;

/** Whether a passage is more likely to have been removed where a gap is than to be the candidate. */
export function isGone(
  { candidate, agreement }: Rated,
  gaps: readonly Gap[],
  placement: Placement,
  length: number,
): boolean {
  const context = contextOf(candidate) ?? 0;
  return gaps.some(
    (gap) =>
      gap.context > context + 0.1 &&
      closeness[agreementOf(placement, gap, length)] >= closeness[agreement],
  );
}

const closeness: Record<Agreement, number> = { at: 3, near: 3, within: 2, unknown: 2, outside: 1 };

/** Whether the best candidate is the only one with the whole of a long quote. */
function isMovedWhole(wanted: Wanted, ranked: readonly Rated[]): boolean {
  const wholes = ranked.filter(({ candidate }) => candidate.isWhole);
  return isLong(wanted) && wholes.length === 1 && wholes[0] === ranked[0];
}

/** Whether a candidate needs no neighbours to be believed. */
export function isCertain(wanted: Wanted, ranked: readonly Rated[]): boolean {
  const [best] = ranked;
  if (best === undefined || best.candidate.quote < 0.75 || leadOf(ranked) < 12) return false;
  return (contextOf(best.candidate) ?? 0.5) >= 0.75 || (best.candidate.isWhole && isLong(wanted));
}

/** How far the best candidate has to be ahead of the next, in bits. */
const margin = 4;

function leadOf(ranked: readonly Rated[]): number {
  return (ranked[0]?.support ?? 0) - (ranked[1]?.support ?? Number.NEGATIVE_INFINITY);
}

function isGood(wanted: Wanted, { candidate, agreement }: Rated): boolean {
  const { quote, isWhole, paragraph } = candidate;
  const context = contextOf(candidate) ?? 0;
  const bits = bitsOf(wanted) * quote;
  // Marks alone say nothing: their context is all there is.
  if (bits === 0) return context >= 0.6 && (paragraph ?? 1) >= 0.5;
  const movedWhole = isWhole && isLong(wanted);
  switch (agreement) {
    case 'at':
      if (quote >= 0.9) return context > 0.05 || bits >= 15;
      return quote >= 0.5 ? context >= 0.15 || quote >= 0.7 : context >= 0.6;
    case 'near':
      if (quote >= 0.9) return context >= 0.15 || bits >= 25;
      return quote >= 0.5 ? context >= 0.3 || (quote >= 0.7 && bits >= 60) : context >= 0.7;
    case 'within':
    case 'unknown':
      if (quote >= 0.9) return context >= (bits < 25 ? 0.6 : 0.4) || movedWhole;
      return context >= (quote >= 0.7 ? 0.6 : 0.75);
    case 'outside':
      // A twin of a telling quote has one of its words changed too, but not these neighbours.
      return (
        ((isWhole || (quote >= 0.9 && bits >= 60)) &&
          (paragraph ?? 0) >= (bits < 60 ? 0.9 : 0.7)) ||
        movedWhole
      );
  }
}

/** The same for a candidate in text that is known to be new: what only looks like the passage is not in question. */
function isMovedHere(wanted: Wanted, { candidate }: Rated): boolean {
  const { quote, paragraph, isWhole } = candidate;
  const bits = bitsOf(wanted) * quote;
  if (isLong(wanted) && (isWhole || (quote >= 0.9 && bits >= 100))) return true;
  return quote >= 0.75 && bits > 0 && (paragraph ?? 0) >= (bits < 60 ? 0.9 : 0.7);
}

/** Whether a quote is so long that it stands elsewhere because it was moved there. */
function isLong({ pattern }: Wanted): boolean {
  return pattern.end - pattern.start >= 40 && pattern.behind - pattern.first >= 6;
}

/** What the words of a quote say, in bits. */
export function bitsOf({ pattern, weights }: Wanted): number {
  let sum = 0;
  for (let at = pattern.first; at < pattern.behind; at += 1) sum += weights[at] ?? 0;
  return sum;
}

/** Whether two candidates share text. */
export function overlap(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}
