import type { MendAnswer, MendRequest } from '../../../core/mendingProtocol.ts';
import { isCutShort, mendPdf } from './mendPdf.ts';

/** The names by which a Web Worker talks. */
const worker = globalThis as unknown as {
  postMessage(message: MendAnswer, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: { readonly data: MendRequest }) => void) | null;
};

// For the view of a PDF's pages, which has to show the file that the reader has read.
worker.onmessage = ({ data: { bytes, isDamaged } }) => {
  const mended = isDamaged || isCutShort(bytes) ? mendPdf(bytes) : null;
  const answer: MendAnswer =
    mended === null
      ? { bytes, isMended: false, missing: [] }
      : { bytes: mended.bytes, isMended: true, missing: [...mended.missing] };
  worker.postMessage(answer, [answer.bytes.buffer]);
};
