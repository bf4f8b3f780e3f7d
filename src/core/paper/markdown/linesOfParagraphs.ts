import MarkdownIt, { type Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import { sourceOf, type ContentMap } from '../tokens.ts';

/** A line of a paragraph: what it shows and where it stands. */
export interface ParagraphLine {
  readonly children: readonly Token[];
  readonly range: SourceRange;
  /** The break before the line; undefined before the first. */
  readonly joint: Token | undefined;
}

/** The lines of a paragraph; a line break within emphasis or a link does not divide. */
export function linesOfParagraph(inline: Token, range: SourceRange): readonly ParagraphLine[] {
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
  let start = range.start;
  return groups.map((children, index) => {
    const separator = breaks[index];
    const [, at = start, , length = 0] =
      separator === undefined ? [] : (sourceOf(separator).source ?? []);
    const end = separator === undefined ? range.end : at;
    const line = { children, range: { start, end }, joint: breaks[index - 1] };
    start = at + length;
    return line;
  });
}

/** Several lines as one. */
export function joinLines(lines: readonly ParagraphLine[]): ParagraphLine {
  const children = lines.flatMap((line, index) =>
    index === 0 || line.joint === undefined ? line.children : [line.joint, ...line.children],
  );
  const range = { start: lines[0]?.range.start ?? 0, end: lines.at(-1)?.range.end ?? 0 };
  return { children, range, joint: lines[0]?.joint };
}

/** The words that a line begins with; empty where it begins with something else than text. */
export function startOfLine({ children: [first] }: ParagraphLine): string {
  return first?.type === 'text' ? first.content : '';
}

/** Tokens of a block that shows a line; `name` is the block's, such as "paragraph". */
export function blockOfLine(text: string, name: string, tag: string, line: ParagraphLine): Token[] {
  const range = trimmed(text, line.range);
  const open = token(`${name}_open`, tag, 1);
  open.meta = { range };
  const inline = token('inline', '', 0);
  inline.level = 1;
  inline.content = text.slice(range.start, range.end);
  inline.children = [...line.children];
  const length = range.end - range.start;
  inline.meta = { source: [0, range.start, length, length] };
  return [open, inline, token(`${name}_close`, tag, -1)];
}

/** A new block token. */
export function token(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  const made = new MarkdownIt.Token(type, tag, nesting);
  made.block = true;
  return made;
}

/** The range without the blanks at its ends. */
export function trimmed(text: string, { start, end }: SourceRange): SourceRange {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: from + piece.trim().length };
}

/** A line without so many characters at its start, and without what `tail` matches at its first words' end. */
export function withoutStart(
  { children: [first, ...rest], range, joint }: ParagraphLine,
  length: number,
  tail = /$^/u,
): ParagraphLine {
  if (first === undefined) return { children: rest, range, joint };
  const bare = Object.assign(new MarkdownIt.Token(first.type, first.tag, first.nesting), first);
  bare.content = first.content.slice(length).replace(tail, '');
  const source = sliceMap(sourceOf(first).source ?? [], length, bare.content.length);
  bare.meta = { ...first.meta, source };
  return { children: [bare, ...rest], range, joint };
}

/** The part of a map from an offset in the content on, for content of a length. */
function sliceMap(map: ContentMap, from: number, length: number): ContentMap {
  const sliced: number[] = [];
  for (let run = 0; run + 3 < map.length; run += 4) {
    const [at = 0, source = 0, own = 0, sourceLength = 0] = map.slice(run, run + 4);
    const start = Math.max(at, from);
    const end = Math.min(at + own, from + length);
    if (start >= end) continue;
    if (own === sourceLength)
      sliced.push(start - from, source + start - at, end - start, end - start);
    else sliced.push(start - from, source, end - start, sourceLength);
  }
  return sliced;
}
