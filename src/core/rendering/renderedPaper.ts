import type { SourceRange } from '../paper/paper.ts';

/** What a part of the page is; also its class there. */
export type PartKind =
  | 'titleBlock'
  | 'siteText'
  | 'summary'
  | 'keyPoints'
  | 'recommendations'
  | 'body'
  | 'footnotes'
  | 'references'
  | 'quiet';

/**
 * A run of blocks that the page replaces as one. Everything inside is relative to `range.start`, so a
 * part that only moved is still the same part.
 *
 * The HTML has one root element. Each block element in it has `data-range="start,end"`. Text that does
 * not come from the source stands in elements with `data-generated`. The rendered text of a part is
 * the text of all its other text nodes, in order, with nothing between them.
 */
export interface RenderedPart {
  readonly kind: PartKind;
  readonly range: SourceRange;
  readonly html: string;
  /** Segments of the text map, see textMap.ts. */
  readonly map: TextMap;
}

/**
 * The text map of a part: four numbers for each segment, ascending by the first: offset in the rendered
 * text, offset in the source relative to the part, rendered length, source length. A segment of equal
 * lengths maps character by character; any other (an entity, an escape) is one indivisible step.
 */
export type TextMap = readonly number[];

/** A paper as the page shows it. */
export interface RenderedPaper {
  readonly parts: readonly RenderedPart[];
}

/**
 * How to make the new list of parts out of the old one: keep `count` old parts from `from` on, each
 * moved by `shift` in the source, or put a new part.
 */
export type PartChange =
  | { readonly keep: number; readonly count: number; readonly shift: number }
  | { readonly put: RenderedPart };
