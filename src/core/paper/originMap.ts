import type { SourceRange } from './paper.ts';

/** A piece of a text item of a page: page and item counted from 0, half-open offsets in the item's string. */
export interface ItemSpan {
  readonly page: number;
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

/** The way between `Paper.text` and the text that is drawn on the pages of its file. */
export interface OriginMap {
  /** What of the pages a range stands for, in the order of the text. */
  spansOf(range: SourceRange): readonly ItemSpan[];
  /** The least range that holds what a piece of an item became; null where nothing came of it. */
  rangeOf(span: ItemSpan): SourceRange | null;
  /** Where the first text of a page stands, of all that was drawn on it; null for a page without text. */
  startOf(page: number): number | null;
}

interface Run {
  readonly start: number;
  readonly length: number;
  readonly page: number;
  readonly item: number;
  readonly offset: number;
  readonly itemLength: number;
}

/** Reads `Paper.origins`: six numbers for each run, ascending by their places in the text. */
export function originMap(origins: ArrayLike<number>): OriginMap {
  const runs: Run[] = [];
  const byItem = new Map<string, Run[]>();
  const starts = new Map<number, number>();
  for (let at = 0; at + 5 < origins.length; at += 6) {
    const run = runAt(origins, at);
    runs.push(run);
    const key = keyOf(run);
    const same = byItem.get(key);
    if (same === undefined) byItem.set(key, [run]);
    else same.push(run);
    if (!starts.has(run.page)) starts.set(run.page, run.start);
  }

  return {
    spansOf({ start, end }) {
      const spans: ItemSpan[] = [];
      for (let at = firstBehind(runs, start); at < runs.length; at += 1) {
        const run = runs[at];
        if (run === undefined || run.start >= end) break;
        const { page, item, offset, length, itemLength } = run;
        const isStep = length !== itemLength;
        const from = isStep ? 0 : Math.max(0, start - run.start);
        const to = isStep ? itemLength : Math.min(length, end - run.start);
        if (from < to) spans.push({ page, item, from: offset + from, to: offset + to });
      }
      return spans;
    },
    rangeOf(span) {
      let start = Infinity;
      let end = -Infinity;
      for (const run of byItem.get(keyOf(span)) ?? []) {
        const from = Math.max(span.from, run.offset) - run.offset;
        const to = Math.min(span.to, run.offset + run.itemLength) - run.offset;
        if (from >= to) continue;
        const isStep = run.length !== run.itemLength;
        start = Math.min(start, isStep ? run.start : run.start + from);
        end = Math.max(end, run.start + (isStep ? run.length : to));
      }
      return start < end ? { start, end } : null;
    },
    startOf: (page) => starts.get(page) ?? null,
  };
}

function runAt(origins: ArrayLike<number>, at: number): Run {
  const number = (offset: number): number => origins[at + offset] ?? 0;
  const [start, length, page] = [number(0), number(1), number(2)];
  return { start, length, page, item: number(3), offset: number(4), itemLength: number(5) };
}

function keyOf({ page, item }: { readonly page: number; readonly item: number }): string {
  return `${page}:${item}`;
}

/** Index of the first run that ends behind an offset. */
function firstBehind(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.start + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
