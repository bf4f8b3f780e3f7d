import { editBetween, type Edit } from '../edit.ts';
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
  const { chunks } = content;
  const edit = editBetween(oldText, text);
  if (edit.start === edit.oldEnd && edit.start === edit.newEnd) return content;
  // A rule on the first line may become the mark of a header by what is far away.
  if (/^\s?(?:---|\+\+\+)/u.test(text)) return null;
  const replaced = readAround(content, edit, text);
  if (replaced === null) return null;
  const old = { text: oldText, chunks: chunks.slice(replaced.head, replaced.tail) };
  const fresh = { text, chunks: replaced.read.chunks.slice(replaced.from, replaced.to) };
  return takeNumbers(old, fresh) ? joined(content, replaced, edit.newEnd - edit.oldEnd) : null;
}

/** What takes the place of the old chunks from `head` to `tail`: those from `from` to `to` of `read`. */
interface Replaced {
  readonly head: number;
  readonly tail: number;
  readonly read: Stretch;
  readonly from: number;
  readonly to: number;
}

/** Reads around an edit until parsing meets old boundaries on both sides; null if it meets none. */
function readAround({ chunks, definitions }: Stretch, edit: Edit, text: string): Replaced | null {
  const shift = edit.newEnd - edit.oldEnd;
  const first = chunkAt(chunks, edit.start - 1);
  const last = chunkAt(chunks, edit.oldEnd);
  let back = leastReach;
  let ahead = leastReach;
  for (;;) {
    const head = Math.max(0, first - back);
    const tail = Math.min(chunks.length, last + 1 + ahead);
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
    const [from, beforeTail, to] = [boundary(head), boundary(tail - 1), boundary(tail)];
    const isClosed = tail === chunks.length || (beforeTail >= 0 && to >= 0);
    if (from >= 0 && isClosed) return { head, tail, read, from, to };
    if (from < 0) back *= 4;
    if (!isClosed) ahead *= 4;
  }
}

function joined(
  { chunks, blocks, definitions }: Stretch,
  { head, tail, read, from, to }: Replaced,
  shift: number,
): Stretch {
  const fresh = read.chunks.slice(from, to);
  const start = fresh[0]?.start ?? Infinity;
  const oldEnd = chunks[tail]?.start ?? Infinity;
  const before = tokenCount(chunks.slice(0, head));
  const skipped = tokenCount(read.chunks.slice(0, from));
  const more = tokenCount(fresh) - tokenCount(chunks.slice(head, tail));
  return {
    definitions,
    chunks: [
      ...chunks.slice(0, head),
      ...fresh,
      ...chunks.slice(tail).map((chunk) => ({ ...chunk, start: chunk.start + shift })),
    ],
    blocks: [
      ...blocks.slice(0, blocksBefore(blocks, start)),
      ...read.blocks
        .slice(blocksBefore(read.blocks, start), blocksBefore(read.blocks, oldEnd + shift))
        .map((block) => movedBlock(block, 0, before - skipped)),
      ...blocks.slice(blocksBefore(blocks, oldEnd)).map((block) => movedBlock(block, shift, more)),
    ],
  };
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
