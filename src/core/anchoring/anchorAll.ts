import { standsThere } from './describeRange.ts';
import { createQuoteFinder } from './findQuote.ts';
import { movedWithText } from './movedWithText.ts';
import type { Anchor, Target } from './target.ts';

/** What else is known when targets are anchored. */
export interface AnchorOptions {
  /** The text that the targets were described in. */
  readonly oldText?: string;
}

/**
 * Where targets are in a text that may have changed unseen: at their position if quote and context
 * still stand there, else with the part of the old text that did not change, else where quote and
 * context are found. Null is an orphan: not found, or found with no way to tell which is meant.
 */
export function anchorAll(
  text: string,
  targets: readonly Target[],
  options: AnchorOptions = {},
): (Anchor | null)[] {
  let findQuote: ((target: Target) => Anchor | null) | undefined;
  const move = options.oldText === undefined ? () => null : movedWithText(options.oldText, text);
  return targets.map((target) => {
    if (standsThere(text, target)) {
      return { start: target.start, end: target.end, score: 1, how: 'exact' };
    }
    const moved = move(target);
    if (moved !== null) return moved;
    findQuote ??= createQuoteFinder(text);
    return findQuote(target);
  });
}
