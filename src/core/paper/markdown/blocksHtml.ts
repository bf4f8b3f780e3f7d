import createMarkdownIt from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import { readable } from './blocksInlineText.ts';

type Piece = Pick<FormBlock, 'kind' | 'range' | 'text' | 'level' | 'ordinal'>;

const { unescapeAll } = createMarkdownIt().utils;

const tagOrComment = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d]*)\b[^<>]*>/giu;
const inlineTags = /^(?:a|abbr|b|br|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)$/u;
const unreadTags = /^(?:iframe|noscript|object|script|style|svg|template)$/u;

/**
 * The pieces of raw HTML that stands in Markdown: list items and headings where it has them, else one
 * piece with all of its words. The pieces cover the range.
 */
export function htmlPieces(html: string, start: number): readonly Piece[] {
  const range = trimmedRange(html, start);
  const pieces = structure(html, start);
  if (!pieces.some(({ kind }) => kind === 'listItem' || kind === 'heading')) {
    const text = pieces.map((piece) => piece.text).join(' ');
    const kind = /<table\b/iu.test(html) ? 'table' : 'html';
    return [{ kind, range, text, level: 0, ordinal: null }];
  }
  return pieces.map((piece, index) => {
    const from = index === 0 ? range.start : piece.range.start;
    const next = pieces[index + 1]?.range.start ?? range.end;
    const end = from + html.slice(from - start, next - start).trimEnd().length;
    return { ...piece, range: { start: from, end } };
  });
}

function trimmedRange(html: string, start: number): SourceRange {
  const blanks = html.length - html.trimStart().length;
  return { start: start + blanks, end: start + blanks + html.trim().length };
}

interface ListState {
  readonly ordered: boolean;
  count: number;
}

function structure(html: string, offset: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const lists: ListState[] = [];
  let open: Omit<Piece, 'range' | 'text'> = { kind: 'paragraph', level: 0, ordinal: null };
  let words = '';
  let start: number | null = null;
  let unread: string | null = null;
  const take = (from: number, to: number): void => {
    const run = html.slice(from, to);
    if (unread !== null) return;
    if (start === null && run.trim() !== '') start = from + run.length - run.trimStart().length;
    words += run;
  };
  const flush = (end: number): void => {
    const text = readable(unescapeAll(words));
    if (text !== '' && start !== null) {
      pieces.push({ ...open, range: { start: offset + start, end: offset + end }, text });
    }
    words = '';
    start = null;
    open = { kind: 'paragraph', level: 0, ordinal: null };
  };
  let at = 0;
  for (const match of html.matchAll(tagOrComment)) {
    take(at, match.index);
    at = match.index + match[0].length;
    const name = (match[2] ?? '').toLowerCase();
    const closing = match[1] === '/';
    if (unreadTags.test(name)) unread = closing ? null : name;
    if (name === '' || unread !== null) continue;
    if (inlineTags.test(name)) {
      if (name === 'br') words += ' ';
      continue;
    }
    // A paragraph directly in a list item is the item's own.
    if (name === 'p' && open.kind === 'listItem' && !closing && words.trim() === '') continue;
    flush(match.index);
    if (name === 'ul' || name === 'ol') {
      if (closing) lists.pop();
      else lists.push({ ordered: name === 'ol', count: 0 });
    } else if (name === 'li' && !closing) {
      open = listItem(lists);
      start = match.index;
    } else if (/^h[1-6]$/u.test(name) && !closing) {
      open = { kind: 'heading', level: Number(name[1]), ordinal: null };
      start = match.index;
    }
  }
  take(at, html.length);
  flush(html.length);
  return pieces;
}

function listItem(lists: readonly ListState[]): Omit<Piece, 'range' | 'text'> {
  const list = lists.at(-1);
  if (list !== undefined) list.count += 1;
  const ordinal = list?.ordered === true ? `${list.count}.` : null;
  return { kind: 'listItem', level: Math.max(1, lists.length), ordinal };
}
