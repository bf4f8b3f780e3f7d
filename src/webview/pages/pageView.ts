import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { originMap } from '../../core/paper/originMap.ts';
import type { SourceRange } from '../../core/paper/paper.ts';
import { element } from '../element.ts';
import type { PageView, PageViewOptions } from '../pagesMode.ts';
import { drawPageMarks, marksOnPages } from './pageMarks.ts';
import { openPdfFile } from './pdfFile.ts';
import { createPdfPage } from './pdfPage.ts';
import { createZoom } from './zoom.ts';

/** Pages are drawn this far outside the window, in heights of the window, so that scrolling meets no gaps. */
const ahead = '100%';
/** Pixels left of a passage that had to be brought into view sideways. */
const aside = 48;

/** Shows a PDF's own pages in an element. Rejects where the file can't be opened as a PDF. */
export async function createPageView(
  container: HTMLElement,
  options: PageViewOptions,
): Promise<PageView> {
  const { file, resources, labels, scrolling } = options;
  const { pdf, missing } = await openPdfFile(file, resources);
  const map = originMap(options.origins);
  const visible = new Set<number>();
  const pages = Array.from({ length: pdf.numPages }, (_, index) =>
    createPdfPage(pdf, index, options.nameOf(labels[index] ?? String(index + 1)), () => {
      options.moved();
    }),
  );
  const ratio = await ratioOf(pdf);
  for (const page of pages) page.setRatio(ratio);
  const list = element('div', { class: 'pdf-pages' }, ...pages.map((page) => page.element));
  container.replaceChildren(list);
  let marks = marksOnPages(map, [], []);
  let shown = { offset: 0, scroll: 0 };

  const mark = (index: number): void => {
    const page = pages[index];
    if (page) drawPageMarks(page, marks);
  };
  const markAll = (): void => {
    pages.forEach((_, index) => {
      mark(index);
    });
    options.moved();
  };
  const drawPage = async (index: number): Promise<void> => {
    try {
      if (missing.has(index)) pages[index]?.fail(options.notDrawn);
      else await pages[index]?.draw(zoom.width);
    } catch {
      pages[index]?.fail(options.notDrawn);
    }
    if (!visible.has(index)) pages[index]?.release();
    mark(index);
    options.moved();
  };
  const resize = (): void => {
    // What stands above the pages stays in sight.
    const isAtStart = window.scrollY === 0;
    const [top] = pageAtTop();
    const before = pages[top]?.element.getBoundingClientRect();
    const share = before ? -before.top / Math.max(before.height, 1) : 0;
    for (const page of pages) page.resize(zoom.width);
    container
      .closest<HTMLElement>('.page')
      ?.style.setProperty('--pages-beyond', `${zoom.beyond}px`);
    const after = pages[top]?.element.getBoundingClientRect();
    if (before && after && !isAtStart) scrolling.moveBy(after.top + share * after.height);
    for (const index of visible) void drawPage(index);
    options.moved();
  };
  const pageAtTop = (): [number, number] => {
    const index = pages.findIndex((page) => page.element.getBoundingClientRect().bottom > 0);
    const at = Math.max(index, 0);
    return [at, pages[at]?.element.getBoundingClientRect().top ?? 0];
  };
  const showText = async (
    { start, end }: SourceRange,
    bring: (target: Element | Range) => void,
  ): Promise<Range | null> => {
    const [span] = map.spansOf({ start, end: Math.max(end, start + 1) });
    const index = span?.page ?? options.pageOf(start);
    const page = pages[index];
    if (!page) return null;
    bring(page.element);
    visible.add(index);
    await drawPage(index);
    const text = span ? page.rangeOf(span) : null;
    if (!text) return null;
    bring(text);
    const { left, right } = text.getBoundingClientRect();
    if (left < 0 || right > window.innerWidth) window.scrollBy({ left: left - aside });
    return text;
  };

  const zoom = createZoom(container, resize);
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const index = pages.findIndex((page) => page.element === target);
        if (isIntersecting) {
          visible.add(index);
          void drawPage(index);
        } else if (visible.delete(index)) pages[index]?.release();
      }
    },
    { rootMargin: `${ahead} 0px` },
  );
  resize();
  for (const page of pages) watch.observe(page.element);
  let isDisposed = false;
  // One after the other, behind what is drawn.
  const addWords = async (): Promise<void> => {
    for (const page of pages) {
      if (isDisposed) return;
      await page.addWords().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  void addWords();

  return {
    draw(placed, categories) {
      marks = marksOnPages(map, placed, categories);
      markAll();
    },
    selection() {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
      const range = selection.getRangeAt(0);
      const source = [...visible]
        .flatMap((index) => pages[index]?.spansIn(range) ?? [])
        .flatMap((span) => map.rangeOf(span) ?? [])
        .reduce<SourceRange | null>(joined, null);
      return source && { source, range };
    },
    offsetAtTop() {
      if (window.scrollY === 0) return 0;
      // Who only looked comes back to where she was.
      if (window.scrollY === shown.scroll) return shown.offset;
      const [top, height] = pageAtTop();
      const line = pages[top]?.firstInSight();
      const place = line ? map.rangeOf(line) : null;
      if (place) return place.start;
      const share = Math.max(0, -height) / Math.max(1, pages[top]?.element.offsetHeight ?? 1);
      return options.offsetOn(top, share);
    },
    show: (range) => showText(range, scrolling.bringIntoView),
    async showAtTop(offset) {
      await showText({ start: offset, end: offset }, scrolling.bringToTop);
      shown = { offset, scroll: window.scrollY };
    },
    firstInSight() {
      const page = pages[pageAtTop()[0]];
      const line = page?.firstInSight();
      return (line && page?.rangeOf(line)?.startContainer) ?? null;
    },
    dispose() {
      isDisposed = true;
      watch.disconnect();
      zoom.dispose();
      container.closest<HTMLElement>('.page')?.style.removeProperty('--pages-beyond');
      for (const page of pages) page.release();
      container.replaceChildren();
      void pdf.loadingTask.destroy();
    },
  };
}

/** Height by width of the first page; that of common paper where it is damaged. */
async function ratioOf(pdf: PDFDocumentProxy): Promise<number> {
  try {
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return height / width;
  } catch {
    return Math.SQRT2;
  }
}

function joined(whole: SourceRange | null, { start, end }: SourceRange): SourceRange {
  if (whole === null) return { start, end };
  return { start: Math.min(whole.start, start), end: Math.max(whole.end, end) };
}
