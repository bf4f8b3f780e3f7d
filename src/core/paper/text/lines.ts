import type { SourceRange } from '../paper.ts';

/** What is known of a line before its neighbours are looked at. */
export type LineCue = 'runningHead' | 'headingStart' | null;

/** A line of a text, or a part of one, without its line end. */
export interface Line extends SourceRange {
  /** What stands between `start` and `end`: no blanks at either end; empty in a blank line. */
  readonly text: string;
  /** Columns of blank before the text; a tab reaches to the next multiple of eight. */
  readonly indent: number;
  /** Whether a page ends before this line (a form feed). */
  readonly newPage: boolean;
  readonly cue: LineCue;
}

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu;

/** The lines of a text, with LF, CRLF, CR, form feeds and Unicode separators all ending a line. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  let newPage = false;
  for (const end of text.matchAll(lineEnd)) {
    lines.push(lineAt(text, from, end.index, newPage));
    newPage = end[0] === '\f';
    from = end.index + end[0].length;
  }
  lines.push(lineAt(text, from, text.length, newPage));
  return lines;
}

function lineAt(text: string, from: number, to: number, newPage: boolean): Line {
  const raw = text.slice(from, to);
  const content = raw.trim();
  const start = content === '' ? to : from + (raw.length - raw.trimStart().length);
  let indent = 0;
  for (let at = from; at < start; at += 1) {
    const character = text.charAt(at);
    if (character === '\t') indent += 8 - (indent % 8);
    else if (character !== '\ufeff') indent += 1;
  }
  return { start, end: start + content.length, text: content, indent, newPage, cue: null };
}

/** The part of a line between two offsets in its text, blanks at its ends left out. */
export function partOf(line: Line, from: number, to: number, cue: LineCue): Line {
  const raw = line.text.slice(from, to);
  const content = raw.trim();
  const start = line.start + from + (raw.length - raw.trimStart().length);
  const indent = from === 0 ? line.indent : 0;
  return { ...line, start, end: start + content.length, text: content, indent, cue };
}

/** Columns that a line takes, the blanks before it included. */
export function widthOf(line: Line): number {
  return line.indent + line.text.length;
}
