import type { DocumentCue, Inline, TableCell } from '../../core/paper/document/paperDocument.ts';
import type { Marker } from './numbering.ts';

/** How all of a paragraph's text looks. */
export interface LineLook {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly color: string;
  /** In half points. */
  readonly size: number;
}

/** A paragraph as it stands in a Word file. */
export interface WordParagraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
  /** What is read of it, white space folded. */
  readonly text: string;
  /** Name of its style, in lower case. */
  readonly style: string;
  /** Level of the heading that its style or outline makes it, from 1; null for text. */
  readonly level: number | null;
  readonly marker: Marker | null;
  readonly alignment: string;
  /** Null where its text does not look the same. */
  readonly look: LineLook | null;
  readonly cue: DocumentCue | null;
  readonly id: string | null;
}

/** A table with its cells as they are read. */
export interface WordTable {
  readonly type: 'table';
  readonly rows: readonly (readonly WordCell[])[];
  readonly cue: DocumentCue | null;
}

/** A cell: what it spans, and the items in it. */
export interface WordCell extends Omit<TableCell, 'content'> {
  readonly items: readonly WordItem[];
}

/** Anything that follows something else in a Word file. */
export type WordItem = WordParagraph | WordTable;
