import MarkdownIt, { type Token } from 'markdown-it';
import { movedMap, sourceOf, type SourceMeta } from './tokens.ts';

/**
 * A run of a paper's tokens that stands by itself, so that an edit elsewhere leaves it as it is. It
 * reaches from `start` to the next chunk; the first begins at 0. A chunk that moved keeps its tokens,
 * with places as they were when it began at `origin`.
 */
export interface Chunk {
  /** Offset in `Paper.text`. */
  readonly start: number;
  readonly origin: number;
  /** Balanced. */
  readonly tokens: readonly Token[];
}

/** All tokens as one chunk: for readers that always read the whole paper. */
export function wholeChunk(tokens: readonly Token[]): readonly Chunk[] {
  return [{ start: 0, origin: 0, tokens }];
}

/** The tokens of chunks, in order, with places in the text as it is now. */
export function tokensOf(chunks: readonly Chunk[]): readonly Token[] {
  return chunks.flatMap(({ start, origin, tokens }) =>
    start === origin ? tokens : tokens.map((token) => movedToken(token, start - origin)),
  );
}

/** A token, with those inside it, as it is in a text where it stands `by` characters further on. */
export function movedToken(token: Token, by: number): Token {
  const moved = Object.assign(new MarkdownIt.Token(token.type, token.tag, token.nesting), token);
  const { range, source } = sourceOf(token);
  moved.meta =
    token.meta === null
      ? null
      : ({
          ...token.meta,
          ...(range && { range: { start: range.start + by, end: range.end + by } }),
          ...(source && { source: movedMap(source, by) }),
        } satisfies SourceMeta);
  moved.children = token.children?.map((child) => movedToken(child, by)) ?? null;
  return moved;
}
