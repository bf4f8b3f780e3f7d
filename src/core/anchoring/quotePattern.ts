import { foldText } from './foldedText.ts';
import type { Target } from './target.ts';
import { wordsOf, type Word } from './wordIndex.ts';

/** A target's quote and context as they are compared. */
export interface QuotePattern {
  /** Context, quote and context in one, folded. */
  readonly text: string;
  /** Where the quote stands in `text`. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** The words that the quote touches: indices, half-open. */
  readonly first: number;
  readonly behind: number;
}

/** Folds quote and context in one, so that what stands across their borders folds as in the text. */
export function quotePattern(target: Target): QuotePattern {
  const folded = foldText(target.prefix + target.exact + target.suffix);
  const start = folded.foldedOffset(target.prefix.length);
  const end = folded.foldedOffset(target.prefix.length + target.exact.length);
  // The context was cut anywhere: a word at its outer end may be half a word.
  const whole = wordsOf(folded.text).filter(
    (word) =>
      (word.start > 0 || start === 0) &&
      (word.end < folded.text.length || end === folded.text.length),
  );
  const words = whole;
  const first = words.filter((word) => word.end <= start).length;
  const behind = words.filter((word) => word.start < end).length;
  return { text: folded.text, start, end, words, first, behind: Math.max(first, behind) };
}
