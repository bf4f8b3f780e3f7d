import {
  TextLayer,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ItemSpan } from '../../core/paper/originMap.ts';
import { element } from '../element.ts';
import { readPageWords, type PageWords } from './pageWords.ts';

/** One page: an empty frame of its size until it is drawn. */
export interface PdfPage {
  readonly index: number;
  readonly element: HTMLElement;
  /** Holds the marks of annotations, between the picture and the text. */
  readonly marks: HTMLElement;
  readonly isDrawn: boolean;
  /**
   * Draws the page for a width in CSS pixels; again only if that or the screen's density changed. Whoever
   * asks for what is being drawn already waits for that.
   */
  draw(width: number): Promise<void>;
  /** Puts the page's words into its frame, where they can be found while it is not drawn. */
  addWords(): Promise<void>;
  /** Sets the size of the frame. */
  resize(width: number): void;
  /** Says that the page can't be drawn. */
  fail(message: string): void;
  /** Gives back the memory of the picture and the text. */
  release(): void;
  /** The drawn text of a piece of an item; null while the page is not drawn. */
  rangeOf(span: ItemSpan): Range | null;
  /** The uppermost item that begins in the window; null where none is drawn. */
  firstInSight(): ItemSpan | null;
  /** What of the items a range in the document covers, in their order on the page. */
  spansIn(range: Range): readonly ItemSpan[];
}

/** Most pixels of one picture: above that the screen has to scale it. */
const mostPixels = 24_000_000;

/** `ratio` is height by width, as far as it is known before the page is loaded. */
export function createPdfPage(
  pdf: PDFDocumentProxy,
  index: number,
  name: string,
  sized: () => void,
): PdfPage & { setRatio(ratio: number): void } {
  const marks = element('div', { class: 'page-marks' });
  const frame = element('section', { class: 'pdf-page', 'aria-label': name }, marks);
  let ratio = Math.SQRT2;
  let drawn: { readonly text: TextLayer; readonly width: number; readonly density: number } | null =
    null;
  let drawing: {
    readonly width: number;
    readonly density: number;
    readonly done: Promise<void>;
  } | null = null;
  let turn = 0;
  let loaded: PDFPageProxy | null = null;
  let unseen: PageWords | null = null;

  const clear = (): void => {
    for (const each of frame.querySelectorAll('canvas')) {
      // Browsers keep the memory of a canvas until it has no pixels.
      each.width = 0;
      each.remove();
    }
    for (const each of frame.querySelectorAll('.textLayer,.page-failure')) each.remove();
  };

  const resize = (width: number): void => {
    frame.style.setProperty('width', `${width}px`);
    frame.style.setProperty('height', `${width * ratio}px`);
  };

  const drawAnew = async (width: number, density: number): Promise<void> => {
    const mine = (turn += 1);
    loaded ??= await pdf.getPage(index + 1);
    const base = loaded.getViewport({ scale: 1 });
    const own = base.height / base.width;
    if (Math.abs(own - ratio) > 0.001) {
      ratio = own;
      resize(width);
      sized();
    }
    const viewport = loaded.getViewport({ scale: width / base.width });
    const most = Math.sqrt(mostPixels / (viewport.width * viewport.height));
    const scale = Math.min(density, most);
    const canvas = element('canvas', { 'aria-hidden': 'true' });
    canvas.width = Math.round(viewport.width * scale);
    canvas.height = Math.round(viewport.height * scale);
    const layer = element('div', { class: 'textLayer' });
    layer.style.setProperty('--total-scale-factor', String(viewport.scale));
    const transform = [canvas.width / viewport.width, 0, 0, canvas.height / viewport.height, 0, 0];
    // The same items as the reader's, so that their numbers mean the same.
    const text = new TextLayer({
      textContentSource: await loaded.getTextContent(),
      container: layer,
      viewport,
    });
    await Promise.all([loaded.render({ canvas, viewport, transform }).promise, text.render()]);
    if (mine !== turn) {
      canvas.width = 0;
      return;
    }
    const selected = unseen?.selectedIn(text);
    clear();
    unseen?.element.remove();
    frame.prepend(canvas);
    frame.append(layer);
    drawn = { text, width, density };
    if (selected) select(selected);
  };

  const page: PdfPage & { setRatio(ratio: number): void } = {
    index,
    element: frame,
    marks,
    get isDrawn() {
      return drawn !== null;
    },
    setRatio(next) {
      ratio = next;
    },
    resize,
    async addWords() {
      if (unseen !== null) return;
      const own = loaded ?? (await pdf.getPage(index + 1));
      unseen = await readPageWords(own);
      if (drawn === null) frame.append(unseen.element);
      if (loaded === null) own.cleanup();
    },
    async draw(width) {
      const density = window.devicePixelRatio;
      if (drawn?.width === width && drawn.density === density) return;
      if (drawing?.width !== width || drawing.density !== density) {
        const done = drawAnew(width, density).finally(() => {
          if (drawing?.done === done) drawing = null;
        });
        drawing = { width, density, done };
      }
      await drawing.done;
    },
    fail(message) {
      clear();
      frame.append(element('p', { class: 'page-failure' }, message));
    },
    release() {
      turn += 1;
      drawing = null;
      drawn = null;
      clear();
      loaded?.cleanup();
      marks.replaceChildren();
      if (unseen !== null) frame.append(unseen.element);
    },
    rangeOf({ item, from, to }) {
      const node = drawn?.text.textDivs[item]?.firstChild;
      if (!(node instanceof Text)) return null;
      const range = document.createRange();
      range.setStart(node, Math.min(from, node.length));
      range.setEnd(node, Math.min(to, node.length));
      return range;
    },
    firstInSight() {
      let first: ItemSpan | null = null;
      let least = Infinity;
      for (const [item, div] of (drawn?.text.textDivs ?? []).entries()) {
        if (div.textContent === '' || !div.isConnected) continue;
        const { top } = div.getBoundingClientRect();
        if (top < 0 || top >= least) continue;
        least = top;
        first = { page: index, item, from: 0, to: div.textContent.length };
      }
      return first;
    },
    spansIn(range) {
      const divs = drawn?.text.textDivs ?? [];
      return divs.flatMap((div, item) => {
        const node = div.firstChild;
        if (!(node instanceof Text) || !range.intersectsNode(node)) return [];
        const from = range.startContainer === node ? range.startOffset : 0;
        const to = range.endContainer === node ? range.endOffset : node.length;
        return from < to ? [{ page: index, item, from, to }] : [];
      });
    },
  };
  return page;
}

function select(range: Range): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
