import type { TextBlock } from '../layout/paragraphs.ts';

const LABEL = /^(from|to|date|subj(?:ect)?|re|cc|through|via|attention)\s*:/i;
/** A letterhead has no more blocks, and none of them more lines. */
const MOST_BLOCKS = 8;
const MOST_LINES = 4;

/** Whether a text begins with a label of a memo's head, such as "From:". */
export function isMemoLabel(text: string): boolean {
  return LABEL.test(text);
}

/**
 * What stands on the first page over the head of a memo: who writes it, and that it is one. Empty for a paper
 * that says neither from nor to whom it goes, nor about what or when.
 */
export function letterheadOf(blocks: readonly TextBlock[]): Set<TextBlock> {
  const page = blocks.filter(({ page }) => page === blocks[0]?.page);
  const labels = page.map(({ lines }) => LABEL.exec(lines[0]?.text ?? '')?.[1]?.toLowerCase());
  const isNamed = labels.includes('from') || labels.includes('to');
  const isAbout = labels.some((label) => /^(?:date|subj(?:ect)?|re)$/.test(label ?? ''));
  const above = page.slice(
    0,
    labels.findIndex((label) => label !== undefined),
  );
  const isHead =
    above.length <= MOST_BLOCKS && above.every(({ lines }) => lines.length <= MOST_LINES);
  return new Set(isNamed && isAbout && isHead ? above : []);
}
