import type { TextBlock } from '../layout/paragraphs.ts';

const CAPTION =
  /^(?:figure|fig\.|table|tab\.|chart|graph|exhibit|map|photo|source|sources|note|notes)\b[\s:]*(?:[A-Z]?[-.\d]|[IVX]+\b|:)/i;
const NUMBER_ALONE =
  /^(?:figure|fig\.|table|tab\.|box|chart|graph|exhibit|map)\s+(?:[A-Z]?[-.\d]*\d|[IVX]+)[.:]?$/i;

/** Whether a text is the caption of a table or a picture, or says where that is from. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** The blocks that are captions whose number stands in a line of its own right above them. */
export function captionsOf(blocks: readonly TextBlock[]): Set<TextBlock> {
  return new Set(blocks.filter((block, at) => isBelowNumber(block, blocks[at - 1])));
}

function isBelowNumber(block: TextBlock, above: TextBlock | undefined): boolean {
  return (
    above?.page === block.page &&
    above.lines.length === 1 &&
    NUMBER_ALONE.test(above.lines[0]?.text ?? '') &&
    block.top > above.top &&
    block.top - above.bottom < above.size &&
    Math.abs(block.left - above.left) < above.size
  );
}
