import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { MendAnswer } from '../../core/mendingProtocol.ts';
import { mendedFile } from './mendedFile.ts';
import { startWorker } from './resources.ts';

/** A PDF that is open. */
export interface PdfFile {
  readonly pdf: PDFDocumentProxy;
  /** The pages that are gone from a damaged file, from 0. */
  readonly missing: ReadonlySet<number>;
}

/** Pixels that one picture of a page may have; more would not be seen. */
const largestImage = 2 ** 26;

/**
 * Opens the PDF at an address, or what is left of it where it is damaged. Its parsing runs in a worker;
 * nothing that the PDF names is fetched, and none of its scripts run. `resources` is where the files of the
 * readers are, with a slash at the end.
 */
export async function openPdfFile(file: string, resources: string): Promise<PdfFile> {
  GlobalWorkerOptions.workerPort ??= await startWorker(`${resources}pages/worker.js`);
  const first = await mendedFile(file, resources, false);
  try {
    return await open(first, resources);
  } catch (error) {
    if (first.isMended) throw error;
    const mended = await mendedFile(file, resources, true);
    if (!mended.isMended) throw error;
    return open(mended, resources);
  }
}

async function open({ bytes, missing }: MendAnswer, resources: string): Promise<PdfFile> {
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    cMapUrl: `${resources}readers/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${resources}pages/fonts/`,
    wasmUrl: `${resources}pages/wasm/`,
    useWorkerFetch: false,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: largestImage,
  });
  try {
    return { pdf: await task.promise, missing: new Set(missing) };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}
