import type { DocumentFormat } from '../paper/paper.ts';

/** What made the text that a target is in, where that is not the file's own. */
export interface TargetReader {
  readonly format: DocumentFormat;
  /** Another one may make another text of the same file. */
  readonly version: number;
}

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
  readonly reader?: TargetReader;
  /** The title of the section that the passage is in, as far as the text's lines tell. */
  readonly heading?: string;
}

/** A place in a text, with how much speaks for it, from 0 to 1. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Where a target is now, and how it was found: where it was, elsewhere, or with other words. */
export interface Anchor extends Place {
  readonly how: 'exact' | 'moved' | 'changed';
}

/** A target without a place: not found, or found with no way to tell which is meant. */
export interface Orphan {
  readonly how: 'orphan';
  /** The places that came into question, the likeliest first. */
  readonly candidates: readonly Place[];
}
