import type { Box } from './box.ts';
import { commonest } from './grouped.ts';
import type { Line } from './lines.ts';
import { lineOf } from './lines.ts';
import type { Gap, TableCellLines, TableRow } from './tables.ts';

/** The rows of a table: lines between two rules, else lines that stand close together where cells wrap. */
export function rowsOf(
  lines: readonly Line[],
  columns: readonly Gap[],
  box: Box,
  rules: readonly Box[],
): TableRow[] {
  const bands = bandsIn(box, rules);
  const starts = startsOf(lines, columns, bands);
  const rows: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const row = rows.at(-1);
    if (row === undefined || starts[at] === true) rows.push([line]);
    else row.push(line);
  }
  const header = headerRows(rows, bands);
  return rows.map((row, at) => ({ isHeader: at < header, cells: cellsOf(row, columns) }));
}

/** Which lines begin a row. */
function startsOf(
  lines: readonly Line[],
  columns: readonly Gap[],
  bands: readonly number[],
): boolean[] {
  if (bands.length > 2 && bands.length > lines.length / 4) {
    const band = lines.map((line) => bands.findLastIndex((y) => y < (line.top + line.bottom) / 2));
    return band.map((each, at) => each !== band[at - 1]);
  }
  const steps = lines.map((line, at) => line.baseline - (lines[at - 1]?.baseline ?? -Infinity));
  const usual = commonest(steps.slice(1).map((step) => [Math.round(step * 2) / 2, 1])) ?? 0;
  const isFar = steps.map((step) => step > 1.25 * usual);
  const close = lines.filter((_, at) => isFar[at] === false);
  const wrapped = close.filter((line) => isWrapped(line, columns));
  if (isFar.filter(Boolean).length > 1 && wrapped.length > 0.4 * close.length) return isFar;
  return lines.map((line, at) => isFar[at] === true || !continues(line, columns));
}

/** Whether a line goes on with the cells over it: in the midst of a sentence, or not in every column. */
function isWrapped(line: Line, columns: readonly Gap[]): boolean {
  return (
    line.cells.length < columns.length ||
    line.cells.some(({ runs }) => /^\p{Ll}/u.test(runs[0]?.text ?? ''))
  );
}

/** A line that leaves the first column free goes on with the row before it. */
function continues(line: Line, [first, ...others]: readonly Gap[]): boolean {
  return first !== undefined && line.left > first.right && line.cells.length < others.length + 1;
}

function cellsOf(row: readonly Line[], columns: readonly Gap[]): TableCellLines[] {
  const cells = columns.map((): { lines: Line[]; span: number } => ({ lines: [], span: 1 }));
  for (const line of row) {
    for (const cell of line.cells) {
      const covered = columns.flatMap(({ left, right }, at) =>
        cell.left < right && cell.right > left ? [at] : [],
      );
      const target = cells[covered[0] ?? 0];
      target?.lines.push(lineOf(line.page, [cell]));
      if (row.length === 1 && target !== undefined) target.span = Math.max(1, covered.length);
    }
  }
  let hidden = 0;
  return cells.filter(({ span }) => {
    const isHidden = hidden > 0;
    hidden = isHidden ? hidden - 1 : span - 1;
    return !isHidden;
  });
}

/** Heights at which rules cross most of a table. */
function bandsIn(box: Box, rules: readonly Box[]): number[] {
  const across = rules
    .filter(
      ({ left, right, top, bottom }) =>
        bottom - top < 4 &&
        top > box.top - 12 &&
        bottom < box.bottom + 12 &&
        Math.min(right, box.right) - Math.max(left, box.left) > 0.3 * (box.right - box.left),
    )
    .map(({ top }) => top)
    .sort((a, b) => a - b);
  return across.filter((y, at) => at === 0 || y - (across[at - 1] ?? 0) > 3);
}

/** Rows over the first rule inside the table are its head, else a first row that is all bold. */
function headerRows(rows: readonly (readonly Line[])[], bands: readonly number[]): number {
  const top = (row: readonly Line[] | undefined) => row?.[0]?.top ?? 0;
  const inside = bands.find((y) => y > top(rows[0]) + 4);
  const over = inside === undefined ? 0 : rows.filter((row) => top(row) < inside - 2).length;
  if (over > 0 && over <= 3 && over < rows.length) return over;
  const runs = rows[0]?.flatMap((line) => line.runs) ?? [];
  return runs.length > 0 && runs.every(({ font }) => font.isBold) && rows.length > 1 ? 1 : 0;
}
