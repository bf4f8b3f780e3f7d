import * as z from 'zod/mini';
import type { Segment } from './anchoring/changedWords.ts';
import type { Anchor } from './anchoring/target.ts';
import { confidences, statuses, type Annotation, type Category } from './annotations/annotation.ts';
import { roles } from './paper/paper.ts';
import type { PartChange } from './rendering/renderedPaper.ts';

/** An annotation as the page draws it: `anchor` is null for an orphan. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly anchor: Anchor | null;
}

/**
 * An annotation with its Markdown drawn as harmless HTML, that of the note and of each reply in order,
 * with what changed in its passage since, empty where nothing did, and with the label of its page, null
 * where there are no pages.
 */
export interface ShownAnnotation extends PlacedAnnotation {
  readonly noteHtml: string;
  readonly replyHtml: readonly string[];
  readonly changes: readonly Segment[];
  readonly page: string | null;
}

/** How the page is set. Empty strings leave the choice to the style sheet. */
export interface ReadingSettings {
  readonly fontFamily: string;
  /** In CSS pixels; 0 follows the editor's page default. */
  readonly fontSize: number;
  /** Longest line, in rem. */
  readonly measure: number;
  /** Multiple of the font size. */
  readonly lineHeight: number;
  readonly categories: readonly Category[];
  readonly defaultCategory: string;
  /** Printed beside the toolbar's actions, by command id, as VS Code shows them ("Ctrl+Alt+H"). */
  readonly keys: Readonly<Record<string, string>>;
}

/** What the page needs to show a PDF's own pages. */
export interface PagesOfPaper {
  /** Address of the PDF. */
  readonly file: string;
  /** Where the extension's built files are, with a slash at the end. */
  readonly resources: string;
  /** As `Paper.origins`. */
  readonly origins: readonly number[];
  /** Labels of the pages and where their text begins, one each. */
  readonly labels: readonly string[];
  readonly starts: readonly number[];
  /** Length of the text. */
  readonly length: number;
}

/** What every message says about its paper: `version` is the text document's version. */
interface About {
  readonly uri: string;
  readonly version: number;
}

/** What is being written on an annotation: its note, a reply by its id, or a reply that is not there yet. */
export type Writing =
  { readonly what: 'note' } | { readonly what: 'reply'; readonly id: string | null };

/** Facts and requests that the host sends to the page. All offsets are offsets in `Paper.text`. */
export type ToWebview =
  /** The paper's parts changed; the first message after `ready` puts all of them. */
  | (About & {
      readonly type: 'paperChanged';
      readonly changes: readonly PartChange[];
      /** What relative image paths in the paper resolve against, with a slash at the end. */
      readonly baseUri: string;
      /** Whether images from other hosts may be loaded; the page's policy blocks them otherwise. */
      readonly remoteImages: boolean;
    })
  /** All annotations of the paper, in the order of their places, orphans last. */
  | (About & {
      readonly type: 'annotationsChanged';
      readonly annotations: readonly ShownAnnotation[];
    })
  | { readonly type: 'settingsChanged'; readonly settings: ReadingSettings }
  /** Bring a passage into view; unfolds what hides it, and marks it for a moment if `flash`. */
  | (About & {
      readonly type: 'revealRange';
      readonly start: number;
      readonly end: number;
      readonly flash: boolean;
    })
  /** Put this place of the source at the top of the page; no answer is sent. */
  | (About & { readonly type: 'scrollToSource'; readonly offset: number })
  /** The cursor of the text editor is here: mark the block. */
  | (About & { readonly type: 'activeOffsetChanged'; readonly offset: number })
  /** Select an annotation, and open its note for writing if `edit`. */
  | (About & { readonly type: 'selectAnnotation'; readonly id: string; readonly edit: boolean })
  /** What was written on an annotation could not be stored: it is to be written again, or given up. */
  | (About & {
      readonly type: 'writingRefused';
      readonly id: string;
      readonly writing: Writing;
      readonly text: string;
      /** The text that the writing began with. */
      readonly before: string;
    })
  /** Show the paper's own pages in place of its text, at the same place; null shows the text again. */
  | (About & { readonly type: 'pagesChanged'; readonly pages: PagesOfPaper | null })
  /** How much of the paper is read; null when there is nothing left to read. `total` may be 0: not known. */
  | (About & {
      readonly type: 'readingProgressed';
      readonly progress: {
        readonly done: number;
        readonly total: number;
        /** Reading was cancelled: what is read is all there is until the page asks to read again. */
        readonly isStopped: boolean;
      } | null;
    })
  /** What could not be read of the paper's file, fit to show; what was said before is void. */
  | (About & { readonly type: 'noticesChanged'; readonly notices: readonly string[] })
  /** The paper can't be shown: what is wrong and what to do. */
  | (About & {
      readonly type: 'paperFailed';
      readonly message: string;
      /** Whether it makes sense to read the file again. */
      readonly again: boolean;
    });

