import { contextOf, type Candidate, type Wanted } from './candidate.ts';
import type { Gap } from './gap.ts';
import { agreementOf, type Agreement, type Placement } from './placement.ts';
import {
  bitsOf,
  isGood,
  isHalfAndAlone,
  isInPlace,
  isLong,
  isMovedHere,
  isWholeElsewhere,
  isWholeInAdded,
  tellingBits,
  type Rated,
} from './plausible.ts';

/** How far the best candidate has to be ahead of the next, in bits. */
const margin = 4;

/** Ranks candidates by what speaks for them, the best first. */
export function rank(
  candidates: readonly Candidate[],
  supports: readonly number[],
  placement: Placement,
  length: number,
): readonly Rated[] {
  const ranked: Rated[] = [];
  for (const [at, candidate] of candidates.entries()) {
    const agreement = agreementOf(placement, candidate, length);
    ranked.push({ candidate, agreement, support: supports[at] ?? 0 });
  }
  return ranked.sort(bySupport);
}

function bySupport(a: Rated, b: Rated): number {
  return b.support - a.support;
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
  const best = isAdded ? placeInAdded(wanted, ranked) : placeOf(wanted, ranked);
  if (best === null || isOnlyOne(wanted, ranked, best)) return best;
  if (!isGone(wanted, best, gaps, placement, length)) return best;
  // What is like it where it is gone is not in question any more: all of it elsewhere is.
  const [moved] = movedOf(wanted, ranked, isAdded ? isWholeInAdded : isWholeElsewhere);
  if (moved?.candidate.isExact !== true) return null;
  return isOnlyOne(wanted, ranked, moved) ? moved : null;
}

/**
 * Where a passage is: in its place, though it may have changed there; else elsewhere, if all of it
 * is; else where most speaks for it. Null if two places say as much.
 *
 * In its place, what speaks for it with the others in view decides. Elsewhere it left their order, so that
 * only quote and context count.
 */
function placeOf(wanted: Wanted, ranked: readonly Rated[]): Rated | null {
  const staying = stayingOf(wanted, ranked);
  const moved = movedOf(wanted, ranked, isWholeElsewhere);
  const [stay, nextStay] = staying;
  if (stay !== undefined && !isBetterElsewhere(stay, moved)) {
    // Far from its neighbours, the distance that passages moved by is nearly all that tells equals apart.
    const isFar = stay.agreement === 'within' || stay.agreement === 'unknown';
    const enough = isFar && hasEqual(stay, ranked) ? 2 * margin : margin;
    return isAhead(stay.support, nextStay?.support, enough) ? stay : null;
  }
  return moved.length > 0 ? firstMoved(moved, ranked) : likeliest(wanted, ranked, isGood);
}

/** The place of a passage within text that is known to be new. */
function placeInAdded(wanted: Wanted, ranked: readonly Rated[]): Rated | null {
  const [best, next] = movedOf(wanted, ranked, isWholeInAdded);
  if (best !== undefined && isAhead(best.candidate.bits, next?.candidate.bits)) return best;
  return likeliest(wanted, ranked, isMovedHere);
}

/** The candidates in the passage's place: those that are nearest to it and the most like it, the likeliest first. */
function stayingOf(wanted: Wanted, ranked: readonly Rated[]): readonly Rated[] {
  const all = ranked.filter((each) => isInPlace(wanted, each));
  const exact = all.filter(({ candidate }) => candidate.isExact);
  const near = all.filter(({ agreement }) => agreement === 'at' || agreement === 'near');
  if (near.length === 0) return exact.length > 0 ? exact : all;
  const there = exact.filter(({ agreement }) => agreement === 'at');
  const context = Math.max(...there.map(contextIn));
  // An edited one with all of its context is not passed over for a copy that chanced to be there.
  const isPlain = there.length > 0 && near.every((each) => contextIn(each) < context + 0.5);
  return isPlain ? near.filter(({ candidate }) => candidate.isExact) : near;
}

/** The candidates with the whole quote: those with its very characters if there are any, the likeliest by themselves first. */
function movedOf(
  wanted: Wanted,
  ranked: readonly Rated[],
  isWholeThere: (wanted: Wanted, rated: Rated) => boolean,
): readonly Rated[] {
  const wholes = ranked.filter((each) => isWholeThere(wanted, each));
  const exact = wholes.filter(({ candidate }) => candidate.isExact);
  const own = exact.filter(({ candidate }) => candidate.sides === 2);
  return (own.length > 0 ? own : exact.length > 0 ? exact : wholes).toSorted(
    (a, b) => b.candidate.bits - a.candidate.bits,
  );
}

/** By how many bits a copy elsewhere has to be better than one near the passage's place. */
const muchBetter = 20;

/**
 * Whether a passage moved to where more speaks for it than where it would have stayed: all that stood around it
 * went with it, or it is a better copy there. One that was edited between its contexts is not passed over for a
 * copy of what it was.
 */
