import type { Flow, Style } from './flow.ts';
import type { PageLinks } from './pageLinks.ts';
import type { PageNotes } from './pageNotes.ts';
import type { Element, Parent } from './tree.ts';

/** What is known of a page before its blocks are read. */
export interface PageFacts {
  readonly links: PageLinks;
  readonly notes: PageNotes;
  /** What the extractor of main text kept, and what stands in the same article. */
  readonly main: ReadonlySet<Element>;
  readonly home: ReadonlySet<Element>;
  /** Levels of headings as sections nest them, where that is deeper than their names say. */
  readonly levels: ReadonlyMap<Element, number>;
  /** Length of all text that is seen, in UTF-16 code units. */
  readonly length: number;
}

/** Reads what stands in an element. */
export type Walk = (parent: Parent, flow: Flow, style: Style) => void;
