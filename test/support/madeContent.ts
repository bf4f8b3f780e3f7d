// What stands on the pages of the small PDFs that tests make.

/** A line of text at a place: points from the left and from the top of the page. */
export interface MadeText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Points; 10 if left out. */
  readonly size?: number;
  readonly font?: keyof typeof fonts;
}

/** A rectangle, filled with grey or framed; points from the left and from the top. */
export interface MadeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isFramed?: boolean;
}

/** A disc, filled; its middle in points from the left and from the top. */
export interface MadeDisc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A place that can be clicked; it leads to an address, or to a height on a page, counted from 0. */
export interface MadeLink {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly to: string | { readonly page: number; readonly y: number };
}

/** Anything else, as PDF writes it. */
export interface MadeOperators {
  readonly operators: string;
}

export type MadePage = readonly (MadeText | MadeBox | MadeDisc | MadeLink | MadeOperators)[];

/** The fonts that made text can have, with the names by which PDF knows them. */
export const fonts = {
  regular: 'Helvetica',
  bold: 'Helvetica-Bold',
  italic: 'Helvetica-Oblique',
  symbol: 'ZapfDingbats',
  /** Holds any characters, told by a map only, as fonts of other scripts do. */
  any: 'Any',
  /** Brings no map of its own: its characters are told by one that is packaged with pdf.js. */
  chinese: 'STSong-Light',
} as const;

/** The size of a page in points. */
export const WIDTH = 600;
export const HEIGHT = 800;

/** Lines under each other: "12" points apart unless said otherwise. */
export function column(
  lines: readonly string[],
  at: { x: number; y: number; size?: number; leading?: number; font?: keyof typeof fonts },
): MadeText[] {
  const { x, y, leading = 12, size = 10, font = 'regular' } = at;
  return lines.map((text, index) => ({ text, x, y: y + index * leading, size, font }));
}

/** Many pages of two lines; letters tell them apart, since lines that differ in numbers are running heads. */
export function manyPages(count: number): MadePage[] {
  const letter = (number: number) => String.fromCharCode(65 + (number % 26));
  return Array.from({ length: count }, (_, at) =>
    column(
      [
        `Page ${letter(at / 676)}${letter(at / 26)}${letter(at)} of the treaty says`,
        'what all know.',
      ],
      { x: 60, y: 100 },
    ),
  );
}

/** What draws a piece of a page; `used` lists the characters of the font for any, in the order of its codes. */
export function drawn(each: MadePage[number], used: readonly string[]): string {
  if ('to' in each) return '';
  if ('operators' in each) return each.operators;
  if ('text' in each) {
    const { text, x, y, size = 10, font = 'regular' } = each;
    const string =
      font === 'any'
        ? hexOf(text, used)
        : font === 'chinese'
          ? hexUnits(text)
          : `(${winAnsi(text)})`;
    return `BT /${font} ${size} Tf ${x} ${HEIGHT - y} Td ${string} Tj ET`;
  }
  if ('radius' in each) return disc(each);
  const { x, y, width, height, isFramed = false } = each;
  const paint = isFramed ? 'S' : 'f';
  return `0.8 g ${x} ${HEIGHT - y - height} ${width} ${height} re ${paint} 0 g`;
}

function disc({ x, y, radius }: MadeDisc): string {
  const [middle, r, k] = [HEIGHT - y, radius, 0.55 * radius];
  const to = (...places: number[]) =>
    places.map((place, at) => place + (at % 2 ? middle : x)).join(' ');
  return [
    `0 g ${to(-r, 0)} m`,
    ...[
      to(-r, k, -k, r, 0, r),
      to(k, r, r, k, r, 0),
      to(r, -k, k, -r, 0, -r),
      to(-k, -r, -r, -k, -r, 0),
    ],
  ]
    .map((curve, at) => (at === 0 ? curve : `${curve} c`))
    .concat('f')
    .join('\n');
}

/** Signs of WinAnsi that are not where Unicode has them. */
const signs = new Map([
  ['€', 0x80],
  ['…', 0x85],
  ['†', 0x86],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
]);

/** A text as a string of PDF holds it, in one byte each. */
export function winAnsi(text: string): string {
  return Array.from(text)
    .map((sign) => {
      const code = signs.get(sign) ?? sign.charCodeAt(0);
      return code < 32 || code > 126 || '()\\'.includes(sign)
        ? `\\${code.toString(8).padStart(3, '0')}`
        : sign;
    })
    .join('');
}

function hexOf(text: string, used: readonly string[]): string {
  return `<${Array.from(text, (sign) => hex(used.indexOf(sign) + 1)).join('')}>`;
}

function hexUnits(text: string): string {
  return `<${Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')}>`;
}

/** A code of two bytes. */
export function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
