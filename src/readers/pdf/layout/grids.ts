import type { Box } from './box.ts';
import { around, holds } from './box.ts';
import type { Chunk } from './chunks.ts';
import { chunkOf } from './chunks.ts';
import { linesOf } from './lines.ts';
import type { TableBlock, TableCellLines } from './tables.ts';

/** Rules belong to one grid if they come that close to each other, in points. */
const TOUCH = 4;
/** Rules that stand nearer than that are two sides of one line. */
const SAME = 5;
/** A page with more rules is a drawing. */
const MOST_RULES = 600;

/** Tables whose cells are parted by rules in both directions, with what else is on the page. */
export function gridsOn(
  page: number,
  rules: readonly Box[],
  chunks: readonly Chunk[],
): { tables: TableBlock[]; others: Chunk[] } {
  const tables: TableBlock[] = [];
  let others = [...chunks];
  if (rules.length > MOST_RULES) return { tables, others };
  for (const group of touching(rules)) {
    const box = around(group);
    const xs = distinct(group.filter(isStanding).map(({ left, right }) => (left + right) / 2));
    const ys = distinct(
      group.filter((rule) => !isStanding(rule)).map(({ top, bottom }) => (top + bottom) / 2),
    );
    if (xs.length < 2 || ys.length < 3) continue;
    const columns = stretches([box.left, ...xs, box.right]);
    const rows = stretches(ys);
    if (columns.length < 2) continue;
    const inside = others.filter((chunk) => holds(box, chunk)).flatMap((chunk) => cutAt(chunk, xs));
    const table = tableIn(page, box, columns, rows, inside, group);
    if (table === null) continue;
    tables.push(table);
    others = others.filter((chunk) => !holds(box, chunk));
  }
  return { tables, others };
}

function isStanding({ left, top, right, bottom }: Box): boolean {
  return bottom - top > right - left;
}

/** Rules in groups that touch or cross. */
function touching(rules: readonly Box[]): Box[][] {
  let groups: Box[][] = [];
  for (const rule of rules) {
    const near = groups.filter((group) => group.some((other) => touch(rule, other)));
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), rule]];
  }
  return groups.filter((group) => group.length > 3);
}

function touch(a: Box, b: Box): boolean {
  return (
    a.left <= b.right + TOUCH &&
    b.left <= a.right + TOUCH &&
    a.top <= b.bottom + TOUCH &&
    b.top <= a.bottom + TOUCH
  );
}

function distinct(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.filter((place, at) => at === 0 || place - (sorted[at - 1] ?? 0) > SAME);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function stretches(places: readonly number[]): Stretch[] {
  return places.slice(1).flatMap((to, at) => {
    const from = places[at] ?? 0;
    return to - from > SAME ? [{ from, to }] : [];
  });
}

/** A chunk cut where a rule stands between its runs. */
function cutAt(chunk: Chunk, xs: readonly number[]): Chunk[] {
  const crossed = xs.filter((x) => x > chunk.left + 1 && x < chunk.right - 1);
  if (crossed.length === 0) return [chunk];
  const parts = [...crossed, Infinity].map((x, at) =>
    chunk.runs.filter((run) => {
      const middle = (run.left + run.right) / 2;
      return middle < x && middle >= (crossed[at - 1] ?? -Infinity);
    }),
  );
  return parts.filter((runs) => runs.length > 0).map(chunkOf);
}

function tableIn(
  page: number,
  box: Box,
  columns: readonly Stretch[],
  rows: readonly Stretch[],
  chunks: readonly Chunk[],
  rules: readonly Box[],
): TableBlock | null {
  const standing = rules.filter(isStanding);
  const cells = rows.map((row) => cellsOf(page, row, columns, chunks, standing));
  const filled = cells.filter((row) => row.filter(({ lines }) => lines.length > 0).length > 1);
  if (filled.length < 2 || filled.length < 0.4 * rows.length) return null;
  const kept = cells.filter((row) => row.some(({ lines }) => lines.length > 0));
  const runs = kept[0]?.flatMap(({ lines }) => lines.flatMap((line) => line.runs)) ?? [];
  const hasHeader = runs.every(({ font }) => font.isBold);
  return {
    ...box,
    page,
    rows: kept.map((row, at) => ({ isHeader: at === 0 && hasHeader, cells: row })),
  };
}

/** The cells of a row: columns without a rule between them are one. */
function cellsOf(
  page: number,
  row: Stretch,
  columns: readonly Stretch[],
  chunks: readonly Chunk[],
  standing: readonly Box[],
): TableCellLines[] {
  const middle = (row.from + row.to) / 2;
  const merged: { left: number; right: number; span: number }[] = [];
  for (const { from, to } of columns) {
    const isParted = standing.some(
      ({ left, right, top, bottom }) =>
        Math.abs((left + right) / 2 - from) < SAME && top < middle && bottom > middle,
    );
    const last = merged.at(-1);
    if (last === undefined || isParted) merged.push({ left: from, right: to, span: 1 });
    else {
      last.right = to;
      last.span += 1;
    }
  }
  return merged.map(({ left, right, span }) => {
    const cell = { left, right, top: row.from, bottom: row.to };
    const pieces = chunks.filter((chunk) => holds(cell, chunk));
    const lines = linesOf(page, { ...cell, pieces });
    return { span, lines: lines.filter((line) => 'runs' in line) };
  });
}
