import type { Chunk } from './chunks.ts';
import type { DocumentImage } from './document/paperDocument.ts';

/** A half-open range of offsets in `Paper.text`, in UTF-16 code units. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** The formats that the core reads by itself, from their own text. */
export type TextFormat = 'markdown' | 'text';

/** The formats that have readers of their own, which hand over a `PaperDocument`. */
export const documentFormats = ['html', 'pdf', 'docx'] as const;
/** A format with a reader of its own. */
export type DocumentFormat = (typeof documentFormats)[number];

/** The formats of papers. */
export const paperFormats = ['markdown', 'text', ...documentFormats] as const;
/** A format of papers. */
export type PaperFormat = TextFormat | DocumentFormat;

/** What a block is by its form. */
export type BlockKind =
  | 'frontMatter'
  | 'heading'
  | 'paragraph'
  | 'listItem'
  | 'quote'
  | 'table'
  | 'preformatted'
  | 'html'
  | 'footnote'
  | 'definition'
  | 'rule';

/** What a block is for. The order is that of a paper, as far as papers agree. */
export const roles = [
  'siteText',
  'series',
  'title',
  'subtitle',
  'byline',
  'date',
  'publisher',
  'handlingMark',
  'contents',
  'summary',
  'keyPointsHeading',
  'keyPoint',
  'recommendationsHeading',
  'recommendation',
  'heading',
  'body',
  'fullPaperLink',
  'associatedFiles',
  'footnote',
  'reference',
  'tags',
  'disclaimer',
  'about',
  'posting',
  'related',
  'metadata',
] as const;

/** One of `roles`. */
export type Role = (typeof roles)[number];

/**
 * A piece of a paper: the smallest thing that has a role. A list item ends where a list nested in it
 * begins; the nested items are blocks of their own. Blocks stand in source order and never overlap.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly role: Role;
  /** How sure the role is, from 0 to 1; 1 is an analyst's own decision. */
  readonly confidence: number;
  /** The cue that decided the role, in a few words fit to show: "menu", "under “Key Points”". */
  readonly evidence: string;
  /** From the first to behind the last character, markers included, surrounding blanks left out. */
  readonly range: SourceRange;
  /** What is read: markup and markers removed, white space folded. */
  readonly text: string;
  /** Level of a heading (1 to 6), nesting of a list item (1 is outermost), else 0. */
  readonly level: number;
  /** The number or letter printed before a list item ("3.", "(b)"), or null. */
  readonly ordinal: string | null;
  /** Index among all tokens of `Paper.chunks` of the one that opens the block, or -1 where none does. */
  readonly token: number;
}

/** A statement that a paper makes about itself, with the place where it is printed. */
export interface Fact {
  readonly text: string;
  readonly range: SourceRange;
}

/** A person in the byline; what stands beside the name is kept apart from it. */
export interface Person {
  readonly name: string;
  /** Where the name stands; the byline's range where the name is not printed as such. */
  readonly range: SourceRange;
  readonly rank: string | null;
  /** Service, country, unit, post or institution, as printed and in order. */
  readonly affiliations: readonly string[];
}

/** A date at the precision that is printed: "2023-01-13", "2023-01" or "2023". */
export interface PaperDate extends Fact {
  readonly iso: string;
}

/** An acronym that the paper itself defines. */
export interface Acronym {
  readonly short: string;
  readonly meaning: string;
  readonly range: SourceRange;
}

/** A link to the whole paper or to a file that belongs to it. `href` is null where only the words are left. */
export interface PaperLink extends Fact {
  readonly href: string | null;
}

/** What the paper says about itself. */
export interface PaperMetadata {
  readonly series: Fact | null;
  readonly title: Fact | null;
  readonly subtitle: Fact | null;
  readonly people: readonly Person[];
  /** The paper's own date. */
  readonly date: PaperDate | null;
  /** When the page was posted, which is not the paper's date. */
  readonly posted: PaperDate | null;
  readonly publisher: Fact | null;
  readonly handlingMark: Fact | null;
  /** Topics that the page states, as printed and in order. */
  readonly tags: readonly Fact[];
  readonly links: readonly PaperLink[];
  readonly acronyms: readonly Acronym[];
}

/** Something that could not be read as meant; the paper is still usable. */
export interface Problem {
  readonly message: string;
  readonly range: SourceRange;
}

/** A page of a paper, as printed. */
export interface PaperPage {
  /** "iv", "12". */
  readonly label: string;
  /** Where its text begins in `Paper.text`; for a page without text, where the next one begins. */
  readonly start: number;
}

/** What only papers have that are no plain text; all of it is empty for Markdown and text. */
export interface PaperSource {
  /** One for each page of the source, in order. */
  readonly pages: readonly PaperPage[];
  /** The pictures; an image token says which by its `meta.image`, an index in this list. */
  readonly images: readonly DocumentImage[];
  /**
   * Where text was drawn on the pages: six numbers for each run, ascending: its offset and length in
   * `Paper.text`, then page, item, offset and length of a `TextOrigin`. A run of equal lengths maps
   * character by character; any other is one indivisible step.
   */
  readonly origins: readonly number[];
}

/** One document that an analyst reads. `text` is what annotations anchor in. */
export interface Paper extends PaperSource {
  readonly name: string;
  readonly format: PaperFormat;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: PaperMetadata;
  readonly problems: readonly Problem[];
  /** At least one: the parsed content that `renderPaper` draws. All readers make the same kinds of tokens. */
  readonly chunks: readonly Chunk[];
}
