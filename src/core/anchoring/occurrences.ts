import type { QuotePattern } from './quotePattern.ts';

/** Occurrences that are looked at one by one; a quote with more is told apart by its neighbours first. */
const manyOccurrences = 400;
/** Occurrences that are handed on to be rated. */
const ratedOccurrences = 8;

/** Where the quote stands word for word: the occurrences with the most context beside them, letter by letter. */
export function occurrences(text: string, pattern: QuotePattern): readonly number[] {
  const { text: whole, start, end } = pattern;
  const quote = whole.slice(start, end);
  let found = allOf(text, quote);
  if (found.length > manyOccurrences) {
    const before = Math.max(0, start - 8);
    const withBefore = allOf(text, whole.slice(before, end)).map((at) => at + start - before);
    const withBehind = allOf(text, whole.slice(start, end + 8));
    found = [...new Set([...withBefore, ...withBehind])].slice(0, manyOccurrences);
  }
  const rated = found.map((at) => ({ at, context: sameContext(text, pattern, at) }));
  return rated
    .toSorted((a, b) => b.context - a.context)
    .slice(0, ratedOccurrences)
    .map(({ at }) => at);
}

/** Where a needle stands, up to one occurrence more than many. */
function allOf(text: string, needle: string): number[] {
  const found: number[] = [];
  let at = text.indexOf(needle);
  while (at !== -1 && found.length <= manyOccurrences) {
    found.push(at);
    at = text.indexOf(needle, at + 1);
  }
  return found;
}

function sameContext(text: string, { text: whole, start, end }: QuotePattern, at: number): number {
  let before = 0;
  while (before < start && text[at - before - 1] === whole[start - before - 1]) before += 1;
  const next = at + end - start;
  let behind = 0;
  while (end + behind < whole.length && text[next + behind] === whole[end + behind]) behind += 1;
  return before + behind;
}
