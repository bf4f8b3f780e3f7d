import { wholeChunk } from '../../src/core/paper/chunks.ts';
import { noMetadata } from '../../src/core/paper/noMetadata.ts';
import type { Block, Paper, PaperMetadata } from '../../src/core/paper/paper.ts';

/** A block as a test states it: what it says and what it is, the rest being usual. */
export type StatedBlock = Pick<Block, 'role' | 'text'> & Partial<Block>;

/** A paper whose text is the blocks' texts, one on a line. */
export function paperFromBlocks(
  stated: readonly StatedBlock[],
  metadata: Partial<PaperMetadata> = {},
): Paper {
  let text = '';
  const blocks = stated.map((block): Block => {
    const start = text.length;
    text += `${block.text}\n`;
    return {
      kind: block.role.toLowerCase().endsWith('heading') ? 'heading' : 'paragraph',
      confidence: 1,
      evidence: 'stated',
      level: 0,
      ordinal: null,
      token: -1,
      range: { start, end: start + block.text.length },
      ...block,
    };
  });
  return {
    name: 'paper.txt',
    format: 'text',
    text,
    blocks,
    metadata: { ...noMetadata, ...metadata },
    problems: [],
    chunks: wholeChunk([]),
  };
}
