/**
 * What a UTF-16 code unit is to the reading of words. Those with the plain bit are nearly all of a text, of
 * which only a letter beside a digit takes a closer look; they differ in the bits that tell the parts of a text.
 */
export const Kind = {
  separator: 4,
  letter: 5,
  digit: 6,
  hyphen: 8,
  /** Written, but not seen: soft hyphens, zero-width characters, marks of direction, variation selectors. */
  unseen: 9,
  /** A word of its own: scripts that set no blanks between words are compared character by character. */
  ideograph: 10,
  /** A letter or mark that folds to more, or to less, than one code unit, or is half of a pair. */
  composite: 11,
} as const;

/** How `characterOf` puts into one number what it gives. */
export const layout = { partBits: 3, plainBit: 4, foldedFrom: 4 } as const;

const unseen =
  /\u00ad|[\u200b\u200c]|\u200d|[\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|[\ufe00-\ufe0e]|\ufe0f|\ufeff/u;
const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const ligature = /[\ufb00-\ufb06]/u;
const wordPart = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;
/** Dashes that join words; longer ones part them. */
const hyphen = /[-\u2010-\u2013\u2212\ufe63\uff0d]/u;

/**
 * What `characterOf` gives for each code unit that was met so far; 0 for the others. For loops over whole
 * texts, which look here first.
 */
export const known = new Int32Array(0x10000);

/**
 * What a code unit is, in one number: its kind (see `kindIn`) and what it is compared as (see
 * `foldedIn`), a small letter for a letter.
 */
export function characterOf(code: number): number {
  const character = known[code] ?? 0;
  return character === 0 ? learn(code) : character;
}

/** The kind in what `characterOf` gives. */
export function kindIn(character: number): number {
  return character & 15;
}

/** The code unit to compare in what `characterOf` gives. */
export function foldedIn(character: number): number {
  return character >> layout.foldedFrom;
}

/** The letters of a word as they are compared: composed, ligatures spelled out, in small letters. */
export function foldWord(word: string): string {
  if (/^[a-z]+$/u.test(word)) return word;
  let text = '';
  for (const character of word.normalize('NFC')) {
    if (unseen.test(character) || !(wordPart.test(character) || digit.test(character))) continue;
    text += (ligature.test(character) ? character.normalize('NFKC') : character).toLowerCase();
  }
  return text;
}

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const kind = kindOf(character, code);
  const small = character.toLowerCase();
  const isComposite =
    kind === Kind.letter && (small.length !== 1 || character.normalize('NFC') !== character);
  known[code] = (small.charCodeAt(0) << layout.foldedFrom) | (isComposite ? Kind.composite : kind);
  return known[code];
}

function kindOf(character: string, code: number): number {
  if (unseen.test(character)) return Kind.unseen;
  if (hyphen.test(character)) return Kind.hyphen;
  if (ideograph.test(character)) return Kind.ideograph;
  if (/\p{M}/u.test(character) || ligature.test(character)) return Kind.composite;
  // Conjoining jamo compose to syllables; halves of pairs are looked at together.
  if ((code >= 0x1100 && code <= 0x11ff) || (code & 0xf800) === 0xd800) return Kind.composite;
  if (wordPart.test(character)) return Kind.letter;
  return digit.test(character) ? Kind.digit : Kind.separator;
}
