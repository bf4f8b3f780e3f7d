import { standsThere } from './describeRange.ts';
import type { Anchor, Target } from './target.ts';

/**
 * Anchors targets by what two versions of a text have in common at their beginnings and ends. Null
 * for a target that was not in the old text or touches what changed.
 */
export function movedWithText(oldText: string, text: string): (target: Target) => Anchor | null {
  const limit = Math.min(oldText.length, text.length);
  let head = 0;
  while (head < limit && oldText.charCodeAt(head) === text.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < limit - head &&
    oldText.charCodeAt(oldText.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  ) {
    tail += 1;
  }
  const shift = text.length - oldText.length;

  return (target) => {
    if (!standsThere(oldText, target)) return null;
    const { start, end } = target;
    if (end <= head) return { start, end, score: 1, how: 'exact' };
    if (start >= oldText.length - tail) {
      return { start: start + shift, end: end + shift, score: 1, how: 'moved' };
    }
    return null;
  };
}
