import type { Acronym } from '../paper.ts';

const bracketed = /\(([“"'‘]?)(\p{Lu}[\p{L}\d&.-]{1,9}?)s?[”"'’]?\)/uy;
/** What may stand before a bracket that spells an acronym out, and the inside of that bracket. */
const shortBefore = /(?<![\p{L}\d])(\p{Lu}{2,8})s? $/u;
const spelledOut =
  /\(((?:\p{Lu}[\p{L}'’-]+|of|the|and|for|on|in|de|des|du|der|und|für|la|y)(?: (?:\p{Lu}[\p{L}'’-]+|of|the|and|for|on|in|de|des|du|der|und|für|la|y)){1,9})\)/uy;
/** Words that seldom lend a letter. */
const small =
  /^(?:of|the|and|for|on|in|to|a|an|at|by|de|des|du|la|le|les|der|die|das|und|für|y|del|et|&)$/iu;

/** The acronyms that a text defines, "Central Asia States (CAS)", each once, where it first does so. */
export function acronymsIn(text: string): readonly Acronym[] {
  const found = new Map<string, Acronym>();
  const add = (acronym: Acronym): void => {
    const held = found.get(acronym.short);
    if (held === undefined || acronym.range.start < held.range.start)
      found.set(acronym.short, acronym);
  };
  // Brackets are few: looking for them first is ten times as fast as trying at every letter.
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    const acronym = inBrackets(text, at) ?? spelledInBrackets(text, at);
    if (acronym !== null) add(acronym);
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

/** "Central Asia States (CAS)", where the bracket stands at an offset. */
function inBrackets(text: string, at: number): Acronym | null {
  bracketed.lastIndex = at;
  const [all = '', , short = ''] = bracketed.exec(text) ?? [];
  if ((short.match(/\p{Lu}/gu) ?? []).length < 2) return null;
  const words = wordsBefore(text, at, 2 * short.length + 4);
  const from = startOfMeaning(words, letters(short));
  if (from === null) return null;
  const meaning = text.slice(from, at).replace(/\s+/gu, ' ').trim();
  return { short, meaning, range: { start: from, end: at + all.length } };
}

/** "CAS (Central Asia States)", where the bracket stands at an offset. */
function spelledInBrackets(text: string, at: number): Acronym | null {
  spelledOut.lastIndex = at;
  const [all = '', meaning = ''] = spelledOut.exec(text) ?? [];
  const before = shortBefore.exec(text.slice(Math.max(0, at - 12), at));
  const short = before?.[1] ?? '';
  const words = meaning.split(' ').map((word, index) => ({ word, start: index }));
  if (all === '' || before === null || startOfMeaning(words, letters(short)) !== 0) return null;
  return { short, meaning, range: { start: at - before[0].length, end: at + all.length } };
}

interface Word {
  readonly word: string;
  readonly start: number;
}

function letters(short: string): string {
  return short.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}

/** The words that end before an offset, at most `count`, none across a line with nothing in it. */
function wordsBefore(text: string, offset: number, count: number): readonly Word[] {
  const reach = Math.max(0, offset - 40 * count);
  const gap = text.slice(reach, offset).lastIndexOf('\n\n');
  const from = reach + Math.max(gap, 0);
  const words = [...text.slice(from, offset).matchAll(/[\p{L}\d][\p{L}\d.'’]*|&/gu)];
  return words.slice(-count).map((match) => ({ word: match[0], start: from + match.index }));
}

/** Where the words begin whose first letters make the acronym; the latest such place, or null. */
function startOfMeaning(words: readonly Word[], short: string): number | null {
  for (let first = words.length - 2; first >= 0; first -= 1) {
    const start = words[first];
    if (start === undefined || small.test(start.word)) continue;
    if (
      spells(
        words.slice(first).map(({ word }) => word),
        short,
      )
    )
      return start.start;
  }
  return null;
}

/** Whether words spell an acronym by their first letters; small words may be passed over. */
function spells(words: readonly string[], short: string): boolean {
  const firsts = words.map((word) => word.slice(0, 1).toLowerCase());
  const all = firsts.join('');
  const main = firsts.filter((_, index) => !small.test(words[index] ?? '')).join('');
  return all === short || main === short;
}
