import { numberAt, ownEntries, typeOf } from './dictionary.ts';
import { unpacked } from './unpacked.ts';

/** An object of a PDF. */
export interface FoundObject {
  /** What it holds as written, one character for a byte, without the bytes of a stream. */
  readonly text: string;
  /** The entries of its dictionary; empty if it is none. */
  readonly entries: string;
  /** Where it stands in the file; null for one that was packed in a stream of objects. */
  readonly offset: number | null;
  readonly generation: number;
}

/** The objects that a file holds, by number and in the order in which they stand there. */
export interface FoundObjects {
  readonly objects: ReadonlyMap<number, FoundObject>;
  /** What the last object lacks to end, if the file breaks off in it. */
  readonly ending: string;
}

/** No paper has more objects, or longer ones. */
const MOST_OBJECTS = 1_000_000;
const LONGEST = 1_000_000;
const HEADER = /(\d{1,9})[ \t\r\n]{1,4}(\d{1,5})[ \t\r\n]{1,4}obj(?![a-z])/g;
const END = /endobj|stream\r?\n|\d{1,9}[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj(?![a-z])/g;

/** Finds objects by their headers, whatever the tables of the file say; later ones replace earlier ones. */
export function findObjects(bytes: Uint8Array): FoundObjects {
  const text = textOf(bytes);
  const objects = new Map<number, FoundObject>();
  let room = MOST_UNPACKED;
  let ending = '';
  const add = (number: number, found: FoundObject) => {
    // The place of the latest counts.
    objects.delete(number);
    if (objects.size < MOST_OBJECTS) objects.set(number, found);
  };
  for (let at = 0; ;) {
    HEADER.lastIndex = at;
    const header = HEADER.exec(text);
    if (header === null) break;
    const from = HEADER.lastIndex;
    END.lastIndex = from;
    const end = END.exec(text);
    const isStream = end?.[0].startsWith('stream') === true;
    const to = end?.index ?? text.length;
    // An object without its end is only of use if it is a stream, of which a part can be read.
    if (end === null) break;
    const written = text.slice(from, Math.min(to, from + LONGEST));
    const entries = ownEntries(written);
    const [number, generation] = [Number(header[1]), Number(header[2])];
    add(number, { text: written, entries, offset: header.index, generation });
    if (!isStream) {
      at = end[0] === 'endobj' ? END.lastIndex : to;
      continue;
    }
    const begin = END.lastIndex;
    const close = text.indexOf('endstream', begin);
    if (typeOf(entries) === 'ObjStm') {
      const data = bytes.subarray(begin, close < 0 ? bytes.length : close);
      const packed = textOf(unpacked(data, entries, room));
      room -= packed.length;
      for (const [inner, content] of objectsIn(packed, entries))
        add(inner, { text: content, entries: ownEntries(content), offset: null, generation: 0 });
    }
    at = close < 0 ? text.length : close;
    if (close < 0) ending = '\nendstream\nendobj\n';
  }
  return { objects, ending };
}

/** Most that is unpacked of all streams of objects of a file, in bytes. */
const MOST_UNPACKED = 100_000_000;

/** The objects of a stream: numbers and places first, then one after the other. */
function objectsIn(packed: string, entries: string): [number, string][] {
  const first = numberAt(entries, 'First') ?? 0;
  const numbers = (packed.slice(0, first).match(/\d+/g) ?? []).map(Number);
  const found: [number, string][] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [number = 0, offset = 0, , next = packed.length] = numbers.slice(at, at + 4);
    const isWhole = at + 3 < numbers.length ? first + next <= packed.length : true;
    if (isWhole) found.push([number, packed.slice(first + offset, first + next)]);
  }
  return found;
}

/** Bytes as a text of one character each. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return text;
}
