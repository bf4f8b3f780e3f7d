import type { Block, PaperDate } from '../paper.ts';
import { datesIn } from '../roles/dates.ts';

/** The dates that are printed in a block, in order; only the beginning of a long one is searched. */
export function datesOf(text: string, { range }: Block): readonly PaperDate[] {
  const raw = text.slice(range.start, Math.min(range.end, range.start + 2_000));
  return datesIn(raw).map(({ iso, start, end }) => ({
    iso,
    text: raw.slice(start, end).replace(/\s+/gu, ' '),
    range: { start: range.start + start, end: range.start + end },
  }));
}
