import type { Box } from './box.ts';
import { around } from './box.ts';
import { textOf } from './lineText.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';
import { rowsOf } from './tableRows.ts';

/** A table: rows of cells, each with the lines of its text; every row covers all columns. */
export interface TableBlock extends Box {
  readonly page: number;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly isHeader: boolean;
  readonly cells: readonly TableCellLines[];
}

/** The lines of a cell, which can lie across several columns. */
export interface TableCellLines {
  readonly lines: readonly Line[];
  readonly span: number;
}

/** A stretch of lines that are a table: `from` to before `to`. */
export interface TableLines {
  readonly from: number;
  readonly to: number;
  readonly table: TableBlock;
}

/** Fewer lines with gaps may be anything. */
const FEWEST_LINES = 3;
/** A longer table is cut into several: looking for its end shall not take for ever. */
const MOST_LINES = 300;
/** White between columns is at least that wide, in points. */
const NARROWEST_GAP = 4;

/** The tables among the lines of a region: lines with gaps that stand over each other. */
export function tablesIn(lines: readonly Line[], rules: readonly Box[]): TableLines[] {
  const found: TableLines[] = [];
  // Where no table comes of it, the same lines are looked at from the next one on.
  const gapped = new Set(lines.filter(hasGaps));
  for (const [start, line] of lines.entries()) {
    if (start < (found.at(-1)?.to ?? 0) || !gapped.has(line)) continue;
    const to = endOfTable(lines, start, gapped);
    const inside = lines.slice(start, to);
    const columns = columnsOf(inside);
    const within = inside.filter((each) => gapped.has(each));
    if (within.length >= FEWEST_LINES && columns.length >= 2 && areFilled(within, columns)) {
      found.push({ from: start, to, table: tableOf(inside, columns, rules) });
    }
  }
  return found;
}

function hasGaps(line: Line): boolean {
  if (line.cells.length < 2) return false;
  // The head of a memo, a form: a label and what it names.
  if (textOf(line.cells[0]?.runs ?? []).endsWith(':') && line.cells.length === 2) return false;
  const marker = markerOf(line);
  return line.cells.length > (marker !== null && marker.runs > 0 ? 2 : 1);
}

/** The table goes on while some white strip runs through its lines; lines across it may stand between. */
function endOfTable(lines: readonly Line[], from: number, gapped: ReadonlySet<Line>): number {
  let gaps = gapsOf(lines[from]);
  let to = from + 1;
  for (let at = from + 1; at < Math.min(lines.length, from + MOST_LINES); at += 1) {
    const line = lines[at];
    const before = lines[at - 1];
    if (line === undefined || before === undefined) break;
    if (line.baseline - before.baseline > 3.2 * line.size || at - to > 2) break;
    if (!gapped.has(line)) {
      const { left, right } = line;
      const isBetween = gaps.every((gap) => right <= gap.left + 1 || left >= gap.right - 1);
      if (isBetween) to = at + 1;
      continue;
    }
    const shared = common(gaps, gapsOf(line), line);
    if (shared.length === 0) break;
    gaps = shared;
    to = at + 1;
  }
  return to;
}

/** A stretch from left to right: white between cells, or a column. */
export interface Gap {
  readonly left: number;
  readonly right: number;
}

function gapsOf(line: Line | undefined): Gap[] {
  const cells = line?.cells ?? [];
  return cells.slice(1).map((cell, at) => ({ left: cells[at]?.right ?? 0, right: cell.left }));
}

/** What is white in both: gaps of either, as far as the line has no text there. */
function common(gaps: readonly Gap[], others: readonly Gap[], line: Line): Gap[] {
  const outside = [
    { left: -Infinity, right: line.left },
    { left: line.right, right: Infinity },
  ];
  return gaps.flatMap((gap) =>
    [...others, ...outside].flatMap((other) => {
      const left = Math.max(gap.left, other.left);
      const right = Math.min(gap.right, other.right);
      return right - left >= NARROWEST_GAP ? [{ left, right }] : [];
    }),
  );
}

/** Columns as stretches of x that some cell covers, lines across several columns left out. */
function columnsOf(lines: readonly Line[]): Gap[] {
  const most = Math.max(...lines.map(({ cells }) => cells.length));
  const cells = lines
    .filter((line) => line.cells.length >= Math.max(2, 0.5 * most))
    .flatMap((line) => line.cells)
    .sort((a, b) => a.left - b.left);
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of cells) {
    const last = columns.at(-1);
    if (last === undefined || left > last.right + NARROWEST_GAP) columns.push({ left, right });
    else last.right = Math.max(last.right, right);
  }
  return columns;
}

/** A column with a word here and there in the lines with gaps is no column. */
function areFilled(gapped: readonly Line[], columns: readonly Gap[]): boolean {
  const filled = columns.filter(
    (column) =>
      gapped.filter((line) => line.cells.some((cell) => isIn(cell, column))).length >=
      Math.max(2, 0.25 * gapped.length),
  );
  return filled.length >= 2;
}

function isIn(cell: Box, column: Gap): boolean {
  const middle = (cell.left + cell.right) / 2;
  return middle >= column.left && middle <= column.right;
}

function tableOf(
  lines: readonly Line[],
  columns: readonly Gap[],
  rules: readonly Box[],
): TableBlock {
  const box = around(lines);
  return { ...box, page: lines[0]?.page ?? 0, rows: rowsOf(lines, columns, box, rules) };
}
