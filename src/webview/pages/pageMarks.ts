import type { Category } from '../../core/annotations/annotation.ts';
import type { ItemSpan, OriginMap } from '../../core/paper/originMap.ts';
import type { PlacedAnnotation } from '../../core/protocol.ts';
import { dressMark, makeStop } from '../highlights.ts';
import { element } from '../element.ts';
import type { PdfPage } from './pdfPage.ts';

/** The part of an annotation that stands on one page. */
interface Piece {
  readonly id: string;
  readonly spans: readonly ItemSpan[];
  readonly isFirst: boolean;
}

/** What is to be marked, page by page. */
export interface PageMarks {
  readonly pieces: ReadonlyMap<number, readonly Piece[]>;
  readonly placed: ReadonlyMap<string, PlacedAnnotation>;
  readonly categories: readonly Category[];
}

/** Finds the annotations on the pages. */
export function marksOnPages(
  map: OriginMap,
  placed: readonly PlacedAnnotation[],
  categories: readonly Category[],
): PageMarks {
  const pieces = new Map<number, Piece[]>();
  for (const { annotation, anchor } of placed) {
    const spans = anchor === null ? [] : map.spansOf(anchor);
    const first = spans[0]?.page;
    for (const page of new Set(spans.map((span) => span.page))) {
      const own = spans.filter((span) => span.page === page);
      const piece = { id: annotation.id, spans: own, isFirst: page === first };
      pieces.set(page, [...(pieces.get(page) ?? []), piece]);
    }
  }
  return { pieces, placed: new Map(placed.map((each) => [each.annotation.id, each])), categories };
}

/**
 * Draws the marks of annotations on a page: a box for each piece of a line. On a page that is not drawn each
 * has one without size at its top, so that its card stands near.
 */
export function drawPageMarks(page: PdfPage, { pieces, placed, categories }: PageMarks): void {
  const marks = (pieces.get(page.index) ?? []).flatMap(({ id, spans, isFirst }) => {
    const boxes = page.isDrawn ? spans.flatMap((span) => boxesOf(page, span)) : [nowhere];
    const made = joinedBoxes(boxes).map((box) => markOf(box, id, placed, categories));
    const [first] = made;
    const quote = placed.get(id)?.annotation.target.exact ?? '';
    if (first && isFirst) makeStop(first, [id], [id], placed, categories, quote);
    return made;
  });
  page.marks.replaceChildren(...marks);
}

/** A box in shares of the page's width and height, so that it stays right at every size. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const nowhere: Box = { left: 0, top: 0, right: 0, bottom: 0 };

function boxesOf(page: PdfPage, span: ItemSpan): readonly Box[] {
  const frame = page.element.getBoundingClientRect();
  const range = page.rangeOf(span);
  return [...(range?.getClientRects() ?? [])].map(({ left, top, right, bottom }) => ({
    left: (left - frame.left) / frame.width,
    top: (top - frame.top) / frame.height,
    right: (right - frame.left) / frame.width,
    bottom: (bottom - frame.top) / frame.height,
  }));
}

/** Boxes that touch in one line become one: between the words of a line there is no gap. */
function joinedBoxes(boxes: readonly Box[]): readonly Box[] {
  const result: Box[] = [];
  for (const box of boxes) {
    const last = result.at(-1);
    const height = box.bottom - box.top;
    const isSameLine = last && Math.abs(last.top - box.top) < height / 2;
    const gap = last ? box.left - last.right : 1;
    if (last && isSameLine && gap > -0.01 && gap < 0.02) {
      const top = Math.min(last.top, box.top);
      const bottom = Math.max(last.bottom, box.bottom);
      result[result.length - 1] = { left: last.left, top, right: box.right, bottom };
    } else result.push(box);
  }
  return result;
}

function markOf(
  { left, top, right, bottom }: Box,
  id: string,
  byId: ReadonlyMap<string, PlacedAnnotation>,
  categories: readonly Category[],
): HTMLElement {
  const mark = element('mark');
  dressMark(mark, [id], byId, categories);
  mark.style.setProperty('left', percent(left));
  mark.style.setProperty('top', percent(top));
  mark.style.setProperty('width', percent(right - left));
  mark.style.setProperty('height', percent(bottom - top));
  return mark;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
