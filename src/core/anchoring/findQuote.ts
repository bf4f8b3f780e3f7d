import {
  alignedCandidate,
  exactCandidate,
  type Candidate,
  type SearchedText,
} from './candidate.ts';
import { foldText } from './foldedText.ts';
import { likelyPlaces } from './likelyPlaces.ts';
import { occurrences } from './occurrences.ts';
import { quotePattern, type QuotePattern } from './quotePattern.ts';
import type { Anchor, Target } from './target.ts';
import { indexWords } from './wordIndex.ts';

/** Longest pattern that is looked for other than word by word as it stands, in words. */
const longestPattern = 1200;

/** Makes a finder of quotes in a text, which is folded and indexed once for all of them. */
export function createQuoteFinder(text: string): (target: Target) => Anchor | null {
  const folded = foldText(text);
  let searched: SearchedText | undefined;

  return (target) => {
    const pattern = quotePattern(target);
    if (pattern.start === pattern.end) return null;
    const whole = onlyOccurrence(folded.text, pattern.text);
    if (whole !== -1) {
      const start = whole + pattern.start;
      return anchor({ start, end: start + pattern.end - pattern.start }, 1, true);
    }
    searched ??= { text: folded.text, ...indexWords(folded.text) };
    const best = decide(candidates(searched, pattern), pattern);
    return best && anchor(best, score(best), best.quote === 1 && isExact(searched, pattern, best));

    function anchor(
      at: { start: number; end: number },
      rating: number,
      same: boolean,
    ): Anchor | null {
      const range = folded.sourceRange(at.start, at.end);
      if (range.end <= range.start) return null;
      const stayed = range.start === target.start && range.end === target.end;
      return { ...range, score: rating, how: !same ? 'changed' : stayed ? 'exact' : 'moved' };
    }
  };
}

function candidates(searched: SearchedText, pattern: QuotePattern): readonly Candidate[] {
  const exact = occurrences(searched.text, pattern).map((start) =>
    exactCandidate(searched, pattern, start),
  );
  if (pattern.words.length > longestPattern) return exact;
  const aligned = likelyPlaces(searched, pattern).flatMap((begin) => {
    const candidate = alignedCandidate(searched, pattern, begin);
    return candidate === null || exact.some((each) => overlap(each, candidate)) ? [] : [candidate];
  });
  return [...exact, ...aligned];
}

/**
 * The candidate that is the passage beyond doubt, or null. Where the context stands with other words
 * between its halves, the passage was removed or replaced, and a copy elsewhere is not it, unless it
 * is the only one and long enough to have been moved there rather than written twice.
 */
function decide(all: readonly Candidate[], pattern: QuotePattern): Candidate | null {
  const ranked = all.toSorted((a, b) => score(b) - score(a));
  const [best] = ranked;
  if (best === undefined) return null;
  const rival = ranked.find((other) => !overlap(other, best));
  if (rival !== undefined && score(best) - score(rival) < margin) return null;
  const context = contextOf(best);
  if (best.quote < 1) {
    const sides = [best.before, best.behind].filter((side) => side !== null);
    const onEachSide = sides.length > 0 && sides.every((side) => side >= 0.3);
    return best.quote >= 0.5 && onEachSide && (context ?? 0) >= 0.5 ? best : null;
  }
  if (context === null || context >= 0.35) return best;
  if (all.filter(({ quote }) => quote > 0.9).length > 1) return null;
  const count = pattern.behind - pattern.first;
  const gone = all.some((other) => other !== best && (contextOf(other) ?? 0) >= 0.6);
  return count >= (gone ? 12 : 5) && pattern.end - pattern.start >= 30 ? best : null;
}

/** How far the best candidate has to be ahead of the next. */
const margin = 0.12;

function score(candidate: Candidate): number {
  return 0.55 * candidate.quote + 0.45 * (contextOf(candidate) ?? 0.5);
}

function contextOf({ before, behind }: Candidate): number | null {
  if (before === null || behind === null) return before ?? behind;
  return (before + behind) / 2;
}

function overlap(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}

function isExact(
  { text }: SearchedText,
  pattern: QuotePattern,
  { start, end }: Candidate,
): boolean {
  return text.slice(start, end) === pattern.text.slice(pattern.start, pattern.end);
}

/** Where a needle stands, or -1 if it stands nowhere or more than once. */
function onlyOccurrence(text: string, needle: string): number {
  const first = text.indexOf(needle);
  return text.includes(needle, first + 1) ? -1 : first;
}
