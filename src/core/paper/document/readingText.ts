import type { PaperPage } from '../paper.ts';
import type { TextOrigin } from './paperDocument.ts';

/** The text of a paper while it is written, with the places that are known in it. */
export interface ReadingText {
  /** Adds words and returns where they stand. */
  add(words: string, origin?: TextOrigin): number;
  /** Says that what is added next stands on a page, counted from 0. */
  turnTo(page: number): void;
  /** Takes the labels of pages that were turned to since the last time, in order. */
  takePages(): readonly string[];
  readonly length: number;
  /** The last character, or empty. */
  readonly last: string;
  finish(): Finished;
}

interface Finished {
  readonly text: string;
  readonly pages: readonly PaperPage[];
  readonly origins: readonly number[];
}

/** An empty text. Pages without a label of their own are counted from 1. */
export function readingText(labels: readonly string[]): ReadingText {
  const parts: string[] = [];
  const origins: number[] = [];
  const starts = new Map<number, number>();
  let length = 0;
  let turned: number[] = [];
  let marks: string[] = [];
  const labelOf = (page: number): string => labels[page] ?? `${page + 1}`;
  const settle = (): void => {
    for (const page of turned) if (!starts.has(page)) starts.set(page, length);
    turned = [];
  };
  return {
    add(words, origin) {
      const start = length;
      if (words.trim() !== '') settle();
      if (origin !== undefined && words !== '')
        origins.push(start, words.length, origin.page, origin.item, origin.offset, origin.length);
      parts.push(words);
      length += words.length;
      return start;
    },
    turnTo(page) {
      turned.push(page);
      marks.push(labelOf(page));
    },
    takePages() {
      const taken = marks;
      marks = [];
      return taken;
    },
    get length() {
      return length;
    },
    get last() {
      return parts.findLast((part) => part !== '')?.at(-1) ?? '';
    },
    finish() {
      settle();
      const count = Math.max(labels.length, ...[...starts.keys()].map((page) => page + 1));
      const pages: PaperPage[] = [];
      let next = length;
      for (let page = count - 1; page >= 0; page -= 1) {
        next = starts.get(page) ?? next;
        pages.unshift({ label: labelOf(page), start: next });
      }
      return { text: parts.join(''), pages, origins };
    },
  };
}
