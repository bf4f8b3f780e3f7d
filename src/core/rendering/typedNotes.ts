import type { Token } from 'markdown-it';
import type { Block } from '../paper/paper.ts';

const typedLabel = /^\[?\^?(\d{1,3})(?:\]|[.):]?\s)/u;

/** The labels of the blocks that are notes whose marks are typed by hand, "[3]". */
export function noteLabelsIn(opened: ReadonlyMap<Token, Block>): readonly string[] {
  return [...opened].flatMap(([token, block]) => {
    if (block.role !== 'footnote' || token.type === 'footnote_open') return [];
    const words = `${block.ordinal ?? ''} ${block.text.slice(0, 10)}`.trim();
    return typedLabel.exec(words)?.[1] ?? [];
  });
}

/** Labels that one note alone has, so that a mark in the text can only mean that one. */
export function pairedLabels(labels: Iterable<string>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === 1).map(([label]) => label));
}
