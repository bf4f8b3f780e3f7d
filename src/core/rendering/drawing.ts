import type { Token } from 'markdown-it';
import { addRun, numberAt } from '../paper/markdown/positionsOfContent.ts';
import type { Block, SourceRange } from '../paper/paper.ts';
import { sourceOf, type ContentMap } from '../paper/tokens.ts';
import type { DrawnHeading, Headings } from './headings.ts';
import type { RenderingWords } from './renderingWords.ts';

/** What drawing needs to know of the whole paper. */
export interface Page {
  readonly text: string;
  readonly words: RenderingWords;
  readonly headings: Headings;
  /** Labels of typed notes that marks lead to. */
  readonly pairedNotes: ReadonlySet<string>;
  /** How often the text refers to each numbered note. */
  readonly noteReferences: ReadonlyMap<number, number>;
  /** Labels of typed notes whose first mark is drawn; the only thing that drawing changes here. */
  readonly references: Set<string>;
}

/** A part while it is drawn: what was written so far is counted and mapped. */
export interface Drawing {
  readonly page: Page;
  /** Where the part begins in the source. */
  readonly base: number;
  /** The blocks and headings of the part, by the tokens that open them. */
  readonly blocks: ReadonlyMap<Token, Block>;
  readonly headings: ReadonlyMap<Token, DrawnHeading>;
  /** Labels of typed notes that marks lead to here; in the notes themselves none does. */
  readonly linkedNotes: ReadonlySet<string>;
  readonly map: number[];
  /** Length of the rendered text so far. */
  length: number;
  /** Whether what was drawn depends on other parts of the page, by more than its headings. */
  dependsOnPage: boolean;
}

/** Begins a part. */
export function startDrawing(
  page: Page,
  base: number,
  own: Pick<Drawing, 'blocks' | 'headings' | 'linkedNotes'>,
): Drawing {
  return { page, base, ...own, map: [], length: 0, dependsOnPage: false };
}

/** Text with the characters that HTML reads otherwise made harmless. */
export function escapeHtml(text: string): string {
  return /[&<>"\r\0]/u.test(text)
    ? text.replace(/[&<>"\r\0]/gu, (each) => escapes[each] ?? each)
    : text;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // The HTML parser would make a line feed of the one and drop the other.
  '\r': '&#13;',
  '\0': '\ufffd',
};

/** HTML of text from the source, counted and mapped. What `source` does not cover stands as generated. */
export function drawText(drawing: Drawing, content: string, source: ContentMap): string {
  const parts: string[] = [];
  let at = 0;
  for (let run = 0; run < source.length; run += 4) {
    const from = numberAt(source, run);
    const length = numberAt(source, run + 2);
    if (from > at) parts.push(drawGap(drawing, content.slice(at, from), source, run));
    parts.push(escapeHtml(content.slice(from, from + length)));
    addRun(
      drawing.map,
      drawing.length,
      numberAt(source, run + 1) - drawing.base,
      length,
      numberAt(source, run + 3),
    );
    drawing.length += length;
    at = from + length;
  }
  if (at < content.length) parts.push(generated(content.slice(at)));
  return parts.join('');
}

/**
 * HTML of content between two runs. White space that stands for white space in the source (a line end
 * with what indents the next line) is a step of the map; all else was made by a reader.
 */
function drawGap(drawing: Drawing, content: string, source: ContentMap, run: number): string {
  const start = run === 0 ? Infinity : numberAt(source, run - 3) + numberAt(source, run - 1);
  const end = numberAt(source, run + 1);
  const isBlank = start < end && `${content}${drawing.page.text.slice(start, end)}`.trim() === '';
  if (!isBlank) return generated(content);
  addRun(drawing.map, drawing.length, start - drawing.base, content.length, end - start);
  drawing.length += content.length;
  return escapeHtml(content);
}

/** HTML of a piece of the source as it stands. */
export function drawSource(drawing: Drawing, { start, end }: SourceRange): string {
  return drawText(drawing, drawing.page.text.slice(start, end), [
    0,
    start,
    end - start,
    end - start,
  ]);
}

/** HTML of words that are not in the source. */
export function generated(text: string, tag = 'span'): string {
  return text === '' ? '' : `<${tag} data-generated>${escapeHtml(text)}</${tag}>`;
}

/** The attribute that says where a block element stands, relative to the part; empty without a range. */
export function rangeAttribute(drawing: Drawing, range: SourceRange | undefined): string {
  if (range === undefined) return '';
  return ` data-range="${range.start - drawing.base},${range.end - drawing.base}"`;
}

/** The attributes of the element that a token opens: where it stands, and what it is for. */
export function blockAttributes(drawing: Drawing, token: Token): string {
  const role = drawing.blocks.get(token)?.role;
  const quiet = role === undefined || role === 'body' || role === 'heading';
  const place = rangeAttribute(drawing, sourceOf(token).range);
  return quiet ? place : `${place} data-role="${role}"`;
}
