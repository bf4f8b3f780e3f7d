import { numberAt } from './numberAt.ts';
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

const none = -1;

/** Room for the pairs of one band, kept for the next one. */
let lasts = new Int32Array(0);
let columns = new Int32Array(0);
let befores = new Int32Array(0);
/** A table with open addressing: the last row of each word; and by row, the row before with the same word. */
let slots = new Int32Array(0);
let sameBefore = new Int32Array(0);

/**
 * The pairs of equal words within a band: a row has the columns from its own number, `width` of them,
 * and column 0 is the text's word `first`, which may be before the text. They hold until the next call.
 */
export function equalPairs(pattern: Words, text: Words, first: number, width: number): EqualPairs {
  const rows = pattern.count;
  const mask = fillTable(pattern);
  const { ids } = pattern;
  const { ids: others } = text;
  const high = Math.min(rows - 1 + width, text.count - first);
  let count = 0;
  for (let column = Math.max(0, -first); column < high; column += 1) {
    const id = numberAt(others, first + column);
    let slot = slotOf(id, mask);
    let row = numberAt(slots, slot);
    while (row !== none && ids[row] !== id) {
      slot = (slot + 1) & mask;
      row = numberAt(slots, slot);
    }
    for (; row !== none; row = numberAt(sameBefore, row)) {
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

/** Fills the table with the words of a pattern, and gives the mask of its slots. */
function fillTable({ ids, count }: Words): number {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  if (slots.length < size) {
    slots = new Int32Array(size);
    lasts = new Int32Array(size);
    sameBefore = new Int32Array(size);
  }
  slots.fill(none, 0, size);
  lasts.fill(none, 0, count);
  const mask = size - 1;
  for (let row = 0; row < count; row += 1) {
    const id = numberAt(ids, row);
    let slot = slotOf(id, mask);
    while (slots[slot] !== none && ids[numberAt(slots, slot)] !== id) slot = (slot + 1) & mask;
    sameBefore[row] = numberAt(slots, slot);
    slots[slot] = row;
  }
  return mask;
}

function slotOf(id: number, mask: number): number {
  return (id ^ (id >>> 15)) & mask;
}

function grow(): void {
  const old = { columns, befores };
  columns = new Int32Array(old.columns.length * 2 + 256);
  befores = new Int32Array(columns.length);
  columns.set(old.columns);
  befores.set(old.befores);
}
