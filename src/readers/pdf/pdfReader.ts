import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PaperDocument } from '../../core/paper/document/paperDocument.ts';
import type { DocumentReader, ReaderAnswer, ReaderOptions } from '../reader.ts';
import type { LoadAsset } from '../worker/serve.ts';
import { breather } from './breather.ts';
import type { FileFacts, ReadPage } from './document/composeDocument.ts';
import { composeDocument } from './document/composeDocument.ts';
import { failureOf, isPdf } from './failures.ts';
import { openOrMend, type OpenedPdf } from './openOrMend.ts';
import { readPages } from './readPages.ts';
import { attachmentsOf, outlineOf, propertiesOf } from './source/fileFacts.ts';

/** Changes whenever the same bytes may give another text. */
const VERSION = 2;
/** A larger file is held three times in memory while it is read. */
const LARGEST_FILE = 300_000_000;
/** Papers with fewer pages are read so fast that a beginning would only flicker. */
const FEWEST_FOR_BEGINNING = 10;
/** Enough to fill a window, unless they are pictures: then pages are added up to a share of the paper. */
const BEGINNING_PAGES = 2;
const LARGEST_BEGINNING = 0.1;

/** Reads PDFs; `loadAsset` is asked for the character maps of fonts that don't bring their own. */
export function pdfReader(loadAsset: LoadAsset): DocumentReader {
  return {
    version: VERSION,
    read: async (bytes, options) => {
      if (bytes.length === 0) return failureOf(options.name, 'empty');
      if (bytes.length > LARGEST_FILE) return failureOf(options.name, 'tooLarge');
      if (!isPdf(bytes)) return failureOf(options.name, 'damaged');
      return readPdf(bytes, options, loadAsset);
    },
  };
}

async function readPdf(
  bytes: Uint8Array,
  options: ReaderOptions,
  loadAsset: LoadAsset,
): Promise<ReaderAnswer> {
  let opened: OpenedPdf | null = null;
  try {
    options.signal?.throwIfAborted();
    const missing = new Set<string>();
    const load: LoadAsset = async (name) => {
      try {
        return await loadAsset(name);
      } catch (error) {
        missing.add(name);
        throw error;
      }
    };
    opened = await openOrMend(bytes, load);
    return { ok: true, document: await documentOf(opened, options, missing) };
  } catch (error) {
    return failureOf(options.name, options.signal?.aborted === true ? 'cancelled' : error);
  } finally {
    await opened?.close();
  }
}

async function documentOf(
  { pdf, mended }: OpenedPdf,
  options: ReaderOptions,
  missing: ReadonlySet<string>,
): Promise<PaperDocument> {
  const { onBeginning, onProgress, signal } = options;
  const breathe = breather(signal);
  const file = await factsOf(pdf);
  let isBeginningDue = onBeginning !== undefined && pdf.numPages >= FEWEST_FOR_BEGINNING;
  const afterPage = async (pages: readonly ReadPage[]) => {
    await breathe();
    onProgress?.(pages.length, pdf.numPages);
    if (!isBeginningDue || pages.length < BEGINNING_PAGES) return;
    const hasText = pages.some(({ chunks }) => chunks.length > 0);
    if (!hasText && pages.length + 1 < LARGEST_BEGINNING * pdf.numPages) return;
    isBeginningDue = false;
    onBeginning?.(await composeDocument(pages, file, breathe));
  };
  const { pages, problems } = await readPages(pdf, mended, afterPage);
  const all = [...missingMaps(missing), ...problems, ...file.problems];
  return composeDocument(pages, { ...file, problems: all }, breathe);
}

function missingMaps(names: ReadonlySet<string>): string[] {
  return [...names]
    .map((name) => /([^/]+)\.bcmap$/.exec(name)?.[1] ?? name)
    .map((map) => `Some characters can’t be read: the map ${map} of their font is missing.`);
}

async function factsOf(pdf: PDFDocumentProxy): Promise<FileFacts> {
  const files = await attachmentsOf(pdf);
  return {
    properties: await propertiesOf(pdf),
    outline: await outlineOf(pdf),
    labels: await pdf.getPageLabels().catch(() => null),
    problems:
      files.length > 0
        ? [`This PDF carries the files ${files.join(', ')}. They are not opened.`]
        : [],
  };
}
