import type { Box } from './box.ts';
import { sharedHeight } from './box.ts';
import type { Chunk } from './chunks.ts';
import { chunkOf } from './chunks.ts';
import { textOf } from './lineText.ts';
import type { TextRun } from './pageText.ts';
import type { Group, Region } from './regions.ts';

/** A line of text in its column: chunks from left to right, with gaps between them. */
export interface Line extends Box {
  readonly page: number;
  readonly cells: readonly Chunk[];
  readonly runs: readonly TextRun[];
  readonly size: number;
  readonly baseline: number;
  /** Its words in reading order, white space folded. */
  readonly text: string;
}

/** Gaps up to this, in parts of the font's size, are those of letters. */
const LETTER_GAP = 0.12;

/** The lines and groups of a region from top to bottom. */
export function linesOf(page: number, region: Region): (Line | Group)[] {
  const chunks = region.pieces.filter((piece): piece is Chunk => !('group' in piece));
  const groups = region.pieces.filter((piece): piece is Group => 'group' in piece);
  const rows: Chunk[][] = [];
  for (const chunk of [...chunks].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.slice(-4).find((each) => each.every((other) => areInLine(other, chunk)));
    if (row === undefined) rows.push([chunk]);
    else row.push(chunk);
  }
  const lines = rows.map((row) => closed(lineOf(page, row), region));
  return [...lines, ...groups].sort((a, b) => middleOf(a) - middleOf(b) || a.left - b.left);
}

/** A line of chunks that stand beside each other. */
export function lineOf(page: number, row: readonly Chunk[]): Line {
  const cells = row.length === 1 ? row : [...row].sort((a, b) => a.left - b.left);
  const [only] = row;
  const whole =
    row.length === 1 && only !== undefined ? only : chunkOf(cells.flatMap((cell) => cell.runs));
  const { runs, size, baseline } = whole;
  const { left, top, right, bottom } = whole;
  return { left, top, right, bottom, page, cells, runs, size, baseline, text: textOf(runs) };
}

/** A line that is stretched to both sides of its column has wide gaps, but is one piece. */
function closed(line: Line, { left, right }: Box): Line {
  const { cells, runs, size } = line;
  if (cells.length < 2 || line.right < right - 0.03 * (right - left)) return line;
  const isMarked = /^[^\p{L}\p{N}]$/u.test(runs[0]?.text.trim() ?? '');
  const gaps = runs
    .slice(1)
    .map((run, at) => run.left - (runs[at]?.right ?? run.left))
    .slice(isMarked ? 1 : 0)
    .filter((gap) => gap > LETTER_GAP * size);
  const isEven = Math.max(...gaps) < 1.7 * Math.min(...gaps) + 1;
  const small = cells.slice(1).filter((cell) => /^\p{Ll}/u.test(cell.runs[0]?.text ?? ''));
  return isEven && small.length >= 0.5 * (cells.length - 1)
    ? { ...line, cells: [chunkOf(runs)] }
    : line;
}

function areInLine(a: Chunk, b: Chunk): boolean {
  const apart = a.right <= b.left + 2 || b.right <= a.left + 2;
  return apart && sharedHeight(a, b) > 0.6;
}

function middleOf({ top, bottom }: Box): number {
  return (top + bottom) / 2;
}
