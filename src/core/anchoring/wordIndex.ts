/** A word of a folded text, as compared (small letters), with its place. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, where each stands and how much it says. */
export interface WordIndex {
  readonly words: readonly Word[];
  /** Indices in `words` of a word's occurrences. */
  readonly places: (word: string) => readonly number[];
  /** Grows with the rarity of a word in the text. */
  readonly weight: (word: string) => number;
  /** Index of the first word that begins at or behind an offset. */
  readonly wordAt: (offset: number) => number;
}

// Scripts that set no blanks between words are compared character by character.
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

/** The words of a folded text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    text: found.toLowerCase(),
    start: index,
    end: index + found.length,
  }));
}

/** Indexes the words of a folded text. */
export function indexWords(text: string): WordIndex {
  const words = wordsOf(text);
  const places = new Map<string, number[]>();
  for (const [index, each] of words.entries()) {
    const known = places.get(each.text);
    if (known) known.push(index);
    else places.set(each.text, [index]);
  }
  const none: readonly number[] = [];
  return {
    words,
    places: (each) => places.get(each) ?? none,
    weight: (each) => Math.log2(2 + words.length / (1 + (places.get(each)?.length ?? 0))),
    wordAt(offset) {
      let low = 0;
      let high = words.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