function isBetterElsewhere({ candidate, agreement }: Rated, moved: readonly Rated[]): boolean {
  const best = moved[0]?.candidate;
  if (best === undefined || best === candidate || !best.isExact) return false;
  const lead = best.bits - candidate.bits;
  const isParagraphThere = best.sides === 2 && (best.paragraph ?? 0) >= 0.95;
  if (isParagraphThere && (contextOf(candidate) ?? 1) < 0.5 && lead > 2 * muchBetter) return true;
  if (agreement === 'at' || !candidate.isExact) return false;
  return agreement === 'near' ? lead > muchBetter && (best.paragraph ?? 1) >= 0.9 : lead > -margin;
}

/** The first of those that may have moved here, if no other has as much; of equals, the one that the order speaks for. */
function firstMoved(moved: readonly Rated[], ranked: readonly Rated[]): Rated | null {
  const best = moved[0];
  if (best === undefined) return null;
  const { bits, isExact, sides } = best.candidate;
  const equals = ranked.filter(
    ({ candidate }) =>
      candidate.isWhole &&
      (candidate.isExact || !isExact) &&
      (candidate.sides === 2 || !isExact || sides < 2) &&
      !isAhead(bits, candidate.bits),
  );
  if (equals.length === 1) return best;
  const [one, other] = equals.filter((each) => moved.includes(each));
  if (one === undefined || one.agreement === 'outside') return null;
  return isAhead(one.support, other?.support) ? one : null;
}

/** The candidate that most speaks for, if it is good enough and the others do not come near. */
function likeliest(
  wanted: Wanted,
  ranked: readonly Rated[],
  isGoodEnough: (wanted: Wanted, rated: Rated) => boolean,
): Rated | null {
  const [first] = ranked;
  if (first === undefined) return null;
  if (!isGoodEnough(wanted, first) && !isHalfAndAlone(wanted, first, leadOf(ranked))) return null;
  if (isAlone(ranked)) return first;
  // Far from its place, order cannot decide between equals.
  if (first.agreement === 'outside' && hasEqual(first, ranked)) return null;
  return leadOf(ranked) >= margin ? first : null;
}

/** Whether the best candidate is the only one with the whole quote, and has all of its context. */
function isAlone([best, ...others]: readonly Rated[]): boolean {
  if (best?.candidate.isWhole !== true) return false;
  const { before, behind } = best.candidate;
  return (
    Math.min(before ?? 0, behind ?? 0) >= 0.98 && !others.some(({ candidate }) => candidate.isWhole)
  );
}

/** Whether another candidate has as much to say for itself. */
function hasEqual({ candidate }: Rated, ranked: readonly Rated[]): boolean {
  return ranked.some(
    (other) => other.candidate !== candidate && other.candidate.bits > candidate.bits - margin,
  );
}

/**
 * Whether a candidate is the only one with a long quote's very characters, or with all its words if none has
 * them, or of those the only one with its paragraph's on both sides.
 */
function isOnlyOne(wanted: Wanted, ranked: readonly Rated[], { candidate }: Rated): boolean {
  if (!candidate.isWhole) return false;
  const isOwn = candidate.isExact && candidate.sides === 2 && bitsOf(wanted) >= tellingBits;
  if (!isLong(wanted) && !isOwn) return false;
  const alike = ranked.filter(
    (each) => each.candidate.isWhole && (each.candidate.isExact || !candidate.isExact),
  );
  if (alike.length === 1) return true;
  return candidate.sides === 2 && alike.filter((each) => each.candidate.sides === 2).length === 1;
}

/**
 * Whether a passage is more likely to have been removed where a gap is than to be the candidate. A gap
 * beside the candidate is none: quote and context may have words in common.
 */
export function isGone(
  wanted: Wanted,
  { candidate, agreement }: Rated,
  gaps: readonly Gap[],
  placement: Placement,
  length: number,
): boolean {
  const { start, end, isWhole, isExact, paragraph } = candidate;
  const company = Math.max(contextOf(candidate) ?? 0, isWhole ? (paragraph ?? 0) : 0);
  const isTelling = isExact && bitsOf(wanted) >= tellingBits;
  return gaps.some((gap) => {
    if (gap.context <= company + 0.1) return false;
    if (gap.end >= start - 3 && gap.start <= end + 3) return false;
    // Where all of its context stands without it, only the quote itself says more.
    if (gap.context >= 0.95 && !isTelling) return true;
    return closeness[agreementOf(placement, gap, length)] >= closeness[agreement];
  });
}

const closeness: Record<Agreement, number> = { at: 4, near: 3, within: 2, unknown: 2, outside: 1 };

/** Whether a candidate needs no neighbours to be believed. */
export function isCertain(wanted: Wanted, ranked: readonly Rated[]): boolean {
  const [best] = ranked;
  if (best === undefined || best.candidate.quote < 0.75 || leadOf(ranked) < 12) return false;
  return contextIn(best, 0.5) >= 0.75 || (best.candidate.isWhole && isLong(wanted));
}

function contextIn({ candidate }: Rated, otherwise = 0): number {
  return contextOf(candidate) ?? otherwise;
}

function leadOf(ranked: readonly Rated[]): number {
  return (ranked[0]?.support ?? 0) - (ranked[1]?.support ?? Number.NEGATIVE_INFINITY);
}

function isAhead(bits: number, next: number | undefined, enough = margin): boolean {
  return next === undefined || bits - next >= enough;
}
