/** What the view of a PDF's pages asks the worker that mends damaged files; the bytes are handed over. */
export interface MendRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether the file could not be opened: it is mended too if its end is there. */
  readonly isDamaged: boolean;
}

/** The answer: the bytes as the reader of PDFs reads them, or as they came where nothing is to be mended. */
export interface MendAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isMended: boolean;
  /** The pages that are only there to be counted, from 0. */
  readonly missing: readonly number[];
}
