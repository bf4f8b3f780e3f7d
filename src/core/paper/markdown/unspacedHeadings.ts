import MarkdownIt, { type Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import { sourceOf, type ContentMap } from '../tokens.ts';

/**
 * Turns lines of paragraphs into the headings they are meant to be: "##Title" without the space,
 * which CommonMark takes for text but papers print. A single "#" has to look like a title, not like a
 * hashtag.
 */
export function withUnspacedHeadings(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!/^[ ]{0,3}#{1,6}[^#\s]/mu.test(text)) return tokens;
  return tokens.flatMap((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (isOutermostParagraph(token, 'paragraph_open') && after?.type === 'inline')
      return hasHeading(after) ? [] : [token];
    if (isOutermostParagraph(token, 'paragraph_close') && before?.type === 'inline')
      return hasHeading(before) ? [] : [token];
    const isContent = token.type === 'inline' && before !== undefined;
    return isContent && isOutermostParagraph(before, 'paragraph_open') && hasHeading(token)
      ? linesOf(token, sourceOf(before).range).flatMap((line) =>
          line.level === 0 ? paragraph(text, line) : heading(text, line),
        )
      : [token];
  });
}

interface Line {
  readonly children: readonly Token[];
  readonly range: SourceRange;
  /** Level of the heading that the line is, or 0. */
  readonly level: number;
}

function isOutermostParagraph(token: Token, type: string): boolean {
  return token.type === type && token.level === 0;
}

function hasHeading(inline: Token): boolean {
  return inline.content.includes('#') && linesOf(inline, undefined).some(({ level }) => level > 0);
}

/** The lines of a paragraph; lines that are no headings stay together. */
function linesOf(inline: Token, range: SourceRange | undefined): readonly Line[] {
  const groups: Token[][] = [[]];
  const breaks: Token[] = [];
  let depth = 0;
  for (const child of inline.children ?? []) {
    depth += child.nesting;
    if (depth === 0 && /^(?:soft|hard)break$/u.test(child.type)) {
      groups.push([]);
      breaks.push(child);
    } else groups.at(-1)?.push(child);
  }
  const lines: Line[] = [];
  let start = range?.start ?? 0;
  for (const [index, children] of groups.entries()) {
    const separator = breaks[index];
    const [, breakStart = start, , breakLength = 0] =
      separator === undefined ? [] : (sourceOf(separator).source ?? []);
    const end = separator === undefined ? (range?.end ?? start) : breakStart;
    const level = headingLevel(children);
    const last = lines.at(-1);
    if (level === 0 && last?.level === 0) {
      const joint = breaks[index - 1];
      const joined = [...last.children, ...(joint === undefined ? [] : [joint]), ...children];
      lines[lines.length - 1] = {
        level,
        children: joined,
        range: { start: last.range.start, end },
      };
    } else lines.push({ level, children, range: { start, end } });
    start = breakStart + breakLength;
  }
  return lines;
}

/** Longest text that is taken for a heading, in characters. */
const longestHeading = 160;

function headingLevel(children: readonly Token[]): number {
  const first = children[0];
  const match = first?.type === 'text' ? /^(#{1,6})([^#\s].*)$/u.exec(first.content) : null;
  const [, marks = '', words = ''] = match ?? [];
  const whole = children.map(({ content }) => content).join('');
  if (marks === '' || whole.length > longestHeading) return 0;
  if (marks.length > 1) return marks.length;
  const looksLikeTitle = /^\p{Lu}[^#]*\s[^#]*[^#.!?,;:\s]$/u.test(whole.slice(1));
  return looksLikeTitle && words !== '' ? 1 : 0;
}

function heading(text: string, line: Line): readonly Token[] {
  const tag = `h${line.level}`;
  const open = new MarkdownIt.Token('heading_open', tag, 1);
  open.markup = '#'.repeat(line.level);
  const close = new MarkdownIt.Token('heading_close', tag, -1);
  close.markup = open.markup;
  const [first, ...rest] = line.children;
  const children = first === undefined ? rest : [withoutMarks(first, line.level), ...rest];
  return block(text, open, close, children, line.range);
}

function paragraph(text: string, line: Line): readonly Token[] {
  const open = new MarkdownIt.Token('paragraph_open', 'p', 1);
  return block(
    text,
    open,
    new MarkdownIt.Token('paragraph_close', 'p', -1),
    line.children,
    line.range,
  );
}

function block(
  text: string,
  open: Token,
  close: Token,
  children: readonly Token[],
  range: SourceRange,
): readonly Token[] {
  const own = trimmed(text, range);
  open.block = true;
  open.meta = { range: own };
  close.block = true;
  const inline = new MarkdownIt.Token('inline', '', 0);
  inline.block = true;
  inline.level = 1;
  inline.content = text.slice(own.start, own.end);
  inline.children = [...children];
  const length = own.end - own.start;
  inline.meta = { source: [0, own.start, length, length] };
  return [open, inline, close];
}

function trimmed(text: string, { start, end }: SourceRange): SourceRange {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: from + piece.trim().length };
}

/** The first words of a heading without its marks, neither those before nor those behind. */
function withoutMarks(token: Token, level: number): Token {
  const bare = Object.assign(new MarkdownIt.Token(token.type, token.tag, token.nesting), token);
  bare.content = token.content.slice(level).replace(/\s*#+\s*$/u, '');
  bare.meta = {
    ...token.meta,
    source: behind(sourceOf(token).source ?? [], level, bare.content.length),
  };
  return bare;
}

/** The part of a map from an offset in the content on, for content of a length. */
function behind(map: ContentMap, from: number, length: number): ContentMap {
  const [at = 0, source = 0, run = 0, sourceRun = 0, ...rest] = map;
  const first =
    at === 0 && run === sourceRun ? [0, source + from, Math.min(run - from, length)] : [];
  const moved: number[] = first.length === 0 ? [] : [...first, first[2] ?? 0];
  for (let index = 0; index + 3 < rest.length; index += 4) {
    const [contentAt = 0, sourceAt = 0, runLength = 0, sourceLength = 0] = rest.slice(
      index,
      index + 4,
    );
    if (contentAt - from + runLength <= length)
      moved.push(contentAt - from, sourceAt, runLength, sourceLength);
  }
  return moved;
}
