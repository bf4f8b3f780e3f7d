// Puts the worker's part where pdf.js looks for it, so that it runs in this very thread: whoever wants
// another thread starts the whole reader there.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';
import type { LoadAsset } from '../../worker/serve.ts';

/** Pictures are not drawn here; a bound on their size keeps a bomb from being unpacked. */
const LARGEST_IMAGE = 2 ** 24;

/** Nothing is drawn here. */
class NoFactory {
  destroy(): void {
    // Nothing was made.
  }
}

/** Starts opening a PDF. The bytes stay the caller's; nothing of the file is run or fetched. */
export function openPdf(bytes: Uint8Array, loadAsset: LoadAsset): PDFDocumentLoadingTask {
  class Assets {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      // Fonts are only needed to draw: their widths and characters are known.
      if (kind !== 'cMapUrl') throw new Error('not needed to read text');
      return loadAsset(`cmaps/${filename}`);
    }
  }
  return getDocument({
    // Not `slice`: that of a Node buffer shares its memory, which pdf.js takes for its own.
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: Assets,
    CanvasFactory: NoFactory,
    FilterFactory: NoFactory,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
    stopAtErrors: false,
  });
}
