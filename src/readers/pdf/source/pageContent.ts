import type { PDFPageProxy } from 'pdfjs-dist';

/** A text item as pdf.js gives it. */
export interface RawItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

/** A font as our build of pdf.js tells of it; see scripts/pdfjs. */
export interface RawFont {
  readonly name?: string;
  readonly isSymbolic?: boolean;
  readonly isUnmapped?: boolean;
  readonly fontFamily: string;
  readonly vertical: boolean;
}

/** What a page says, in the page's own coordinates. */
export interface PageContent {
  readonly items: readonly RawItem[];
  readonly fonts: ReadonlyMap<string, RawFont>;
  /** Five numbers for each rectangle and rule; see scripts/pdfjs. */
  readonly drawn: readonly number[];
  /** There is more than is read. */
  readonly isCut: boolean;
}

interface Chunk {
  readonly items: readonly RawItem[];
  readonly styles: Readonly<Record<string, RawFont>>;
  readonly drawn?: readonly number[];
}

/** A page has some thousand items at most; a hundred thousand are an attack or a map. */
const MOST_ITEMS = 100_000;

/** Reads the content of a page, once, up to a bound. */
export async function readPageContent(page: PDFPageProxy): Promise<PageContent> {
  const reader = (page.streamTextContent() as ReadableStream<Chunk>).getReader();
  const items: RawItem[] = [];
  const fonts = new Map<string, RawFont>();
  const drawn: number[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { items, fonts, drawn, isCut: false };
    for (const item of value.items) items.push(item);
    for (const number of value.drawn ?? []) drawn.push(number);
    for (const [name, font] of Object.entries(value.styles)) fonts.set(name, font);
    if (items.length > MOST_ITEMS) {
      await reader.cancel(new Error('too many items'));
      return { items: items.slice(0, MOST_ITEMS), fonts, drawn, isCut: true };
    }
  }
}
