import type { SourceRange } from '../paper.ts';
import type { ContentMap } from '../tokens.ts';

/** Words that are read together, with the place of each in the source. */
export interface Passage {
  readonly content: string;
  readonly map: ContentMap;
}

/** Decides whether a hyphen at a line end only divides a word: "strat-" and "egy". */
export type IsDivided = (before: string, after: string) => boolean;

/** Joins pieces of lines to what is read: one space for every line break, divided words made whole. */
export function joinPieces(
  text: string,
  pieces: readonly SourceRange[],
  isDivided: IsDivided = () => false,
): Passage {
  const map: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (words: string, start: number, sourceLength: number): void => {
    if (words === '') return;
    map.push(length, start, words.length, sourceLength);
    parts.push(words);
    length += words.length;
  };
  pieces.forEach(({ start, end }, index) => {
    const next = pieces[index + 1];
    const hyphen = next === undefined ? null : hyphenBetween(text, end, next.start);
    const divides = hyphen !== null && isDivided(hyphen.before, hyphen.after);
    add(text.slice(start, divides ? end - 1 : end), start, (divides ? end - 1 : end) - start);
    if (next !== undefined && hyphen === null) add(' ', end, next.start - end);
  });
  return { content: parts.join(''), map };
}

interface Hyphen {
  readonly before: string;
  readonly after: string;
}

/** The parts of a word on both sides of a hyphen at a line end, or null where there is none. */
function hyphenBetween(text: string, end: number, next: number): Hyphen | null {
  const last = text.charAt(end - 1);
  if (last !== '-' && last !== '\u00ad' && last !== '\u2010') return null;
  const before = /\p{L}+$/u.exec(text.slice(Math.max(0, end - 31), end - 1))?.[0];
  const after = /^\p{Ll}+/u.exec(text.slice(next, next + 30))?.[0];
  return before === undefined || after === undefined ? null : { before, after };
}

/** The part of a passage between two offsets in its content. */
export function slicePassage(passage: Passage, from: number, to: number): Passage {
  const map: number[] = [];
  for (let run = 0; run + 3 < passage.map.length; run += 4) {
    const [at = 0, source = 0, length = 0, sourceLength = 0] = passage.map.slice(run, run + 4);
    const start = Math.max(at, from);
    const end = Math.min(at + length, to);
    if (start >= end) continue;
    const isWhole = length !== sourceLength;
    map.push(
      start - from,
      isWhole ? source : source + start - at,
      end - start,
      isWhole ? sourceLength : end - start,
    );
  }
  return { content: passage.content.slice(from, to), map };
}

/** Lines as they stand, one below the other, moved left by the blanks that all of them have. */
export function preformattedPassage(text: string, pieces: readonly SourceRange[]): Passage {
  const indents = pieces.map(({ start }) => columnsBefore(text, start));
  const least = indents.reduce((a, b) => Math.min(a, b), Infinity);
  const map: number[] = [];
  const parts: string[] = [];
  let length = 0;
  pieces.forEach(({ start, end }, index) => {
    const indent = ' '.repeat((indents[index] ?? 0) - least);
    map.push(length + indent.length, start, end - start, end - start);
    parts.push(indent, text.slice(start, end), '\n');
    length += indent.length + (end - start) + 1;
  });
  return { content: parts.join(''), map };
}

/** Columns of blank between a line's start and an offset in it. */
function columnsBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[ \t\u00a0]/u.test(text.charAt(at - 1))) at -= 1;
  let columns = 0;
  for (; at < offset; at += 1) columns += text.charAt(at) === '\t' ? 8 - (columns % 8) : 1;
  return columns;
}
