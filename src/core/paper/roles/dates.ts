import { monthNumbers, monthPattern } from './monthNames.ts';

/** A date as printed, at the precision that is printed. */
export interface PrintedDate {
  /** "2023-01-13", "2023-01". */
  readonly iso: string;
  /** Offsets in the text that was searched. */
  readonly start: number;
  readonly end: number;
}

const month = `(?<month>${monthPattern})\\.?`;
const year = '(?<year>(?:1[89]|20|21)\\d\\d)(?!\\d)';
const day = '(?<day>[0-3]?\\d)';
/** The digits of a date that was stamped stand apart: "FEB 2 6 2014". */
const stampedDay = '(?<day>[12]\\s\\d|3\\s[01])';
const ordinal = '(?:st|nd|rd|th|er|º|ª|\\.)?';
const forms: readonly RegExp[] = [
  `(?<![\\p{L}\\d])${month}\\s+${day}${ordinal}\\s*,?\\s+${year}`,
  `(?<![\\p{L}\\d])${month}\\s+${stampedDay}\\s*,?\\s+${year}`,
  `(?<![\\d.,/-])${day}${ordinal}\\s+(?:de\\s+|of\\s+)?${month}\\s*,?\\s+(?:de\\s+)?${year}`,
  `(?<![\\d/-])${year}-(?<digits>[01]\\d)-(?<day>[0-3]\\d)(?!\\d)`,
  `(?<![\\d/.-])(?<first>[0-3]?\\d)(?<sep>[/.])(?<second>[0-3]?\\d)\\k<sep>${year}`,
  `(?<![\\p{L}\\d])${month}\\s*,?\\s+(?:de\\s+)?${year}`,
].map((source) => new RegExp(source, 'giu'));
/** Every form has a year, which is found much faster than the months that it may stand beside. */
const anyYear = /(?:1[89]|2[01])\d\d/;

/**
 * The dates in a text, in order, not overlapping. A date of two numbers that could both be months
 * (03/04/2020) is left out: it is not known which it is.
 */
export function datesIn(text: string): readonly PrintedDate[] {
  if (!anyYear.test(text)) return [];
  const found: PrintedDate[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const iso = isoOf(match.groups ?? {});
      const start = match.index;
      const end = start + match[0].length;
      const isNew = !found.some((date) => start < date.end && date.start < end);
      if (iso !== null && isNew) found.push({ iso, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isoOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  const {
    year: printedYear = '',
    month: name,
    digits,
    day: printedDay,
    first,
    second,
    sep,
  } = groups;
  if (first !== undefined && second !== undefined) {
    const [a, b] = [Number(first), Number(second)];
    // With full stops the day comes first wherever such dates are written.
    if (a > 12 || a === b || (sep === '.' && b <= 12)) return isoDate(printedYear, b, a);
    return b > 12 ? isoDate(printedYear, a, b) : null;
  }
  const month = name === undefined ? Number(digits) : (monthNumbers.get(name.toLowerCase()) ?? 0);
  if (printedDay === undefined) return `${printedYear}-${String(month).padStart(2, '0')}`;
  return isoDate(printedYear, month, Number(printedDay.replace(/\s/gu, '')));
}

function isoDate(year: string, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
