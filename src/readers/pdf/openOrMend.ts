import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { LoadAsset } from '../worker/serve.ts';
import { kindOf } from './failures.ts';
import { isCutShort, mendPdf, type MendedPdf } from './mending/mendPdf.ts';
import { openPdf } from './source/pdfjs.ts';

/** A PDF that is open. */
export interface OpenedPdf {
  readonly pdf: PDFDocumentProxy;
  /** What was made of a damaged file; null for a sound one. */
  readonly mended: MendedPdf | null;
  close(): Promise<void>;
}

/** Opens a PDF, or what is left of it where its end is missing or its tables are damaged. */
export async function openOrMend(bytes: Uint8Array, loadAsset: LoadAsset): Promise<OpenedPdf> {
  const cut = isCutShort(bytes) ? mendPdf(bytes) : null;
  if (cut !== null) return open(cut.bytes, cut, loadAsset);
  try {
    return await open(bytes, null, loadAsset);
  } catch (error) {
    const mended = kindOf(error) === 'damaged' ? mendPdf(bytes) : null;
    if (mended === null) throw error;
    return open(mended.bytes, mended, loadAsset);
  }
}

async function open(
  bytes: Uint8Array,
  mended: MendedPdf | null,
  loadAsset: LoadAsset,
): Promise<OpenedPdf> {
  const task = openPdf(bytes, loadAsset);
  const close = () => task.destroy().catch(() => undefined);
  try {
    return { pdf: await task.promise, mended, close };
  } catch (error) {
    await close();
    throw error;
  }
}
