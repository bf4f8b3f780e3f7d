import { characterReferenceAt } from './characterReference.ts';

const dropped =
  /\u00ad|[\u200b\u200c]|\u200d|[\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|[\ufe00-\ufe0f]|\ufeff/u;
const singleQuotes = '\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u0060\u00b4';
const doubleQuotes = '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb';
const dashes = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d';
const blank = /\s/u;
const letter = /\p{L}/u;
const escapable = /[!-/:-@[-`{-~]/u;
const mark = /\p{M}/u;
const conjoining = /[\u1100-\u11ff]/u;

/** What takes the code units of a folded text. */
interface Units {
  readonly add: (code: number) => void;
  /** The last code unit, or 0. */
  readonly last: () => number;
}

/** Forms of one character: '' to leave it out. Filled as characters are met. */
const forms = new Map<number, string>();

/** Whether two texts are the same when they are folded. */
export function foldAlike(one: string, other: string): boolean {
  return one === other || foldText(one) === foldText(other);
}

/** Letters, digits, marks and single blanks that are compared as they stand. */
const asItStands = /^[\w!%(),./:;? ]*$/u;

/**
 * Folds a text to what is compared: what a re-import, a reflow or a
 * smart keyboard changes is folded away. Runs of white space are one space; quotes and dashes have one
 * form each; character references of Markdown are the marks that they stand for, if named ones those of such marks;
 * backslashes that escape a mark (CommonMark), soft hyphens, zero-width characters, and hyphens between letters (also those at a line's
 * end, with the break) are left out; ligatures are spelled out; characters are composed (NFC). Case
 * stays.
 */
export function foldText(source: string): string {
  if (asItStands.test(source) && !source.includes('  ')) return source;
  let text = '';
  let last = 0;
  fold(source, {
    add(code) {
      text += String.fromCharCode(code);
      last = code;
    },
    // Kept apart: asking a string that grows for its end costs all of it.
    last: () => last,
  });
  return text;
}

function fold(source: string, units: Units): void {
  const isComposed = source.normalize('NFC') === source;
  let at = 0;
  while (at < source.length) {
    const from = at;
    if (isEscape(source, at)) at += 1;
    const code = source.charCodeAt(at);
    if (isComposed && isPlain(code)) {
      units.add(code);
      at += 1;
      continue;
    }
    const reference = code === 0x26 && from === at ? characterReferenceAt(source, at) : null;
    if (reference !== null) {
      const { character, end } = reference;
      const form = formOf(character.charCodeAt(0));
      at = form === '-' ? foldDash(source, end, units) : foldForm(form, end, units);
      continue;
    }
    const end = isComposed ? at + 1 : clusterEnd(source, at);
    const form = end === at + 1 ? formOf(code) : source.slice(at, end).normalize('NFC');
    at = form === '-' ? foldDash(source, end, units) : foldForm(form, end, units);
  }
}

function isEscape(source: string, at: number): boolean {
  return source.charCodeAt(at) === 0x5c && escapable.test(source.charAt(at + 1));
}

function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function foldForm(form: string, end: number, { add, last }: Units): number {
  if (form === ' ' && last() === 0x20) return end;
  for (let at = 0; at < form.length; at += 1) add(form.charCodeAt(at));
  return end;
}

/** Folds a dash that ends at `end` in the source, with the dashes that follow. */
function foldDash(source: string, end: number, units: Units): number {
  const behind = dashRunEnd(source, end);
  const next = hyphenEnd(source, behind);
  if (next !== -1 && letter.test(String.fromCharCode(units.last()))) return next;
  units.add(0x2d);
  return behind;
}

function formOf(code: number): string {
  let form = forms.get(code);
  if (form === undefined) {
    form = formOfCharacter(String.fromCharCode(code));
    forms.set(code, form);
  }
  return form;
}

function formOfCharacter(character: string): string {
  if (blank.test(character)) return character === '\ufeff' ? '' : ' ';
  if (dropped.test(character)) return '';
  if (singleQuotes.includes(character)) return "'";
  if (doubleQuotes.includes(character)) return '"';
  if (dashes.includes(character)) return '-';
  if (character === '\u2026' || /[\ufb00-\ufb06]/u.test(character)) {
    return character.normalize('NFKC');
  }
  return character.normalize('NFC');
}

function clusterEnd(source: string, start: number): number {
  let end = start + 1;
  if (conjoining.test(source.charAt(start))) {
    while (end < source.length && conjoining.test(source.charAt(end))) end += 1;
  }
  while (end < source.length && source.charCodeAt(end) >= 0x300 && mark.test(source.charAt(end))) {
    end += 1;
  }
  return end;
}

function dashRunEnd(source: string, from: number): number {
  let end = from;
  while (end < source.length && dashes.includes(source.charAt(end))) end += 1;
  return end;
}

/** Where a word goes on behind a dash, at once or in the next line; -1 if it does not. */
function hyphenEnd(source: string, behind: number): number {
  let at = behind;
  let breaks = 0;
  while (at < source.length && blank.test(source.charAt(at))) {
    if (source.charAt(at) === '\n') breaks += 1;
    at += 1;
  }
  const joined = at === behind || breaks === 1;
  return joined && letter.test(source.charAt(at)) ? at : -1;
}
