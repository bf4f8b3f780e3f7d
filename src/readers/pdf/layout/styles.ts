import type { Chunk } from './chunks.ts';
import { commonest } from './grouped.ts';
import type { TextRun } from './pageText.ts';

/** How the running text of a paper looks. */
export interface BodyStyle {
  /** Size of the font in points. */
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/** The style of most letters; a size of 0 if there are none. */
export function bodyStyleOf(chunks: readonly Chunk[]): BodyStyle {
  const runs = chunks.flatMap((chunk) => chunk.runs);
  const size = commonest(runs.map((run) => [rounded(run.size), run.text.length])) ?? 0;
  const body = runs.filter((run) => rounded(run.size) === size);
  return {
    size,
    isBold: share(body, ({ font }) => font.isBold) > 0.6,
    isItalic: share(body, ({ font }) => font.isItalic) > 0.6,
  };
}

/** A size as it is compared: to half a point. */
export function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The share of letters, from 0 to 1, in runs that are as asked. */
export function share(runs: readonly TextRun[], is: (run: TextRun) => boolean): number {
  let all = 0;
  let some = 0;
  for (const run of runs) {
    const letters = run.text.replace(/[\s.]/g, '').length;
    all += letters;
    if (is(run)) some += letters;
  }
  return all === 0 ? 0 : some / all;
}
