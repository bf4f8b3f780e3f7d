import type { PaperSummary } from '../../core/navigation/paperSummary.ts';
import type { PaperDocument } from '../../core/paper/document/paperDocument.ts';
import type { DocumentFormat, TextFormat } from '../../core/paper/paper.ts';
import type { ReaderAnswer } from '../reader.ts';

/** What a reader's worker is told. It reads one file at a time. */
export type ToReader =
  | {
      readonly type: 'read';
      readonly bytes: Uint8Array;
      /** What the file is called, for messages. */
      readonly name: string;
      /** A summary is much smaller than a document: the index of a workspace needs no more. */
      readonly wanted: 'file' | 'summary';
    }
  /** The answer to `load`; null where there is no such file. */
  | { readonly type: 'loaded'; readonly name: string; readonly bytes: Uint8Array | null };

/** What a file holds: its content decides, whatever its name says. */
export type ReadFile =
  | {
      readonly format: DocumentFormat;
      /** That of the reader. */
      readonly version: number;
      readonly document: PaperDocument;
    }
  /** A text by another name; the notes say how it was taken. */
  | { readonly format: TextFormat; readonly text: string; readonly notes: readonly string[] };

/** Why a file can't be read; the message says what to do. */
export type NotRead = Extract<ReaderAnswer, { readonly ok: false }>;

/** What a request ends in. */
export type ReaderResult =
  | { readonly ok: true; readonly wanted: 'file'; readonly file: ReadFile }
  | { readonly ok: true; readonly wanted: 'summary'; readonly summary: PaperSummary }
  | NotRead;

/** What a reader's worker tells. Each request ends in one `result` or one `other`. */
export type FromReader =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'beginning'; readonly file: ReadFile }
  | { readonly type: 'result'; readonly result: ReaderResult }
  /** The file is for the reader of another format; its bytes are handed back. */
  | { readonly type: 'other'; readonly format: DocumentFormat; readonly bytes: Uint8Array }
  /** A file that is packaged with the readers is needed: "cmaps/UniGB-UCS2-H.bcmap". */
  | { readonly type: 'load'; readonly name: string };
