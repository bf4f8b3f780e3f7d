import type { Chunk } from './chunks.ts';
import type { FrontMatter } from './markdown/frontMatter.ts';
import type { Block, Problem } from './paper.ts';

/** A block by its form alone, before it has a role. */
export interface FormBlock extends Omit<Block, 'role' | 'confidence' | 'evidence'> {
  /** Why the reader itself knows the block for site text, such as "running head". */
  readonly siteText?: string;
}

/** What a reader of one format makes of a text: the form of everything, the role of nothing. */
export interface Reading {
  readonly chunks: readonly Chunk[];
  /** In source order, not overlapping, covering every character that is not blank. */
  readonly blocks: readonly FormBlock[];
  readonly problems: readonly Problem[];
  /** What the header says, where the format has one. */
  readonly frontMatter?: FrontMatter | null;
}

/** A block with its range moved, and its token counted from another one. */
export function movedBlock(block: FormBlock, by: number, tokens: number): FormBlock {
  const { start, end } = block.range;
  return {
    ...block,
    range: { start: start + by, end: end + by },
    token: block.token < 0 ? block.token : block.token + tokens,
  };
}
