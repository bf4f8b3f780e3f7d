import { foldText } from './foldedText.ts';
import { foldQuote } from './foldedQuote.ts';
import type { Anchor, Target } from './target.ts';

/** Makes a finder of quotes in a text, which is folded once for all of them. */
export function createQuoteFinder(text: string): (target: Target) => Anchor | null {
  const folded = foldText(text);

  function anchorAt(target: Target, start: number, length: number, score: number): Anchor {
    const range = folded.sourceRange(start, start + length);
    const stayed = range.start === target.start && range.end === target.end;
    return { ...range, score, how: stayed ? 'exact' : 'moved' };
  }

  return (target) => {
    const quote = foldQuote(target);
    if (quote.exact === '') return null;
    const whole = onlyOccurrence(folded.text, quote.prefix + quote.exact + quote.suffix);
    if (whole === -1) return null;
    return anchorAt(target, whole + quote.prefix.length, quote.exact.length, 1);
  };
}

/** Where a needle stands, or -1 if it stands nowhere or more than once. */
function onlyOccurrence(text: string, needle: string): number {
  const first = text.indexOf(needle);
  if (first === -1) return -1;
  return !text.includes(needle, first + 1) ? first : -1;
}
