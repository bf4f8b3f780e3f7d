import type { SourceRange } from '../../core/paper/paper.ts';
import { fromWebview, type FromWebview } from '../../core/protocol.ts';

/** What the page wishes about the paper that it shows. */
export type PaperWish = Exclude<FromWebview, { readonly type: 'ready' }>;

/** What the page's offsets are checked against. */
export interface Shown {
  readonly uri: string;
  /** Where a range of that version is in the document now; null if that can't be said. */
  follow(range: SourceRange, version: number): SourceRange | null;
}

/** Checks what the page sends. */
export interface Incoming {
  /** The message with its offsets brought up to date, or null: it was dropped and counted. */
  accept(message: unknown, shown: Shown): FromWebview | null;
}

/** `warn` is told how many messages were dropped and why, never what they held. */
export function createIncoming(warn: (message: string) => void): Incoming {
  const counts = new Map<string, number>();

  const drop = (why: string) => {
    const count = (counts.get(why) ?? 0) + 1;
    counts.set(why, count);
    warn(`Preview: dropped a message (${why}), ${count} so far`);
    return null;
  };

  return {
    accept(message, shown) {
      const parsed = fromWebview.safeParse(message);
      if (!parsed.success) return drop('malformed');
      const wish = parsed.data;
      if (wish.type === 'ready') return wish;
      if (wish.uri !== shown.uri) return drop(`${wish.type} for another paper`);
      return followed(wish, shown) ?? drop(`${wish.type} for an older version`);
    },
  };
}

function followed(wish: PaperWish, shown: Shown): PaperWish | null {
  if ('start' in wish) {
    const range = shown.follow({ start: wish.start, end: wish.end }, wish.version);
    return range && { ...wish, ...range };
  }
  if ('offset' in wish) {
    // A place is followed as the character behind it.
    const range = shown.follow({ start: wish.offset, end: wish.offset + 1 }, wish.version);
    return range && { ...wish, offset: range.start };
  }
  if (wish.type === 'selectionChanged' && wish.selection) {
    const selection = shown.follow(wish.selection, wish.version);
    return selection && { ...wish, selection };
  }
  return wish;
}
