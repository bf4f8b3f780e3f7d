import type { Box } from './box.ts';
import { around, sharedHeight } from './box.ts';
import type { TextRun } from './pageText.ts';

/** Runs side by side without a gap that could part columns, from left to right. */
export interface Chunk extends Box {
  readonly runs: readonly TextRun[];
  /** The size of most of its letters, and where those stand. */
  readonly size: number;
  readonly baseline: number;
  /** How many characters it has. */
  readonly letters: number;
}

/** A wider gap than this, in parts of the font's size, may part columns. */
const WORD_GAP = 0.85;
/** Letters may reach back over their neighbours by that much. */
const KERNING = 0.6;
/** Of text that lies over other text only the last so many pieces are gone on with. */
const MOST_NEAR = 40;
/** Runs are looked for among those nearby: height of a strip in points. */
const STRIP = 12;
/** A letter that is higher than so many strips is drawing. */
const MOST_STRIPS = 40;

/** The runs of a page joined to chunks, each run in exactly one; in no order. */
export function chunksOf(runs: readonly TextRun[]): Chunk[] {
  const strips = new Map<number, TextRun[][]>();
  const open: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => a.left - b.left || a.item - b.item)) {
    let best: TextRun[] | null = null;
    let least = Infinity;
    const first = Math.floor(run.top / STRIP);
    const last = Math.min(first + MOST_STRIPS - 1, Math.floor(run.bottom / STRIP));
    for (let strip = first; strip <= last; strip += 1)
      for (const chunk of strips.get(strip) ?? []) {
        const distance = distanceBetween(chunk.at(-1), run);
        if (distance >= least) continue;
        best = chunk;
        least = distance;
      }
    if (best === null) open.push((best = []));
    best.push(run);
    for (let strip = first; strip <= last; strip += 1) {
      const there = strips.get(strip);
      if (there === undefined) {
        strips.set(strip, [best]);
        continue;
      }
      // What ended long ago can't be continued any more.
      const alive = there.filter((chunk) => (chunk.at(-1)?.right ?? 0) > run.left - 60);
      if (!alive.includes(best)) alive.push(best);
      strips.set(strip, alive.length > MOST_NEAR ? alive.slice(-MOST_NEAR) : alive);
    }
  }
  return open.map(chunkOf);
}

/** A chunk of runs that are in order. */
export function chunkOf(runs: readonly TextRun[]): Chunk {
  const { size, baseline } = mainRun(runs);
  const { left, top, right, bottom } = around(runs);
  let letters = 0;
  for (const { text } of runs) letters += text.length;
  // No spreading: engines compile what is made of one literal, and a paper has thousands of chunks.
  return { left, top, right, bottom, runs, size, baseline, letters };
}

/** How far `run` is from the end of what might be before it in its line; Infinity if it can't follow. */
function distanceBetween(last: TextRun | undefined, run: TextRun): number {
  if (last === undefined || sharedHeight(last, run) < 0.55) return Infinity;
  const size = Math.max(last.size, run.size);
  const sameSize = Math.min(last.size, run.size) > 0.8 * size;
  if (sameSize && Math.abs(last.baseline - run.baseline) > 0.4 * size) return Infinity;
  const gap = run.left - last.right;
  return gap > WORD_GAP * size || gap < -KERNING * size ? Infinity : Math.abs(gap);
}

/** The run that stands for the line: the longest among the largest sizes in use. */
function mainRun(runs: readonly TextRun[]): TextRun {
  const [first] = runs;
  if (first !== undefined && runs.every(({ size }) => Math.abs(size - first.size) < 0.1))
    return first;
  const letters = new Map<number, number>();
  for (const { size, text } of runs) {
    const key = Math.round(size * 4);
    letters.set(key, (letters.get(key) ?? 0) + text.trim().length);
  }
  const [main] = [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0];
  const found = runs.find(({ size }) => Math.round(size * 4) === main) ?? runs[0];
  if (found === undefined) throw new Error('a chunk has at least one run');
  return found;
}
