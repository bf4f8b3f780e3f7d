import { editBetween } from '../edit.ts';
import type { Chunk } from '../chunks.ts';
import { movedBlock, type FormBlock } from '../reading.ts';
import { finish } from '../steps.ts';
import { takeNumbers } from './definedIn.ts';
import { readStretch, type Stretch } from './readStretch.ts';

/** Chunks on both sides of an edit that are read again at first: what ends a block stands behind it. */
const leastReach = 2;
/** Chunks further out that are read for what stands beside them, and not taken. */
const context = 2;

/**
 * The content of a text after an edit, with the chunks far from it as they were. Null where more than
 * its neighbourhood depends on the edit: definitions or the order of notes changed, or what it opened
 * closes nowhere near.
 */
export function replaceStretch(oldText: string, content: Stretch, text: string): Stretch | null {
  const { chunks, definitions } = content;
  const edit = editBetween(oldText, text);
  if (edit.start === edit.oldEnd && edit.start === edit.newEnd) return content;
  // A rule on the first line may become the mark of a header by what is far away.
  if (/^\s?(?:---|\+\+\+)/u.test(text)) return null;
  const shift = edit.newEnd - edit.oldEnd;
  const first = chunkAt(chunks, edit.start - 1);
  const last = chunkAt(chunks, edit.oldEnd);
  for (let reach = leastReach; ; reach *= 4) {
    const head = Math.max(0, first - reach);
    const tail = Math.min(chunks.length, last + 1 + reach);
    if (head === 0 && tail === chunks.length) return null;
    const start = chunks[Math.max(0, head - context)]?.start ?? 0;
    const after = chunks[tail + context];
    const end = after === undefined ? text.length : after.start + shift;
    const read = finish(readStretch(text, { start, end }, definitions));
    const boundary = (index: number): number => {
      const at = chunks[index]?.start;
      if (at === undefined) return read.chunks.length;
      const wanted = index > last ? at + shift : at;
      return read.chunks.findIndex((chunk) => chunk.start === wanted);
    };
    const [from, beforeLast, to] = [boundary(head), boundary(tail - 1), boundary(tail)];
    const isClosed = tail === chunks.length || (beforeLast >= 0 && to >= 0);
    if (from < 0 || !isClosed) continue;
    const fresh = read.chunks.slice(from, to);
    const replaced = chunks.slice(head, tail);
    if (!takeNumbers({ text: oldText, chunks: replaced }, { text, chunks: fresh })) return null;
    const stretch = {
      start: fresh[0]?.start ?? text.length,
      end: (chunks[tail]?.start ?? Infinity) + shift,
    };
    const skipped = tokenCount(read.chunks.slice(0, from));
    const tokensBefore = tokenCount(chunks.slice(0, head));
    const tokensMore = tokenCount(fresh) - tokenCount(replaced);
    return {
      definitions,
      chunks: [
        ...chunks.slice(0, head),
        ...fresh,
        ...chunks.slice(tail).map((chunk) => ({ ...chunk, start: chunk.start + shift })),
      ],
      blocks: [
        ...content.blocks.slice(0, blocksBefore(content.blocks, stretch.start)),
        ...read.blocks
          .slice(blocksBefore(read.blocks, stretch.start), blocksBefore(read.blocks, stretch.end))
          .map((block) => movedBlock(block, 0, tokensBefore - skipped)),
        ...content.blocks
          .slice(blocksBefore(content.blocks, stretch.end - shift))
          .map((block) => movedBlock(block, shift, tokensMore)),
      ],
    };
  }
}

/** The index of the last chunk that begins at or before an offset; 0 if none does. */
function chunkAt(chunks: readonly Chunk[], offset: number): number {
  return Math.max(0, countUntil(chunks, ({ start }) => start > offset) - 1);
}

function blocksBefore(blocks: readonly FormBlock[], offset: number): number {
  return countUntil(blocks, ({ range }) => range.start >= offset);
}

/** How many of the items stand before the first for which the test, false for all before it, is true. */
function countUntil<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && !test(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tokenCount(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { tokens }) => sum + tokens.length, 0);
}
