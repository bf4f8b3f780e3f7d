import { numberAt } from './numberAt.ts';
import { wordBehind, type Words } from './words.ts';

/** One bit for each hash of three neighbouring words of a text: 0 where no such three are in it. */
export type PhraseSieve = Uint8Array;

/** Bits for each word of a text, so that a phrase that is not in it seldom meets one that is set. */
const bitsOfWord = 8;

/** Sifts the phrases of a text. */
export function siftPhrases({ ids, count }: Words): PhraseSieve {
  const sieve = new Uint8Array((2 ** Math.ceil(Math.log2((count + 1) * bitsOfWord))) >> 3);
  for (let at = 0; at + 2 < count; at += 1) {
    const hash = hashOf(ids, at, sieve);
    sieve[hash >> 3] = (sieve[hash >> 3] ?? 0) | (1 << (hash & 7));
  }
  return sieve;
}

/**
 * Whether a part of another text may stand in the sifted one; where not, that is sure. Takes far less than to search
 * the text for it. The first and the last word of the part may go on beyond it elsewhere, and are left out.
 */
export function mayStand(sieve: PhraseSieve, text: Words, start: number, end: number): boolean {
  const behind = wordBehind(text, end);
  for (let at = wordBehind(text, start) + 1; at + 3 < behind; at += 1) {
    const hash = hashOf(text.ids, at, sieve);
    if (((sieve[hash >> 3] ?? 0) & (1 << (hash & 7))) === 0) return false;
  }
  return true;
}

/** A number of a bit of the sieve for three neighbouring words. */
function hashOf(ids: Int32Array, at: number, sieve: PhraseSieve): number {
  let hash = numberAt(ids, at);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + numberAt(ids, at + 1);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) + numberAt(ids, at + 2);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 16)) & (sieve.length * 8 - 1);
}
