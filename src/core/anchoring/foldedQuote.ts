import { foldText } from './foldedText.ts';
import type { Target } from './target.ts';

/** A target's quote and context as they are compared. */
export interface FoldedQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Folds quote and context in one, so that what stands across their borders folds as in the text. */
export function foldQuote(target: Target): FoldedQuote {
  const folded = foldText(target.prefix + target.exact + target.suffix);
  const start = folded.foldedOffset(target.prefix.length);
  const end = folded.foldedOffset(target.prefix.length + target.exact.length);
  return {
    prefix: folded.text.slice(0, start),
    exact: folded.text.slice(start, end),
    suffix: folded.text.slice(end),
  };
}
