import { numberAt } from './numberAt.ts';

/**
 * Grams, numbered from 1 in the order in which they came: a table with open addressing that grows with what is
 * in it, so that it stays in the processor's caches.
 */
export interface GramTable {
  /** How many there are. */
  count: number;
  keys: Int32Array;
  /** By slot, the number of its gram; 0 where it is free. */
  numbers: Int32Array;
}

/** A table without grams. */
export function emptyTable(): GramTable {
  return { count: 0, keys: new Int32Array(1024), numbers: new Int32Array(1024) };
}

/** The number of a gram; 0 if it is not in the table, or is 0: that is the word of a text that is left out. */
export function gramAt({ keys, numbers }: GramTable, gram: number): number {
  const slot = slotOf(keys, numbers, gram);
  return gram === 0 ? 0 : numberAt(numbers, slot);
}

/** Adds a gram, if it is not in the table. */
export function addGram(table: GramTable, gram: number): void {
  const slot = slotOf(table.keys, table.numbers, gram);
  if (table.numbers[slot] !== 0) return;
  table.count += 1;
  table.keys[slot] = gram;
  table.numbers[slot] = table.count;
  if (table.count * 4 > table.keys.length) grow(table);
}

function slotOf(keys: Int32Array, numbers: Int32Array, gram: number): number {
  const mask = keys.length - 1;
  let slot = (gram ^ (gram >>> 15)) & mask;
  while (keys[slot] !== gram && numbers[slot] !== 0) slot = (slot + 1) & mask;
  return slot;
}

function grow(table: GramTable): void {
  const { keys, numbers } = table;
  table.keys = new Int32Array(keys.length * 2);
  table.numbers = new Int32Array(keys.length * 2);
  for (let old = 0; old < keys.length; old += 1) {
    if (numbers[old] === 0) continue;
    const gram = numberAt(keys, old);
    const slot = slotOf(table.keys, table.numbers, gram);
    table.keys[slot] = gram;
    table.numbers[slot] = numberAt(numbers, old);
  }
}
