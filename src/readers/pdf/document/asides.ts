import type { TextBlock } from '../layout/paragraphs.ts';
import { captionsOf } from './captions.ts';
import { letterheadOf } from './letterhead.ts';

/** Signs within words that come of signatures and stamps which were read as letters. */
const ODD_SIGN = /[~^|\\{}¬¦]/;

/** The blocks that are no headings, however they look: letterheads, captions, and marks of pens and stamps. */
export function asidesOf(blocks: readonly TextBlock[]): Set<TextBlock> {
  return new Set([...captionsOf(blocks), ...letterheadOf(blocks), ...blocks.filter(isStray)]);
}

/** Whether half of the words of a line hold signs that no word has. */
function isStray({ lines }: TextBlock): boolean {
  const words = lines.length === 1 ? (lines[0]?.text ?? '').split(' ') : [];
  const odd = words.filter((word) => ODD_SIGN.test(word)).length;
  return odd > 0 && odd >= 0.5 * words.length;
}
