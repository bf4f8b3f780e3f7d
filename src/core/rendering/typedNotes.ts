import type { Token } from 'markdown-it';
import type { Block } from '../paper/paper.ts';

/** Notes whose marks are typed by hand, "[3]": the label of each block that is such a note. */
export interface TypedNotes {
  readonly labels: ReadonlyMap<Block, string>;
  /** Labels that one note alone has, so that a mark in the text can only mean that one. */
  readonly paired: ReadonlySet<string>;
}

const typedLabel = /^\[?\^?(\d{1,3})(?:\]|[.):]?\s)/u;

/** Finds the notes among the blocks that tokens open. */
export function typedNotesOf(blocks: ReadonlyMap<Token, Block>): TypedNotes {
  const labels = new Map<Block, string>();
  const counts = new Map<string, number>();
  for (const [token, block] of blocks) {
    if (block.role !== 'footnote' || token.type === 'footnote_open') continue;
    const label = typedLabel.exec(`${block.ordinal ?? ''} ${block.text.slice(0, 10)}`.trim())?.[1];
    if (label === undefined) continue;
    labels.set(block, label);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const paired = [...counts].filter(([, count]) => count === 1).map(([label]) => label);
  return { labels, paired: new Set(paired) };
}
