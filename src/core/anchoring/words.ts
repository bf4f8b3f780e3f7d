import { characterOf, foldedIn, foldWord, Kind, kindIn, known } from './characters.ts';

/**
 * The words of a text, in order, as parallel arrays. A word is a run of letters, a run of digits, or
 * one character of a script without blanks; a hyphen between letters, also at a line's end, joins them.
 */
export interface Words {
  readonly source: string;
  readonly count: number;
  /** 32-bit hashes of the words as they are compared: equal words have equal ones. */
  readonly ids: Int32Array;
  /** Where each word begins and ends in the source. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const hashStart = 0x811c9dc5 | 0;
const hashFactor = 0x01000193;

/** Reads the words of a text. */
export function readWords(source: string): Words {
  let room = Math.max(8, Math.ceil(source.length / 5));
  let ids = new Int32Array(room);
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let count = 0;
  let at = 0;
  const { length } = source;

  // A variable of the function is quicker to reach than one of the module.
  const characters = known;
  while (at < length) {
    const code = source.charCodeAt(at);
    let character = characters[code] ?? 0;
    if (character === 0) character = characterOf(code);
    const kind = kindIn(character);
    if (kind < Kind.letter) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = Math.imul(hashStart ^ foldedIn(character), hashFactor);
    let isComposite = kind === Kind.composite;
    character = Kind.separator;
    for (at += 1; at < length; at += 1) {
      const next = source.charCodeAt(at);
      character = characters[next] ?? 0;
      if (character === 0) character = characterOf(next);
      if (kindIn(character) !== kind || kind === Kind.ideograph) break;
      hash = Math.imul(hash ^ foldedIn(character), hashFactor);
    }
    if (at === length) character = Kind.separator;
    let end = at;
    // Most words end here. The others go on behind a hyphen, or have letters that fold to several.
    while (kindIn(character) !== Kind.separator && (kind === Kind.letter || isComposite)) {
      const next = kindIn(character) === Kind.composite ? at : joinedAt(source, at);
      if (next === -1) break;
      isComposite ||= kindIn(character) === Kind.composite;
      at = next;
      character = characterOf(source.charCodeAt(at));
      while (kindIn(character) === Kind.letter || kindIn(character) === Kind.composite) {
        isComposite ||= kindIn(character) === Kind.composite;
        hash = Math.imul(hash ^ foldedIn(character), hashFactor);
        at += 1;
        character = at < length ? characterOf(source.charCodeAt(at)) : Kind.separator;
      }
      end = at;
    }
    if (isComposite) {
      const word = foldWord(source.slice(start, end));
      // Of pairs, only some are letters.
      if (word === '') continue;
      hash = hashOf(word);
    }
    if (count === room) {
      room *= 2;
      ids = grown(ids, room);
      starts = grown(starts, room);
      ends = grown(ends, room);
    }
    ids[count] = hash;
    starts[count] = start;
    ends[count] = end;
    count += 1;
  }
  return { source, count, ids, starts, ends };
}

/** Index of the first of the words that ends behind an offset. */
export function wordBehind({ ends, count }: Words, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A word as it is compared. */
export function wordText({ source, starts, ends }: Words, index: number): string {
  return foldWord(source.slice(starts[index], ends[index]));
}

function hashOf(word: string): number {
  let hash = hashStart;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), hashFactor);
  }
  return hash;
}

/** Where a word goes on behind a hyphen or what is not seen, at once or in the next line; else -1. */
function joinedAt(source: string, start: number): number {
  const to = source.length;
  let at = start;
  let hyphens = 0;
  for (; at < to; at += 1) {
    const kind = kindIn(characterOf(source.charCodeAt(at)));
    if (kind === Kind.hyphen || source.charCodeAt(at) === 0xad) hyphens += 1;
    else if (kind !== Kind.unseen) break;
  }
  if (hyphens > 1) return -1;
  let breaks = 0;
  if (hyphens === 1) {
    for (; at < to && isBlank(source.charCodeAt(at)); at += 1) {
      const code = source.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && source.charCodeAt(at + 1) !== 0x0a)) breaks += 1;
      else if (code !== 0x0d && breaks === 0) return -1;
    }
  }
  if (at >= to || breaks > 1) return -1;
  const kind = kindIn(characterOf(source.charCodeAt(at)));
  return kind === Kind.letter || kind === Kind.composite ? at : -1;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function grown(old: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(old);
  return larger;
}
