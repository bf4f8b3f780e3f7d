import type { Chunk } from '../layout/chunks.ts';
import { chunkOf } from '../layout/chunks.ts';
import { commonest, grouped } from '../layout/grouped.ts';
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

/** Chunks that stand close together in a line near an edge of a page. */
interface Edge {
  readonly page: number;
  readonly chunks: readonly Chunk[];
  /** All of them as one. */
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
/** A gap from which on, in parts of the font's size, two pieces of a line are apart. */
const WIDE = 3;
/** So many pages show how numbers count before one is known by its count alone. */
const FEWEST_NUMBERS = 3;
/** How far the same line may wander from page to page, in parts of the page's height. */
const WANDER = 0.02;

const NUMBER =
  /^(?:(?:page|seite|p\.?|s\.?)\s*)?[-–—|[(•·]*\s*(\d{1,5}|[ivxlc]{1,7}|[A-Z]{1,2}[-–.]\d{1,3})\s*[-–—|\])•·]*(?:\s*(?:of|\/|von|sur|de)\s*\d{1,4})?$/i;

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
    for (const edge of standing(same, enough)) mark(edge, runningReason(edge), reasons);
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

function mark({ chunks }: Edge, reason: string, reasons: Map<Chunk, string>): void {
  for (const chunk of chunks) if (!reasons.has(chunk)) reasons.set(chunk, reason);
}

function isMarked({ chunks }: Edge, reasons: ReadonlyMap<Chunk, string>): boolean {
  return chunks.every((chunk) => reasons.has(chunk));
}

function runningReason({ side }: Edge): string {
  return side === 'head' ? 'running head' : 'running foot';
}

function edgesOf({ page, height, chunks }: PageChunks): Edge[] {
  const sorted = [...chunks].sort((a, b) => a.baseline - b.baseline);
  const rows = (near: readonly Chunk[]) => {
    const found: Chunk[][] = [];
    for (const chunk of near) {
      const row = found.find(([first]) => first && Math.abs(first.baseline - chunk.baseline) < 3);
      if (row === undefined) found.push([chunk]);
      else row.push(chunk);
    }
    return found.slice(0, DEEPEST_ROW).flatMap(piecesOf);
  };
  const head = rows(sorted.filter(({ bottom }) => bottom < EDGE * height));
  const foot = rows(sorted.reverse().filter(({ top }) => top > (1 - EDGE) * height));
  return [
    ...head.map((each) => edge(page, each, 'head', height)),
    ...foot.map((each) => edge(page, each, 'foot', height)),
  ];
}

/** The chunks of a line in pieces with wide gaps between them. */
function piecesOf(row: readonly Chunk[]): Chunk[][] {
  const pieces: Chunk[][] = [];
  for (const chunk of [...row].sort((a, b) => a.left - b.left)) {
    const last = pieces.at(-1)?.at(-1);
    if (last !== undefined && chunk.left - last.right < WIDE * chunk.size)
      pieces.at(-1)?.push(chunk);
    else pieces.push([chunk]);
  }
  return pieces;
}

function edge(page: number, chunks: readonly Chunk[], side: 'head' | 'foot', height: number): Edge {
  const chunk = chunkOf(chunks.flatMap(({ runs }) => runs));
  const at = (side === 'head' ? chunk.baseline : height - chunk.baseline) / height;
  return { page, chunks, chunk, side, text: textOf(chunk.runs), at };
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
    for (const edge of standing(same, Math.min(2, pages))) {
      if (isMarked(edge, reasons)) continue;
      mark(edge, 'page number', reasons);
      if (!numbers.has(edge.page)) numbers.set(edge.page, edge.label);
    }
  }
  addLoneNumbers(edges, numbered, numbers, reasons);
  return numbers;
}

/** A first page, or one that begins a chapter, has its number in another place: alone at the very edge. */
function addLoneNumbers(
  edges: readonly Edge[],
  numbered: readonly (Edge & { readonly label: string; readonly ahead: number })[],
  numbers: Map<number, string>,
  reasons: Map<Chunk, string>,
): void {
  const counted = numbered.filter((each) => numbers.get(each.page) === each.label);
  const ahead = commonest(counted.map((each) => [each.ahead, 1]));
  if (numbers.size < FEWEST_NUMBERS) return;
  for (const each of numbered) {
    if (each.ahead !== ahead || numbers.has(each.page)) continue;
    const isAlone = edges.every(
      ({ page, side, at, chunk }) =>
        page !== each.page || side !== each.side || chunk === each.chunk || at > each.at + 0.005,
    );
    if (!isAlone) continue;
    mark(each, 'page number', reasons);
    numbers.set(each.page, each.label);
  }
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
  for (const edge of edges) {
    if (isMarked(edge, reasons)) continue;
    const { page, chunk, side } = edge;
    const beside = edges.some(
      (other) =>
        other.page === page &&
        other.side === side &&
        isMarked(other, reasons) &&
        Math.abs(other.chunk.baseline - chunk.baseline) < 2 &&
        Math.abs(other.chunk.size - chunk.size) < 1.5,
    );
    if (beside && !continuesText(chunk, page, side, edges))
      mark(edge, runningReason(edge), reasons);
  }
}
