import { numberAt } from './numberAt.ts';
import { chainWords, lastPlace, none } from './wordChains.ts';
import type { Words } from './words.ts';

/** Which words of a pattern are the same as words of a part of a text: pairs of a row and a column. */
export interface EqualPairs {
  /** By row, its pair with the highest column, as an index of the lists below; -1 if it has none. */
  readonly lasts: Int32Array;
  /** By pair, its column. */
  readonly columns: Int32Array;
  /** By pair, the one of the same row with the next lower column, or -1. */
  readonly befores: Int32Array;
}

/** Room for the pairs of one band, kept for the next one. */
let lasts = new Int32Array(0);
let columns = new Int32Array(0);
let befores = new Int32Array(0);

/**
 * The pairs of equal words within a band: a row has the columns from its own number, `width` of them,
 * and column 0 is the text's word `first`, which may be before the text. They hold until the next call.
 */
export function equalPairs(pattern: Words, text: Words, first: number, width: number): EqualPairs {
  const rows = pattern.count;
  const rowsOf = chainWords(pattern.ids, 0, rows);
  if (lasts.length < rows) lasts = new Int32Array(2 * rows);
  lasts.fill(none, 0, rows);
  const { ids } = text;
  const high = Math.min(rows - 1 + width, text.count - first);
  let count = 0;
  for (let column = Math.max(0, -first); column < high; column += 1) {
    let row = lastPlace(rowsOf, numberAt(ids, first + column));
    for (; row !== none; row = numberAt(rowsOf.befores, row)) {
      if (column < row || column >= row + width) continue;
      if (count === columns.length) grow();
      columns[count] = column;
      befores[count] = numberAt(lasts, row);
      lasts[row] = count;
      count += 1;
    }
  }
  return { lasts, columns, befores };
}

function grow(): void {
  const old = { columns, befores };
  columns = new Int32Array(old.columns.length * 2 + 256);
  befores = new Int32Array(columns.length);
  columns.set(old.columns);
  befores.set(old.befores);
}
