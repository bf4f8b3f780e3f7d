import type { Token } from 'markdown-it';
import type { Chunk } from '../chunks.ts';
import type { Block } from '../paper.ts';

/**
 * The tokens of a document as chunks, cut where a block begins that is in no other. Each but the last has
 * `least` tokens or a few more: what is drawn of a chunk is drawn in one step.
 */
export function documentChunks(
  tokens: readonly Token[],
  blocks: readonly Pick<Block, 'token' | 'range'>[],
  least = 1000,
): readonly Chunk[] {
  const starts = new Map(blocks.map(({ token, range }) => [token, range.start]));
  const chunks: Chunk[] = [];
  let [first, start, depth] = [0, 0, 0];
  const add = (end: number): void => {
    chunks.push({ start, origin: start, tokens: tokens.slice(first, end) });
  };
  tokens.forEach(({ nesting }, index) => {
    const begins = depth === 0 ? starts.get(index) : undefined;
    if (begins !== undefined && index - first >= least) {
      add(index);
      [first, start] = [index, begins];
    }
    depth += nesting;
  });
  add(tokens.length);
  return chunks;
}
