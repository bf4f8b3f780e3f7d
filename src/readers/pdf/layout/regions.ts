import type { Box } from './box.ts';
import { around } from './box.ts';
import type { Chunk } from './chunks.ts';
import { commonest } from './grouped.ts';
import type { Gutter } from './gutters.ts';
import { guttersBetween } from './gutters.ts';
import type { TableBlock } from './tables.ts';

/** What stands apart from the text around it and is read as a whole. */
export type Group =
  | (Box & { readonly group: 'box'; readonly chunks: readonly Chunk[] })
  | (Box & { readonly group: 'table'; readonly table: TableBlock });

export type Piece = Chunk | Group;

/** Part of a page without columns; regions are in reading order. */
export interface Region extends Box {
  readonly pieces: readonly Piece[];
}

/** A page is cut at most that often one cut within another; real pages need five or six. */
const DEEPEST = 12;
/** Fewer lines side by side are a heading with something at the margin, not columns. */
const FEWEST_ROWS = 4;
/** A column has prose if that share of its lines has words; in parts of one. */
const PROSE_SHARE = 0.55;
/** The size of letters where none are known, in points. */
const USUAL_SIZE = 11;
/** A column is at least that wide, in points. */
const NARROWEST_COLUMN = 60;

/**
 * Cuts a page into regions along the gutters between its columns, and puts them in reading order. A
 * region begins at the left `side` of its column, even where all that is in it is indented.
 */
export function regionsOf(
  pieces: readonly Piece[],
  rules: readonly Box[],
  side = around(pieces).left,
  depth = 0,
): Region[] {
  if (pieces.length === 0) return [];
  const whole = { ...around(pieces), left: side, pieces };
  const gutter =
    depth < DEEPEST
      ? guttersBetween(pieces, FEWEST_ROWS).find((each) => partsColumns(each, pieces, rules))
      : undefined;
  if (gutter === undefined) return [whole];
  const { top, bottom } = extent(gutter, pieces);
  const middle = (gutter.left + gutter.right) / 2;
  const above: Piece[] = [];
  const left: Piece[] = [];
  const right: Piece[] = [];
  const below: Piece[] = [];
  for (const piece of pieces) {
    const y = (piece.top + piece.bottom) / 2;
    const x = (piece.left + piece.right) / 2;
    if (y < top) above.push(piece);
    else if (y > bottom) below.push(piece);
    else (x < middle ? left : right).push(piece);
  }
  if (left.length === 0 || right.length === 0) return [whole];
  return [above, left, right, below].flatMap((part) => {
    const isRight = part.every((piece) => piece.left > gutter.right - 1);
    return regionsOf(part, rules, isRight ? gutter.right : side, depth + 1);
  });
}

/** Whether a strip of white parts columns of prose, not the cells of a table or marks from their items. */
function partsColumns(gutter: Gutter, pieces: readonly Piece[], rules: readonly Box[]): boolean {
  const isCrossed = rules.some(
    ({ left, right, top, bottom }) =>
      left < gutter.left - 12 &&
      right > gutter.right + 12 &&
      top > gutter.top + 4 &&
      bottom < gutter.bottom - 4,
  );
  if (isCrossed) return false;
  const beside = pieces.filter(({ top, bottom }) => {
    const middle = (top + bottom) / 2;
    return middle > gutter.top && middle < gutter.bottom;
  });
  const left = beside.filter((piece) => piece.right <= gutter.left + 1);
  const right = beside.filter((piece) => piece.left >= gutter.right - 1);
  const gap = 0.8 * (gutter.right - gutter.left);
  return hasProse(linesBeside(left, 'right', gap)) && hasProse(linesBeside(right, 'left', gap));
}

/**
 * The lines on one side of a gutter as far as their column may reach: the piece next to the gutter, with
 * those behind gaps that are narrower than it, as stretched lines have.
 */
