import type { PaperDocument } from '../core/paper/document/paperDocument.ts';

/** How a file is read. */
export interface ReaderOptions {
  /** What the file is called, for messages. */
  readonly name: string;
  readonly signal?: AbortSignal;
  /** Told now and then; `total` is 0 while it is not known. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Given the beginning of a long paper before the rest is read. */
  readonly onBeginning?: (document: PaperDocument) => void;
}

/** Why a file can't be read as a paper. */
export type ReadingFailure =
  'empty' | 'encrypted' | 'damaged' | 'tooLarge' | 'notSupported' | 'cancelled';

/** What a reader answers; it never throws. `message` says in one line what is wrong and what to do. */
export type ReaderAnswer =
  | { readonly ok: true; readonly document: PaperDocument }
  | { readonly ok: false; readonly failure: ReadingFailure; readonly message: string };

/** Reads the bytes of one format. `version` changes whenever the same bytes may give another text. */
export interface DocumentReader {
  readonly version: number;
  read(bytes: Uint8Array, options: ReaderOptions): Promise<ReaderAnswer>;
}
