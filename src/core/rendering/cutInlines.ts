import createMarkdownIt, { type Token } from 'markdown-it';
import { addSlice, numberAt, sourceEnd } from '../paper/markdown/positionsOfContent.ts';
import type { SourceRange } from '../paper/paper.ts';
import { contentMapOf, type ContentMap } from '../paper/tokens.ts';

const { Token: MarkdownToken } = createMarkdownIt;

/** Inline content that is, or is not, within one of the ranges that were asked for. */
export interface InlinePiece {
  readonly children: readonly Token[];
  readonly isCut: boolean;
}

/** Splits inline content at a source offset; null where markup spans the offset. */
export function splitInlines(
  children: readonly Token[],
  offset: number,
): readonly [readonly Token[], readonly Token[]] | null {
  for (let index = 0; index < children.length;) {
    const next = groupEnd(children, index);
    const group = children.slice(index, next);
    const { start, end } = hullOf(group);
    if (start >= offset && end > start) return [children.slice(0, index), children.slice(index)];
    if (end > offset) {
      const [token] = group;
      if (token?.type !== 'text') return null;
      const [before, behind] = splitText(token, offset);
      return [
        [...children.slice(0, index), ...before],
        [...behind, ...children.slice(next)],
      ];
    }
    index = next;
  }
  return [children, []];
}

/** Cuts inline content at the ends of ranges that lie apart; all pieces together are everything. */
export function cutInlines(
  children: readonly Token[],
  ranges: readonly SourceRange[],
): readonly InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let rest = children;
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    const [before, from] = splitInlines(rest, start) ?? [[], []];
    const [within, behind] = splitInlines(from, end) ?? [[], []];
    if (within.length === 0) continue;
    if (before.length > 0) pieces.push({ children: before, isCut: false });
    pieces.push({ children: within, isCut: true });
    rest = behind;
  }
  if (rest.length > 0) pieces.push({ children: rest, isCut: false });
  return pieces;
}

/** Behind the token, or behind the end of the element that it opens. */
function groupEnd(children: readonly Token[], from: number): number {
  let depth = 0;
  for (let index = from; index < children.length; index += 1) {
    depth += children[index]?.nesting ?? 0;
    if (depth <= 0) return index + 1;
  }
  return children.length;
}

function hullOf(tokens: readonly Token[]): SourceRange {
  let start = Infinity;
  let end = -Infinity;
  for (const token of tokens) {
    const source = contentMapOf(token);
    if (source.length === 0) continue;
    start = Math.min(start, numberAt(source, 1));
    end = Math.max(end, sourceEnd(source));
  }
  return { start, end };
}

function splitText(token: Token, offset: number): readonly [readonly Token[], readonly Token[]] {
  const source = contentMapOf(token);
  const at = contentOffset(source, offset, token.content.length);
  return [part(token, source, 0, at), part(token, source, at, token.content.length)];
}

function contentOffset(source: ContentMap, offset: number, length: number): number {
  for (let run = 0; run < source.length; run += 4) {
    const from = numberAt(source, run + 1);
    const runLength = numberAt(source, run + 2);
    if (offset <= from) return numberAt(source, run);
    if (offset < from + numberAt(source, run + 3))
      return numberAt(source, run) + (runLength === source[run + 3] ? offset - from : 0);
  }
  return length;
}

function part(token: Token, source: ContentMap, from: number, to: number): readonly Token[] {
  if (to <= from) return [];
  const made = new MarkdownToken('text', '', 0);
  const map: number[] = [];
  addSlice(map, 0, source, from, to);
  made.content = token.content.slice(from, to);
  made.meta = { source: map };
  return [made];
}