function linesBeside(
  pieces: readonly Piece[],
  side: 'left' | 'right',
  widest: number,
): (readonly Piece[])[] {
  const sorted = [...pieces].sort((a, b) =>
    side === 'left' ? a.left - b.left : b.right - a.right,
  );
  const lines: Piece[][] = [];
  for (const piece of sorted) {
    const middle = (piece.top + piece.bottom) / 2;
    const line = lines.find(([first]) => first && middle > first.top && middle < first.bottom);
    const last = line?.at(-1);
    if (line === undefined || last === undefined) {
      lines.push([piece]);
      continue;
    }
    const gap = side === 'left' ? piece.left - last.right : last.left - piece.right;
    if (gap < Math.max(widest, 'group' in piece ? 0 : 1.6 * piece.size)) line.push(piece);
  }
  return lines;
}

function hasProse(lines: readonly (readonly Piece[])[]): boolean {
  const { left, right } = around(lines.flat());
  if (right - left < NARROWEST_COLUMN) return false;
  if (lines.flat().some((piece) => 'group' in piece)) return true;
  const prose = lines.filter(isProse);
  return prose.length >= PROSE_SHARE * lines.length;
}

/** What a piece is made of, counted once: a page tries many gutters. */
interface Signs {
  readonly words: number;
  readonly letters: number;
  readonly all: number;
}

const counted = new WeakMap<Piece, Signs>();

function signsOf(piece: Piece): Signs {
  const known = counted.get(piece);
  if (known !== undefined) return known;
  const runs = 'group' in piece ? [] : piece.runs;
  const text = runs.map((run) => (run.followsSpace ? ` ${run.text}` : run.text)).join('');
  const signs = {
    words: text.match(/\p{L}{2,}/gu)?.length ?? 0,
    letters: text.match(/\p{L}/gu)?.length ?? 0,
    all: text.replace(/\s/g, '').length,
  };
  counted.set(piece, signs);
  return signs;
}

/** Three words or fourteen letters, more of them letters than digits. */
function isProse(line: readonly Piece[]): boolean {
  let [words, letters, all] = [0, 0, 0];
  for (const piece of line) {
    const signs = signsOf(piece);
    words += signs.words;
    letters += signs.letters;
    all += signs.all;
  }
  return (words >= 3 || letters >= 14) && letters > 0.5 * all;
}

/**
 * How far the columns beside a gutter reach: as long as text goes on in one of them without a break and
 * in the same size.
 */
function extent(gutter: Gutter, pieces: readonly Piece[]): { top: number; bottom: number } {
  const isInside = ({ top, bottom }: Piece) =>
    top < gutter.bottom && bottom > gutter.top && top < bottom;
  const inside = pieces.filter(isInside);
  const columns = [
    around(inside.filter(({ right }) => right <= gutter.left + 1)),
    around(inside.filter(({ left }) => left >= gutter.right - 1)),
  ];
  let { top, bottom } = around(columns);
  const others = pieces.filter((piece) => !isInside(piece));
  const isBeside = (piece: Piece) =>
    columns.some(({ left, right }) => piece.left > left - 3 && piece.right < right + 3);
  const high = (piece: Piece) => ('group' in piece ? USUAL_SIZE : piece.size);
  const largest = 1.15 * (commonest(inside.map((piece) => [high(piece), 1])) ?? USUAL_SIZE);
  const under = others.filter((piece) => piece.top > top).sort((a, b) => a.top - b.top);
  for (const piece of under) {
    const goesOn = isBeside(piece) && high(piece) < largest;
    if (!goesOn || piece.top - bottom > 1.2 * high(piece)) break;
    bottom = Math.max(bottom, piece.bottom);
  }
  const over = others.filter((piece) => piece.bottom < bottom).sort((a, b) => b.bottom - a.bottom);
  for (const piece of over) {
    const goesOn = isBeside(piece) && high(piece) < largest;
    if (!goesOn || top - piece.bottom > 1.2 * high(piece)) break;
    top = Math.min(top, piece.top);
  }
  return { top, bottom };
}
