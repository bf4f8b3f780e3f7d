import type { SourceRange } from '../paper/paper.ts';

/** A text as it is compared, with the way back to its source. */
export interface FoldedText {
  readonly text: string;
  /** The part of the source that a range of the folded text came from. */
  readonly sourceRange: (start: number, end: number) => SourceRange;
  /** How many folded code units began before this offset of the source. */
  readonly foldedOffset: (offset: number) => number;
}

/** The code units of a folded text while it is made. */
export interface FoldedUnits {
  /** Adds a code unit that came from a range of the source. */
  add(code: number, start: number, end: number): void;
  /** The last code unit, or 0. */
  last(): number;
  /** Lets the last code unit come from more of the source. */
  stretch(end: number): void;
  finish(): FoldedText;
}

/** Makes room for about as many code units as the source has; there may be more. */
export function createFoldedUnits(sourceLength: number): FoldedUnits {
  let capacity = sourceLength + 64;
  let codes = new Uint16Array(capacity);
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  let count = 0;

  function grow(): void {
    capacity *= 2;
    const old = { codes, starts, ends };
    codes = new Uint16Array(capacity);
    starts = new Uint32Array(capacity);
    ends = new Uint32Array(capacity);
    codes.set(old.codes);
    starts.set(old.starts);
    ends.set(old.ends);
  }

  return {
    add(code, start, end) {
      if (count === capacity) grow();
      codes[count] = code;
      starts[count] = start;
      ends[count] = end;
      count += 1;
    },
    last: () => (count === 0 ? 0 : (codes[count - 1] ?? 0)),
    stretch(end) {
      ends[count - 1] = end;
    },
    finish: () => ({
      text: stringOf(codes.subarray(0, count)),
      sourceRange(start, end) {
        const from = start < count ? (starts[start] ?? 0) : sourceLength;
        return { start: from, end: end > start ? (ends[end - 1] ?? sourceLength) : from };
      },
      foldedOffset: (offset) => countBelow(starts.subarray(0, count), offset),
    }),
  };
}

function stringOf(codes: Uint16Array): string {
  let text = '';
  // Arguments of one call are limited by the engine's stack.
  for (let at = 0; at < codes.length; at += 8192) {
    text += String.fromCharCode(...codes.subarray(at, at + 8192));
  }
  return text;
}

function countBelow(ascending: Uint32Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
