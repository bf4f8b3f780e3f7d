import type { Block, Fact } from '../paper.ts';
import { datesIn } from '../roles/dates.ts';
import { datesOf } from './datesOf.ts';
import { inTitleCase } from './titleCase.ts';

/** The title as it is printed, over one line or several; null where none is. */
export function printedTitle(text: string, blocks: readonly Block[]): Fact | null {
  const start = blocks.findIndex(({ role }) => role === 'title');
  const behind = blocks.slice(start).findIndex(({ role }) => role !== 'title');
  const lines = start < 0 ? [] : blocks.slice(start, behind < 0 ? undefined : start + behind);
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  if (lines.length === 1) {
    const title = titleOf(text, first);
    const written = asWritten(text, title) ?? inTitleCase(title.text, text);
    return { ...title, text: written ?? title.text };
  }
  const words = lines.map((line) => asWritten(text, line));
  const isWritten = words.every((each) => each !== null);
  const whole = (isWritten ? words : lines.map((line) => line.text)).join(' ');
  return {
    text: inTitleCase(whole, text) ?? whole,
    range: { start: first.range.start, end: last.range.end },
  };
}

/** How the paper itself writes words that are printed in capitals; null where it does not, or for other words. */
function asWritten(text: string, { text: words, range }: Fact): string | null {
  if (words !== words.toUpperCase() || !/\p{Lu}{4}/u.test(words)) return null;
  const pattern = words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    const [found] = match;
    const isOutside = match.index >= range.end || match.index + found.length <= range.start;
    if (isOutside && found !== found.toUpperCase() && /^\P{Ll}/u.test(found))
      return found.replace(/\s+/gu, ' ');
  }
  return null;
}

/** The title without a date that stands in one line with it. */
function titleOf(text: string, block: Block): Fact {
  const own = { text: block.text, range: block.range };
  const date = datesIn(block.text).at(-1);
  if (date === undefined || date.end < block.text.length || date.start < 15) return own;
  const words = block.text.slice(0, date.start).replace(/[\s,;:|–—-]+$/u, '');
  const end = datesOf(text, block).at(-1)?.range.start ?? block.range.end;
  return { text: words, range: { start: block.range.start, end: end - trailing(text, end) } };
}

function trailing(text: string, end: number): number {
  const before = text.slice(Math.max(0, end - 20), end);
  return before.length - before.replace(/[\s,;:|–—-]+$/u, '').length;
}
