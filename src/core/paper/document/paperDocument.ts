/** How a run of text is set apart in its line. */
export type Mark = 'strong' | 'emphasis' | 'code' | 'superscript' | 'subscript';

/**
 * Where a run of text was drawn: a text item of a page (both counted from 0) and the offset in the
 * item's own string, in UTF-16 code units. `length` is how much of that string it stands for.
 */
export interface TextOrigin {
  readonly page: number;
  readonly item: number;
  readonly offset: number;
  readonly length: number;
}

/** A picture of a paper: its bytes, or where they are. */
export interface DocumentImage {
  readonly description: string;
  /** A relative or absolute address as the paper gives it, or null where `bytes` has the picture. */
  readonly href: string | null;
  readonly bytes: Uint8Array | null;
  /** Media type, such as "image/png"; empty if it is not known. */
  readonly type: string;
}

/** What stands in a line. White space is as it is to be read; blocks trim their own ends. */
export type Inline =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly marks?: readonly Mark[];
      /** Where the text leads: an address, or "#" and the `id` of a block. */
      readonly href?: string;
      readonly origin?: TextOrigin;
    }
  | { readonly type: 'break' }
  /** The mark of a note; `label` is that of a `note` block. */
  | { readonly type: 'noteMark'; readonly label: string; readonly text: string }
  | { readonly type: 'image'; readonly image: DocumentImage }
  /** What follows stands on this page, counted from 0. */
  | { readonly type: 'page'; readonly page: number };

/** What a reader knows of a block beside its form; `siteText` and `cue` hold for the blocks in it too. */
export interface AboutBlock {
  /** What links in the paper lead to, without "#". */
  readonly id?: string;
  /** Why the reader itself knows the block for site text, such as "running head" or "navigation". */
  readonly siteText?: string;
  /** What the source says the block is for, such as "byline" by the class or role of its element. */
  readonly cue?: DocumentCue;
}

/** What a source can say about a block's purpose by its own mark-up. */
export type DocumentCue = 'title' | 'subtitle' | 'byline' | 'date' | 'tags' | 'contents' | 'box';

/** A cell of a table, with what it spans. */
export interface TableCell {
  readonly content: readonly Inline[];
  readonly isHeader: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** An item of a list; `marker` is what is printed before it ("3.", "(b)"), or null for a plain bullet. */
export interface ListItem {
  readonly marker: string | null;
  readonly blocks: readonly DocumentBlock[];
}

/** A piece of a paper by its form, in reading order. */
export type DocumentBlock = AboutBlock &
  (
    | {
        readonly type: 'heading';
        readonly level: number;
        readonly content: readonly Inline[];
        /** A number that the source counts by itself and prints before the words ("5.1"). */
        readonly marker?: string;
      }
    | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
    | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
    | { readonly type: 'quote'; readonly blocks: readonly DocumentBlock[] }
    | { readonly type: 'table'; readonly rows: readonly (readonly TableCell[])[] }
    | { readonly type: 'preformatted'; readonly text: string }
    /** A footnote or endnote; it stands where the source has it. */
    | {
        readonly type: 'note';
        readonly label: string;
        readonly blocks: readonly DocumentBlock[];
      }
    | { readonly type: 'rule' }
    /** As `page` among inlines, between two blocks. */
    | { readonly type: 'page'; readonly page: number }
  );

/** Something that a file says about its paper beside the text: a meta element, a property, a label. */
export interface StatedFact {
  readonly field:
    'title' | 'subtitle' | 'series' | 'author' | 'date' | 'posted' | 'publisher' | 'tag' | 'link';
  readonly text: string;
  /** Where it is said, fit to show: "citation_title", "JSON-LD", "document properties". */
  readonly from: string;
  /** From 0 to 1: how much it is to be believed against what is printed on the page. */
  readonly trust: number;
}

/**
 * What a reader of HTML, PDF or Word makes of a file: its form, in reading order, the role of nothing.
 * The same bytes give the same document.
 */
export interface PaperDocument {
  readonly blocks: readonly DocumentBlock[];
  readonly facts: readonly StatedFact[];
  /** Labels of the pages as printed ("iv", "12"), one each; empty for what has no pages. */
  readonly pageLabels: readonly string[];
  /** What could not be read as meant, fit to show; the paper is still usable. */
  readonly problems: readonly string[];
}
