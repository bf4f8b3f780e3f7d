import type { Token } from 'markdown-it';
import type { Chunk } from '../chunks.ts';
import type { SourceRange } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { Steps } from '../steps.ts';
import { sourceOf } from '../tokens.ts';
import { blocksFromTokens } from './blocks.ts';
import { parsePart, type Definitions } from './markdownTokens.ts';
import { withMeantBlocks } from './meantBlocks.ts';

/** A run of whole lines of a Markdown text, read by itself. */
export interface Stretch {
  /** At least one; the first begins where the stretch does. */
  readonly chunks: readonly Chunk[];
  /** Their tokens are counted from the first of the stretch. */
  readonly blocks: readonly FormBlock[];
  readonly definitions: Definitions;
}

/** Reads a stretch that begins where nothing is open; `known` is what the rest of the text defines. */
export function* readStretch(
  text: string,
  range: SourceRange,
  known: Definitions = {},
): Steps<Stretch> {
  // The line end before it keeps a rule at its start from being taken for the mark of front matter.
  const from = Math.max(0, range.start - 1);
  const part = text.slice(from, range.end);
  const { tokens: parsed, definitions } = yield* parsePart(part, from, known);
  const starts = new Set(parsed.filter(({ level }) => level === 0).map(startOf));
  const tokens = withMeantBlocks(text, range, parsed);
  const chunks = chunksOf(text, range.start, tokens, starts);
  yield;
  return { chunks, blocks: yield* blocksFromTokens(text, range, tokens), definitions };
}

/** Cuts tokens where the parser itself began a block that stands in nothing else. */
function chunksOf(
  text: string,
  start: number,
  tokens: readonly Token[],
  starts: ReadonlySet<number>,
): readonly Chunk[] {
  const chunks: { start: number; origin: number; tokens: Token[] }[] = [];
  let chunk = { start, origin: start, tokens: [] as Token[] };
  let depth = 0;
  for (const token of tokens) {
    const at = startOf(token);
    if (depth === 0 && token.nesting >= 0 && starts.has(at)) {
      const lineStart = startOfLine(text, at);
      if (chunk.tokens.length > 0) {
        chunks.push(chunk);
        chunk = { start: lineStart, origin: lineStart, tokens: [] };
      }
    }
    chunk.tokens.push(token);
    depth += token.nesting;
  }
  return [...chunks, chunk];
}

/** Where a token that begins a block stands; -1 for any other. */
function startOf(token: Token): number {
  return sourceOf(token).range?.start ?? -1;
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\n\r]/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}
