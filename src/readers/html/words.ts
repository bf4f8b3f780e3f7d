import type { DocumentBlock, Inline } from '../../core/paper/document/paperDocument.ts';

/** The words of a line, white space folded. */
export function wordsOf(content: readonly Inline[]): string {
  const words = content.map((inline) =>
    inline.type === 'text' ? inline.text : inline.type === 'break' ? ' ' : '',
  );
  return words.join('').replace(/\s+/gu, ' ').trim();
}

/** The words of a heading or paragraph; empty for other blocks. */
export function wordsOfBlock(block: DocumentBlock): string {
  return block.type === 'heading' || block.type === 'paragraph' ? wordsOf(block.content) : '';
}
