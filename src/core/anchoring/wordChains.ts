import { numberAt } from './numberAt.ts';

/** Where each word of a stretch of words stands in it, the last place first. */
export interface WordChains {
  readonly ids: Int32Array;
  readonly from: number;
  /** A table with open addressing: the last place of each word, or `none`. */
  readonly slots: Int32Array;
  readonly mask: number;
  /** By place, the one before it with the same word, or `none`. */
  readonly befores: Int32Array;
}

/** In place of a place where there is none. */
export const none = -1;

/** Room for the chains of one stretch, kept for the next one. */
let slotsOfLast = new Int32Array(0);
let beforesOfLast = new Int32Array(0);

/** The chains of the words of a stretch, whose places are counted from its beginning. They hold until the next call. */
export function chainWords(ids: Int32Array, from: number, count: number): WordChains {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  if (slotsOfLast.length < size) {
    slotsOfLast = new Int32Array(size);
    beforesOfLast = new Int32Array(size);
  }
  const slots = slotsOfLast.fill(none, 0, size);
  const befores = beforesOfLast;
  const chains = { ids, from, slots, mask: size - 1, befores };
  for (let place = 0; place < count; place += 1) {
    const slot = slotOf(chains, numberAt(ids, from + place));
    befores[place] = numberAt(slots, slot);
    slots[slot] = place;
  }
  return chains;
}

/** The last place of a word in the stretch; `none` if it is not in it. */
export function lastPlace(chains: WordChains, id: number): number {
  return numberAt(chains.slots, slotOf(chains, id));
}

function slotOf({ ids, from, slots, mask }: WordChains, id: number): number {
  let slot = (id ^ (id >>> 15)) & mask;
  while (slots[slot] !== none && ids[from + numberAt(slots, slot)] !== id) slot = (slot + 1) & mask;
  return slot;
}
