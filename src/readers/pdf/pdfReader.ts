import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { DocumentReader, ReaderAnswer, ReaderOptions } from '../reader.ts';
import type { FileFacts, ReadPage } from './document/composeDocument.ts';
import { composeDocument } from './document/composeDocument.ts';
import { chunksOf } from './layout/chunks.ts';
import { readPageText } from './layout/readPageText.ts';
import { attachmentsOf, outlineOf, propertiesOf } from './source/fileFacts.ts';
import { readPageContent } from './source/pageContent.ts';
import type { LoadAsset } from './source/pdfjs.ts';
import { openPdf } from './source/pdfjs.ts';

/** Changes whenever the same bytes may give another text. */
const VERSION = 1;

/** Reads PDFs; `loadAsset` is asked for the character maps of fonts that don't bring their own. */
export function pdfReader(loadAsset: LoadAsset): DocumentReader {
  return { version: VERSION, read: (bytes, options) => readPdf(bytes, options, loadAsset) };
}

async function readPdf(bytes: Uint8Array, options: ReaderOptions, loadAsset: LoadAsset): Promise<ReaderAnswer> {
  const task = openPdf(bytes, loadAsset);
  const pdf = await task.promise;
  const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const pages = await readPages(pdf, options);
  const document = await composeDocument(pages, await factsOf(pdf), breathe);
  await task.destroy();
  return { ok: true, document };
}

async function factsOf(pdf: PDFDocumentProxy): Promise<FileFacts> {
  const files = await attachmentsOf(pdf);
  return {
    properties: await propertiesOf(pdf),
    outline: await outlineOf(pdf),
    labels: await pdf.getPageLabels().catch(() => null),
    problems: files.length > 0 ? [`This PDF carries the files ${files.join(', ')}.`] : [],
  };
}

async function readPages(pdf: PDFDocumentProxy, options: ReaderOptions): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await readPageContent(page);
    const text = readPageText(number - 1, content, page.getViewport({ scale: 1 }));
    pages.push({ text, chunks: chunksOf(text.runs) });
    page.cleanup();
    options.onProgress?.(number, pdf.numPages);
  }
  return pages;
}
