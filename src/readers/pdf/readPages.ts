import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReadPage } from './document/composeDocument.ts';
import { chunksOf } from './layout/chunks.ts';
import { withGlyphOrder } from './layout/glyphOrder.ts';
import { readPageText } from './layout/readPageText.ts';
import { linksOf } from './source/pageLinks.ts';
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

/** Reads page after page; `afterPage` is awaited behind each, and may throw to stop. */
export async function readPages(
  pdf: PDFDocumentProxy,
  afterPage: (pages: readonly ReadPage[]) => Promise<void>,
): Promise<ReadPages> {
  const pages: ReadPage[] = [];
  const unread: { page: number }[] = [];
  const cut: { page: number }[] = [];
  const last = Math.min(pdf.numPages, MOST_PAGES);
  let runs = 0;
  let failures = 0;
  while (pages.length < last && runs < MOST_RUNS && failures < MOST_FAILURES) {
    const number = pages.length;
    const page = await readPage(pdf, number);
    failures = page === null ? failures + 1 : 0;
    if (page === null) unread.push({ page: number });
    if (page?.isCut === true) cut.push({ page: number });
    const read = page ?? { text: emptyPage(number), chunks: [] };
    runs += read.text.runs.length;
    pages.push({ text: read.text, chunks: read.chunks });
    await afterPage(pages);
  }
  const problems: string[] = [];
  if (unread.length > 0)
    problems.push(
      `Of ${String(pages.length)} pages ${String(unread.length)} can't be read: the file is damaged.`,
    );
  if (cut.length > 0) problems.push('Some pages hold more text than is read of a page.');
  if (pages.length < pdf.numPages)
    problems.push(`Only ${String(pages.length)} of ${String(pdf.numPages)} pages are read.`);
  return { pages, problems };
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
): Promise<(ReadPage & { readonly isCut: boolean }) | null> {
  try {
    const page = await pdf.getPage(number + 1);
    const content = withGlyphOrder(await readPageContent(page));
    const links = await linksOf(page);
    const text = readPageText(number, content, links, page.getViewport({ scale: 1 }));
    page.cleanup();
    return { text, chunks: chunksOf(text.runs), isCut: content.isCut };
  } catch {
    return null;
  }
}

function emptyPage(page: number) {
  return { page, width: 0, height: 0, runs: [], turned: [], rules: [], areas: [] };
}
