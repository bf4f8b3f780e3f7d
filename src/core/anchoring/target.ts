/**
 * Where an annotation points: a W3C TextQuoteSelector (exact, prefix, suffix) and a
 * TextPositionSelector (start, end) in one value. Offsets are UTF-16 code units in `Paper.text`.
 * https://www.w3.org/TR/annotation-model/#selectors
 */
export interface Target {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** Where a target is now, and how it was found. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly how: 'exact' | 'moved' | 'changed';
}
