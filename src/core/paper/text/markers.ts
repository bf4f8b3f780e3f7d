import type { Line } from './lines.ts';

/** What stands before a list item. */
export interface Marker {
  /** The glyph, or the kind of numbering: items of one list have the same. */
  readonly family: string;
  /** The number or letter as printed ("3.", "(b)"), or null for a bullet. */
  readonly ordinal: string | null;
  /** The value of the number or letter; 0 for a bullet. */
  readonly value: number;
  /** Length in the line of the marker and the blanks behind it. */
  readonly length: number;
  /** Whether the same sign is often no bullet at all, so that a sibling must bear it out. */
  readonly weak: boolean;
}

const strongBullet = /^\u200b?([•‣▪■□☆★◦●○◆◇◊►▶▸✓✔✗→›·∙⁃❖➢➤➔⮚\uf0a7\uf0b7\uf0d8])(?:\s+|$)/u;
const weakBullet = /^([-–—*+o])\s+(?=\S)/u;
const number = /^(\(?)(\d{1,3})([.)])\s+(?=\S)/u;
const letter = /^(\(?)([a-zA-Z])([.)])\s+(?=\S)/u;
const roman = /^(\(?)([ivxlc]{1,6}|[IVXLC]{1,6})([.)])\s+(?=\S)/u;

/** The marker at the start of a line, or null. A lone roman numeral letter counts as roman. */
export function markerOf(line: Line): Marker | null {
  const head = line.text.slice(0, 24);
  const strong = strongBullet.exec(head);
  if (strong?.[1] !== undefined) return bullet(strong[1], strong[0].length, false);
  const weak = weakBullet.exec(head);
  if (weak?.[1] !== undefined) return bullet(weak[1], weak[0].length, true);
  return (
    numbered('1', number.exec(head), Number) ??
    numbered('i', roman.exec(head), romanValue) ??
    numbered('a', letter.exec(head), (letters) => letters.toLowerCase().charCodeAt(0) - 96)
  );
}

/** The letter reading of a marker that may be roman ("c)", "i)") or a letter. */
export function asLetter(marker: Marker): Marker | null {
  const name = marker.ordinal?.replace(/[().]/gu, '') ?? '';
  if (!marker.family.startsWith('i') || name.length !== 1) return null;
  const family = `a${marker.family.slice(1)}`;
  return { ...marker, family, value: name.toLowerCase().charCodeAt(0) - 96 };
}

function bullet(glyph: string, length: number, weak: boolean): Marker {
  return { family: glyph, ordinal: null, value: 0, length, weak };
}

function numbered(
  family: string,
  match: RegExpExecArray | null,
  valueOf: (digits: string) => number,
): Marker | null {
  const [all, open = '', digits = '', close = ''] = match ?? [];
  if (all === undefined) return null;
  const capital = digits !== digits.toLowerCase() ? 'A' : '';
  return {
    family: `${family}${capital}${open}${close}`,
    ordinal: `${open}${digits}${close}`,
    value: valueOf(digits),
    length: all.length,
    weak: true,
  };
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(digits: string): number {
  const values = digits
    .toLowerCase()
    .split('')
    .map((digit) => romanDigits[digit] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
