import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReadPage } from './document/composeDocument.ts';
import { chunksOf } from './layout/chunks.ts';
import { withGlyphOrder } from './layout/glyphOrder.ts';
import { readPageText } from './layout/readPageText.ts';
import { legibleContent } from './mending/legibleContent.ts';
import { pageList } from './document/problems.ts';
import type { MendedPdf } from './mending/mendPdf.ts';
import { linksOf } from './source/pageLinks.ts';
import { placesIn, type FindPlace } from './source/places.ts';
import { readPageContent } from './source/pageContent.ts';

/** Longer than any paper; a page tree can claim millions. */
const MOST_PAGES = 5000;
/** Text items of all pages together: some 400 MB while a paper is read. */
const MOST_RUNS = 1_500_000;
/** After so many pages in a row that can't be read there are no more. */
const MOST_FAILURES = 25;

/** The pages that were read, and what kept others from it, fit to show. */
export interface ReadPages {
  readonly pages: readonly ReadPage[];
  readonly problems: readonly string[];
}

/**
 * Reads page after page, but for those that are missing in a mended file; `afterPage` is awaited behind
 * each, and may throw to stop.
 */
export async function readPages(
  pdf: PDFDocumentProxy,
  mended: MendedPdf | null,
  afterPage: (pages: readonly ReadPage[]) => Promise<void>,
): Promise<ReadPages> {
  const findPlace = placesIn(pdf);
  const pages: ReadPage[] = [];
  const unread: { page: number }[] = [];
  const partial: { page: number }[] = [];
  const cut: { page: number }[] = [];
  const last = Math.min(pdf.numPages, MOST_PAGES);
  let runs = 0;
  let failures = 0;
  while (pages.length < last && runs < MOST_RUNS && failures < MOST_FAILURES) {
    const number = pages.length;
    const isMissing = mended?.missing.has(number) === true;
    const page = isMissing ? null : await readPage(pdf, number, findPlace, mended !== null);
    failures = page === null ? failures + 1 : 0;
    if (page === null) unread.push({ page: number });
    if (page?.isPartial === true) partial.push({ page: number });
    if (page?.isCut === true) cut.push({ page: number });
    const { text, chunks } = page ?? { text: emptyPage(number), chunks: [] };
    runs += text.runs.length;
    pages.push({ text, chunks, isDamaged: page?.isPartial !== false });
    await afterPage(pages);
  }
  const problems: string[] = [];
  if (mended !== null) {
    // Not even letters that are left: that is no paper.
    if (runs === 0) throw new Error('nothing is left to read');
    const of = mended.total === null ? '' : ` of ${String(mended.total)}`;
    problems.push(
      `This file is damaged and a part of it is missing: ${String(pages.length - unread.length)}${of} pages are read. Get it once more from where it came from.`,
    );
  }
  if (unread.length > 0)
    problems.push(`${pageList(unread)} can't be read: the file is damaged there.`);
  if (partial.length > 0)
    problems.push(
      `${pageList(partial)}: some text is left out, since its fonts are missing; in page view it has wrong letters.`,
    );
  if (cut.length > 0) problems.push('Some pages hold more text than is read of a page.');
  if (pages.length < pdf.numPages)
    problems.push(`Only ${String(pages.length)} of ${String(pdf.numPages)} pages are read.`);
  return { pages, problems };
}

interface PageReading extends Pick<ReadPage, 'text' | 'chunks'> {
  /** There is more than is read. */
  readonly isCut: boolean;
  /** Something is left out, since its font is missing. */
  readonly isPartial: boolean;
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  findPlace: FindPlace,
  isMended: boolean,
): Promise<PageReading | null> {
  try {
    const page = await pdf.getPage(number + 1);
    const raw = await readPageContent(page);
    const { content: legible, isPartial } = isMended
      ? legibleContent(raw)
      : { content: raw, isPartial: false };
    const content = withGlyphOrder(legible);
    const links = await linksOf(page, findPlace);
    const text = readPageText(number, content, links, page.getViewport({ scale: 1 }));
    page.cleanup();
    return { text, chunks: chunksOf(text.runs), isCut: content.isCut, isPartial };
  } catch {
    return null;
  }
}

function emptyPage(page: number) {
  const view = [1, 0, 0, 1, 0, 0] as const;
  return { page, width: 0, height: 0, view, runs: [], turned: [], rules: [], areas: [] };
}
