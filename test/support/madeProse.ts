import { column, type MadeText } from './madeContent.ts';

/** A paragraph of two lines, for pages on which something else matters. */
export function prose(x: number, y: number): MadeText[] {
  return column(
    [
      'Rivers in the region carry less water in summer than they did',
      'a generation ago, and more of it in a few days of spring.',
    ],
    { x, y },
  );
}

/** What `prose` says. */
export const proseText =
  'Rivers in the region carry less water in summer than they did a generation ago, and more of it in a few days of spring.';

/** A heading in bold letters. */
export function head(text: string, y: number, size: number): MadeText[] {
  return column([text], { x: 60, y, size, font: 'bold' });
}
