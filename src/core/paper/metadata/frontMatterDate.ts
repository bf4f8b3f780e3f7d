import { datesIn } from '../roles/dates.ts';

/** The ISO form of a date in front matter, at the precision that is written; null for anything else. */
export function frontMatterDate(text: string): string | null {
  const [, year = '', month, day] =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T\s].*)?$/u.exec(text.trim()) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text.trim()) ??
    [];
  if (year === '') return datesIn(text)[0]?.iso ?? null;
  const parts = [year, ...[month, day].filter((part) => part !== undefined)];
  return isDate(parts.map(Number)) ? parts.map((part) => part.padStart(2, '0')).join('-') : null;
}

function isDate([year = 0, month = 1, day = 1]: readonly number[]): boolean {
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
