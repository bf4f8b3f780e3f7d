import type { TextBlock } from '../layout/paragraphs.ts';

/** How a caption begins; a sentence that goes on with "Table 2" has no full stop there. */
const CAPTION_LEAD =
  /^(?:table|figure|fig\.|box|chart|graph|exhibit|map)\s+[A-Z]?[-.\d]*\d[.:]\s+\S/i;

/** Whether a block stands in another column or on another page than the one before. */
export function isElsewhere(before: TextBlock, after: TextBlock): boolean {
  return (
    before.page !== after.page ||
    Math.abs(before.column.left - after.column.left) > 20 ||
    after.left > before.right ||
    after.right < before.left ||
    after.top < before.bottom - 2
  );
}

/** Whether `after`, elsewhere, goes on with the sentence that `before` doesn't end. */
export function goesOn(before: TextBlock, after: TextBlock, first: TextBlock): boolean {
  if (Math.abs(before.size - after.size) > 0.8 || before.isBold !== after.isBold) return false;
  if (CAPTION_LEAD.test(after.lines[0]?.text ?? '')) return false;
  const last = before.lines.at(-1);
  if (last === undefined) return false;
  const { text } = last;
  const isOpen = !/[.!?:…][)\]"'”’»]*(?:\d{1,3})?$/.test(text);
  if (!isElsewhere(before, after))
    return isOpen && isLower(after) && after.lines[0] !== undefined && sameLeft(before, after);
  if (/[-‐\u00AD]$/.test(text)) return true;
  const isFull =
    last.right > before.column.right - 0.2 * (before.column.right - before.column.left);
  if (isLower(after)) return isOpen || isFull;
  return isOpen && isFull && first.lines.length > 1;
}

/** Whether the last line of a block reaches the right side of its column. */
export function isFull({ lines, column }: TextBlock): boolean {
  const right = lines.at(-1)?.right ?? 0;
  return right > column.right - 0.2 * (column.right - column.left);
}

function sameLeft(before: TextBlock, after: TextBlock): boolean {
  return Math.abs(before.left - after.left) < 24;
}

/** Whether a block begins in the midst of a sentence. */
export function isLower(block: TextBlock): boolean {
  return /^[(“"'‘]?\p{Ll}(?!\p{Ll}{1,8}:)/u.test(block.lines[0]?.text ?? '');
}
