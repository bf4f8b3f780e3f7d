import type { PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { element } from '../element.ts';

/** The words of a page that is not drawn: out of sight, but there to be found and read aloud. */
export interface PageWords {
  readonly element: HTMLElement;
  /** What of the words is selected, as a selection of the drawn text; to be asked before they go. */
  selectedIn(text: TextLayer): Range | null;
}

/** The words of a page; its items in their order, with a blank where a line ends. */
export async function readPageWords(page: PDFPageProxy): Promise<PageWords> {
  const { items } = await page.getTextContent();
  const nodes = items.flatMap((item) =>
    'str' in item ? [document.createTextNode(item.str + (item.hasEOL ? ' ' : ''))] : [],
  );
  const place = (text: TextLayer, node: Node, offset: number): [Text, number] | null => {
    const drawn = text.textDivs[nodes.findIndex((each) => each === node)]?.firstChild;
    return drawn instanceof Text ? [drawn, Math.min(offset, drawn.length)] : null;
  };
  return {
    element: element('p', { class: 'page-words' }, ...nodes),
    selectedIn(text) {
      const selection = document.getSelection();
      if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
      const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
      const start = place(text, startContainer, startOffset);
      const end = place(text, endContainer, endOffset);
      if (start === null || end === null) return null;
      const range = document.createRange();
      range.setStart(...start);
      range.setEnd(...end);
      return range;
    },
  };
}
