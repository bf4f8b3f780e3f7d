/**
 * Where an annotation points: a W3C TextQuoteSelector (exact, prefix, suffix), a TextPositionSelector
 * (start, end) and for papers with pages a FragmentSelector (`page=12`) in one value. Offsets are UTF-16
 * code units in `Paper.text`.
 * https://www.w3.org/TR/annotation-model/#selectors
 */
export interface Target {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  /** The page of the file on which the passage begins, counted from 1 as RFC 8118 does. */
  readonly page?: number;
}

/** Where a target is now, and how it was found. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly how: 'exact' | 'moved' | 'changed';
}
