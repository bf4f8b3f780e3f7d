import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels that one picture of a page may have; more would not be seen. */
const largestImage = 2 ** 26;

/**
 * Opens the PDF at an address. Its parsing runs in a worker; nothing that the PDF names is fetched, and
 * none of its scripts run. `resources` is where the files of the readers are, with a slash at the end.
 */
export async function openPdfFile(file: string, resources: string): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerPort ??= await startWorker(`${resources}pages/worker.js`);
  const data = new Uint8Array(await (await fetched(file)).arrayBuffer());
  return getDocument({
    data,
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
  }).promise;
}

/** The policy of the page lets scripts of workers come from nowhere but the page itself. */
async function startWorker(address: string): Promise<Worker> {
  const script = await (await fetched(address)).blob();
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url);
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}
