import { contextOf, isEnclosed, type Candidate, type Wanted } from './candidate.ts';
import type { Agreement } from './placement.ts';

/** A candidate with how it agrees with its neighbours, and what speaks for it in all, in bits. */
export interface Rated {
  readonly candidate: Candidate;
  readonly agreement: Agreement;
  readonly support: number;
}

/** Bits of a quote that is hardly anywhere by chance, and of one that seldom is. */
export const tellingBits = 25;
const fairlyTellingBits = 15;

/** Whether a candidate is where the passage was, with enough of it, or of what was around it. */
export function isInPlace(wanted: Wanted, { candidate, agreement }: Rated): boolean {
  const { quote, isExact } = candidate;
  const context = contextOf(candidate) ?? 0;
  const bits = bitsOf(wanted);
  switch (agreement) {
    case 'at':
      if (isExact && bits >= fairlyTellingBits) return true;
      break;
    case 'near':
      if (isExact && isLong(wanted)) return true;
      break;
    case 'within':
    case 'unknown':
      if (isExact && bits >= tellingBits && context >= 0.5) return true;
      return isEnclosed(candidate) ? quote >= 0.35 : quote >= 0.8 && context >= 0.9;
    case 'outside':
      return false;
  }
  if (quote >= 0.9 && bits >= tellingBits) return context >= 0.3;
  return context >= (quote >= 0.5 ? 0.6 : 0.9) && quote >= 0.35;
}

/**
 * Whether a candidate is what the passage would be elsewhere: the whole quote, which is long or has
 * what stood around it in its own paragraph. (A moved paragraph leaves its neighbours behind.)
 */
export function isWholeElsewhere(wanted: Wanted, { candidate }: Rated): boolean {
  const { isWhole, isExact, sides, paragraph } = candidate;
  const bits = bitsOf(wanted);
  // The very characters of all of a paragraph, or of a telling one that is all quote.
  if (isExact && sides === 2 && (paragraph !== null || bits >= tellingBits)) return true;
  // Of a word or two that stand in many places, all of the paragraph has to be there.
  const context = bits < tellingBits ? 0 : (contextOf(candidate) ?? 0);
  const company = Math.max(paragraph ?? 0, context);
  return isWhole && (isLong(wanted) || company >= (bits < 60 ? 0.9 : 0.7));
}

/** The same in text that is known to be new, where the very characters of quote and paragraph do not stand by chance. */
export function isWholeInAdded(wanted: Wanted, rated: Rated): boolean {
  const { isExact, sides } = rated.candidate;
  const isTelling = isExact && sides === 2 && bitsOf(wanted) >= tellingBits;
  return isTelling || isWholeElsewhere(wanted, rated);
}

/** Whether a candidate without a like is good enough, less being asked of one the nearer it is to its place. */
export function isGood(wanted: Wanted, { candidate, agreement }: Rated): boolean {
  const { quote, paragraph, sides } = candidate;
  const context = contextOf(candidate) ?? 0;
  const bits = bitsOf(wanted) * quote;
  // Marks alone say nothing: their context is all there is.
  if (bits === 0) return context >= 0.6 && (paragraph ?? 1) >= 0.5;
  switch (agreement) {
    case 'at':
      if (quote >= 0.9) return context > 0.05 || bits >= fairlyTellingBits;
      return quote >= 0.5 ? context >= 0.15 || quote >= 0.7 : context >= 0.7;
    case 'near':
      if (quote >= 0.9) return context >= 0.15 || bits >= tellingBits;
      return quote >= 0.5 ? context >= 0.3 || (quote >= 0.7 && bits >= 60) : context >= 0.7;
    case 'within':
    case 'unknown':
      if (quote >= 0.9) return context >= (bits < tellingBits ? 0.6 : 0.4);
      // Where all of its paragraph stands, what stood beyond that may be gone.
      if (quote >= 0.7 && sides === 2 && (paragraph ?? 0) >= 0.9) return true;
      return context >= (quote >= 0.7 ? 0.6 : 0.75);
    case 'outside':
      // Rewritten far from where it was, but between all that stood around it.
      if (quote < 0.9) return quote >= 0.35 && bits >= fairlyTellingBits && isEnclosed(candidate);
      // A twin of a telling quote has one of its words changed too, but not these neighbours.
      return bits >= 60 ? (paragraph ?? 0) >= 0.7 : sides === 2 && (paragraph ?? 0) >= 0.9;
  }
}

/** By how many bits a candidate is ahead of the next that is unlike all others. */
const farAhead = 60;

/** Whether half of quote and context is left of a candidate, and nowhere else nearly as much: its paragraph was rewritten. */
export function isHalfAndAlone(wanted: Wanted, { candidate }: Rated, lead: number): boolean {
  const { quote, before, behind } = candidate;
  if (Math.min(quote, before ?? 1, behind ?? 1) < 0.5) return false;
  return lead >= farAhead && bitsOf(wanted) * quote >= fairlyTellingBits;
}

/** Whether a candidate in text that is known to be new is good enough: what only looks like the passage is not in question. */
export function isMovedHere(wanted: Wanted, { candidate }: Rated): boolean {
  const { quote, paragraph, isWhole } = candidate;
  const bits = bitsOf(wanted) * quote;
  if (isLong(wanted) && (isWhole || (quote >= 0.9 && bits >= 100))) return true;
  return quote >= 0.75 && bits > 0 && (paragraph ?? 0) >= (bits < 60 ? 0.9 : 0.7);
}

/** Whether a quote is so long that it stands elsewhere because it was moved there. */
export function isLong({ pattern }: Wanted): boolean {
  return pattern.end - pattern.start >= 40 && pattern.behind - pattern.first >= 6;
}

/** What the words of a quote say, in bits. */
export function bitsOf({ pattern, weights }: Wanted): number {
  let sum = 0;
  for (let at = pattern.first; at < pattern.behind; at += 1) sum += weights[at] ?? 0;
  return sum;
}
