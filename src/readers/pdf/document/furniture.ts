import type { Chunk } from '../layout/chunks.ts';
import { grouped } from '../layout/grouped.ts';
import { textOf } from '../layout/lineText.ts';

/** A page before it is cut into columns. */
export interface PageChunks {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly chunks: readonly Chunk[];
}

/** Running heads, feet and page numbers of a paper. */
export interface Furniture {
  /** Why a chunk is not the paper's own text, for those that are not. */
  readonly reasons: ReadonlyMap<Chunk, string>;
  /** The number printed on a page, for those that have one. */
  readonly numbers: ReadonlyMap<number, string>;
}

interface Edge {
  readonly page: number;
  readonly chunk: Chunk;
  readonly side: 'head' | 'foot';
  readonly text: string;
  /** Distance from the page's edge in parts of its height. */
  readonly at: number;
}

/** What stands nearer to the edge than this, in parts of the page's height, can be furniture. */
const EDGE = 0.13;
/** Nor is it deeper in the page than that many lines from its edge. */
const DEEPEST_ROW = 5;
/** How far the same line may wander from page to page, in parts of the page's height. */
const WANDER = 0.02;

const NUMBER =
  /^(?:(?:page|seite|p\.?|s\.?)\s*)?[-–—|[(•·]*\s*(\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}[-–.]\d{1,3})\s*[-–—|\])•·]*(?:\s*(?:of|\/|von|sur|de)\s*\d{1,4})?$/i;

/** Finds furniture by what repeats at the edges of the pages, and by numbers that count with them. */
export function furnitureOf(pages: readonly PageChunks[]): Furniture {
  const edges = pages.flatMap(edgesOf);
  const reasons = new Map<Chunk, string>();
  const numbers = numbersIn(edges, pages.length, reasons);
  const repeated = grouped(
    edges,
    ({ side, text, chunk }) => `${side} ${String(Math.round(chunk.size))} ${folded(text)}`,
  );
  const enough = pages.length > 6 ? 3 : 2;
  for (const [key, same] of repeated) {
    // Numbers alone repeat in tables; those of pages are found by counting.
    if (!/ .*\p{L}{2}/u.test(key)) continue;
    for (const { chunk, side } of standing(same, enough))
      if (!reasons.has(chunk))
        reasons.set(chunk, side === 'head' ? 'running head' : 'running foot');
  }
  addNeighbours(edges, reasons);
  return { reasons, numbers };
}

/** Those that stand at nearly the same height on enough pages; the very same words may wander more. */
function standing<T extends Edge>(same: readonly T[], enough: number): T[] {
  return same.filter((edge) => {
    const near = same.filter(
      ({ at, text }) => Math.abs(at - edge.at) < (text === edge.text ? 3 : 1) * WANDER,
    );
    return new Set(near.map(({ page }) => page)).size >= enough;
  });
}

function edgesOf({ page, height, chunks }: PageChunks): Edge[] {
  const sorted = [...chunks].sort((a, b) => a.baseline - b.baseline);
  const rows = (near: readonly Chunk[]) => {
    const seen: number[] = [];
    return near.filter(({ baseline }) => {
      if (!seen.some((other) => Math.abs(other - baseline) < 3)) seen.push(baseline);
      return seen.length <= DEEPEST_ROW;
    });
  };
  const head = rows(sorted.filter(({ bottom }) => bottom < EDGE * height));
  const foot = rows(sorted.reverse().filter(({ top }) => top > (1 - EDGE) * height));
  return [
    ...head.map((chunk) => edge(page, chunk, 'head', chunk.baseline / height)),
    ...foot.map((chunk) => edge(page, chunk, 'foot', 1 - chunk.baseline / height)),
  ];
}

function edge(page: number, chunk: Chunk, side: 'head' | 'foot', at: number): Edge {
  return { page, chunk, side, text: textOf(chunk.runs), at };
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/\b[ivxl]+$/, '#')
    .replace(/\s+/g, ' ');
}

/** Numbers at the edge that grow with the pages; of several rows of them the one on most pages. */
function numbersIn(
  edges: readonly Edge[],
  pages: number,
  reasons: Map<Chunk, string>,
): Map<number, string> {
  const numbered = edges.flatMap((each) => {
    const label = NUMBER.exec(each.text)?.[1];
    return label === undefined ? [] : [{ ...each, label, ahead: valueOf(label) - each.page }];
  });
  const series = grouped(numbered, ({ ahead, side }) => `${side} ${String(ahead)}`);
  const numbers = new Map<number, string>();
  const longest = [...series.values()].sort((a, b) => b.length - a.length);
  for (const same of longest) {
    if (same.some(({ ahead }) => Number.isNaN(ahead))) continue;
    for (const { chunk, page, label } of standing(same, Math.min(2, pages))) {
      if (reasons.has(chunk)) continue;
      reasons.set(chunk, 'page number');
      if (!numbers.has(page)) numbers.set(page, label);
    }
  }
  return numbers;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function valueOf(label: string): number {
  if (/^\d+$/.test(label)) return Number(label);
  if (!/^[ivxlc]+$/i.test(label)) return NaN;
  const values = Array.from(label.toLowerCase(), (letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** Whether a line of text stands close to a chunk on the side of the page's middle. */
function continuesText(
  chunk: Chunk,
  page: number,
  side: 'head' | 'foot',
  edges: readonly Edge[],
): boolean {
  return edges.some((other) => {
    const step = (other.chunk.baseline - chunk.baseline) * (side === 'head' ? 1 : -1);
    const isOver = other.chunk.left < chunk.right && other.chunk.right > chunk.left;
    return other.page === page && isOver && step > 2 && step < 1.5 * chunk.size;
  });
}

/** What stands in the same line as furniture at the edge is of its kind. */
function addNeighbours(edges: readonly Edge[], reasons: Map<Chunk, string>): void {
  for (const { page, chunk, side } of edges) {
    if (reasons.has(chunk)) continue;
    const beside = edges.some(
      (other) =>
        other.page === page &&
        other.side === side &&
        reasons.has(other.chunk) &&
        Math.abs(other.chunk.baseline - chunk.baseline) < 2 &&
        Math.abs(other.chunk.size - chunk.size) < 1.5,
    );
    if (beside && !continuesText(chunk, page, side, edges))
      reasons.set(chunk, side === 'head' ? 'running head' : 'running foot');
  }
}