const text = (limit: number) => z.string().check(z.maxLength(limit));
const offset = z.int().check(z.nonnegative());
const about = { uri: text(4096), version: z.int() };
const range = { start: offset, end: offset };
const id = text(100);

/** What can be changed in an annotation. */
const annotationEdit = z.strictObject({
  category: z.optional(text(100)),
  note: z.optional(text(100_000)),
  tags: z.optional(z.array(text(200)).check(z.maxLength(100))),
  status: z.optional(z.enum(statuses)),
  confidence: z.optional(z.nullable(z.enum(confidences))),
});

/** Every message that the page may send. What does not match is dropped by the host. */
export const fromWebview = z.discriminatedUnion('type', [
  /** The page is loaded and wants the whole state. */
  z.strictObject({ type: z.literal('ready') }),
  /** The selection in the page; null when there is none. Commands from the keyboard use it. */
  z.strictObject({
    type: z.literal('selectionChanged'),
    ...about,
    selection: z.nullable(z.strictObject(range)),
  }),
  z.strictObject({
    type: z.literal('createAnnotation'),
    ...about,
    ...range,
    /** Null takes the default category. */
    category: z.nullable(text(100)),
    /** What to do next: nothing, write a note, or choose tags. */
    then: z.enum(['nothing', 'note', 'tags']),
  }),
  z.strictObject({
    type: z.literal('editAnnotation'),
    ...about,
    id,
    edit: annotationEdit,
    /** The note that the writing began with, if one was written. */
    before: z.optional(text(100_000)),
  }),
  z.strictObject({ type: z.literal('deleteAnnotation'), ...about, id }),
  z.strictObject({
    type: z.literal('writeReply'),
    ...about,
    id,
    /** The reply that is changed; null adds one. */
    reply: z.nullable(id),
    /** Empty removes the reply. */
    text: text(100_000),
    /** The text that the writing began with, if one was written. */
    before: z.optional(text(100_000)),
  }),
  /** Choose category, tags or status in VS Code's own pick lists. */
  z.strictObject({
    type: z.literal('pickForAnnotation'),
    ...about,
    id,
    what: z.enum(['category', 'tags', 'status']),
  }),
  z.strictObject({ type: z.literal('annotationSelected'), ...about, id: z.nullable(id) }),
  z.strictObject({ type: z.literal('copyQuote'), ...about, ...range }),
  z.strictObject({
    type: z.literal('correctRole'),
    ...about,
    ...range,
    /** Null takes the correction back. */
    role: z.nullable(z.enum(roles)),
  }),
  /** Show this place in the text editor. */
  z.strictObject({ type: z.literal('revealSource'), ...about, offset }),
  /** The block at the top of the page begins here; sent while the reader scrolls. */
  z.strictObject({ type: z.literal('scrolled'), ...about, offset }),
  /** A link was followed that is not inside the paper. */
  z.strictObject({ type: z.literal('openLink'), ...about, href: text(8192) }),
  z.strictObject({ type: z.literal('loadRemoteImages'), ...about }),
  /** Stop reading a paper that takes long; read one again that was stopped or could not be read. */
  z.strictObject({ type: z.literal('cancelReading'), ...about }),
  z.strictObject({ type: z.literal('readAgain'), ...about }),
]);

/**
 * What the page keeps through `setState` while it is read, so that the host can open it again after a
 * reload of the window. The host brings the page back to `offset`, the one last sent by `scrolled`.
 */
export const pageState = z.object({ uri: text(4096), offset });

/** The page's `setState` value. */
export type PageState = z.infer<typeof pageState>;

/** A wish of the page. */
export type FromWebview = z.infer<typeof fromWebview>;
/** A change to the fields of an annotation; what is left out stays. */
export type AnnotationEdit = z.infer<typeof annotationEdit>;
