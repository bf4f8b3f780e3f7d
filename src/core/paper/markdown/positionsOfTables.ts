import type { StateBlock, Token } from 'markdown-it';
import type { ContentMap } from '../tokens.ts';
import { numberAt } from './positionsOfContent.ts';

/** A cell of a table's line: what is in it, where, and how the content maps back. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly map: ContentMap;
}

/** Gives the parts of the table whose tokens begin at `first` their places in the source. */
export function placeTable(state: StateBlock, first: number): void {
  let cells: readonly Cell[] = [];
  let column = 0;
  let rowEnd = 0;
  for (let index = first + 1; index < state.tokens.length; index += 1) {
    const token = state.tokens[index];
    if (token === undefined) return;
    if (token.type === 'tr_open' || token.type === 'thead_open' || token.type === 'tbody_open') {
      const line = token.map?.[0] ?? 0;
      const start = numberAt(state.bMarks, line) + numberAt(state.tShift, line);
      const last = (token.map?.[1] ?? 1) - 1;
      rowEnd = trimmedEnd(state.src, start, numberAt(state.eMarks, last));
      token.meta = { range: { start, end: rowEnd } };
      if (token.type === 'tr_open') cells = cellsOf(state.src, start, rowEnd);
      column = 0;
    } else if (token.type === 'th_open' || token.type === 'td_open') {
      const cell = cells[column] ?? { start: rowEnd, end: rowEnd, map: [] };
      placeCell(token, state.tokens[index + 1], cell);
      column += 1;
    }
  }
}

function placeCell(opened: Token, inline: Token | undefined, cell: Cell): void {
  opened.meta = { range: { start: cell.start, end: cell.end } };
  if (inline !== undefined) inline.meta = { source: cell.map };
}

/** Splits a line at its bars as markdown-it does: `\|` is a bar in a cell, without the backslash. */
function cellsOf(source: string, lineStart: number, lineEnd: number): readonly Cell[] {
  const cells: Cell[] = [];
  let from = lineStart;
  let escapes: number[] = [];
  for (let at = lineStart; at <= lineEnd; at += 1) {
    if (at < lineEnd && source.charCodeAt(at) !== 0x7c) continue;
    if (at < lineEnd && at > lineStart && source.charCodeAt(at - 1) === 0x5c) {
      escapes.push(at - 1);
      continue;
    }
    cells.push(cell(source, from, at, escapes));
    from = at + 1;
    escapes = [];
  }
  const isBare = (index: number, edge: number) =>
    cells.at(index)?.start === edge && cells.at(index)?.end === edge;
  if (isBare(0, lineStart)) cells.shift();
  if (isBare(-1, lineEnd)) cells.pop();
  return cells;
}

function cell(source: string, from: number, to: number, escapes: readonly number[]): Cell {
  const raw = source.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = Math.max(start, to - (raw.length - raw.trimEnd().length));
  const map: number[] = [];
  let length = 0;
  let at = start;
  for (const escape of [...escapes, end]) {
    if (escape > at) map.push(length, at, escape - at, escape - at);
    length += Math.max(0, escape - at);
    at = escape + 1;
  }
  return { start, end, map };
}

function trimmedEnd(source: string, start: number, end: number): number {
  return start + source.slice(start, end).trimEnd().length;
}
