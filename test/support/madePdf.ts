// Writes small PDFs for tests, byte by byte, so that a test shows all that its file holds.

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

export type MadePage = readonly (MadeText | MadeBox | MadeDisc)[];

/** What a made file holds beside its pages. */
export interface MadeFile {
  readonly info?: Readonly<Record<string, string>>;
  /** Titles of the outline, one level, with the page that each leads to. */
  readonly outline?: readonly { readonly title: string; readonly page: number }[];
  /** More entries of the catalog, as PDF writes them; further objects may be appended. */
  readonly catalog?: string;
  readonly objects?: readonly string[];
  readonly trailer?: string;
}

const fonts = {
  regular: 'Helvetica',
  bold: 'Helvetica-Bold',
  italic: 'Helvetica-Oblique',
  symbol: 'ZapfDingbats',
  /** Holds any characters, told by a map only, as fonts of other scripts do. */
  any: 'Any',
  /** Brings no map of its own: its characters are told by one that is packaged with pdf.js. */
  chinese: 'STSong-Light',
} as const;
const fontNames = Object.keys(fonts) as (keyof typeof fonts)[];

const WIDTH = 600;
const HEIGHT = 800;

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

/** The bytes of a PDF with these pages, 600 points wide and 800 high. */
export function madePdf(pages: readonly MadePage[], file: MadeFile = {}): Uint8Array {
  const used = [
    ...new Set(pages.flat().flatMap((each) => ('text' in each ? Array.from(each.text) : []))),
  ];
  const objects: string[] = [];
  const add = (object: string) => objects.push(object);
  add(''); // the catalog
  add(''); // the tree of pages
  for (const name of fontNames) add(fontObject(name));
  const toUnicode = add(stream(unicodeMap(used)));
  const any = add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>',
  );
  objects[2 + fontNames.indexOf('any')] =
    `<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [${ref(any)}] /ToUnicode ${ref(toUnicode)} >>`;
  const resources = fontNames.map((name, at) => `/${name} ${ref(3 + at)}`).join(' ');
  const numbers = pages.map((page) => {
    const content = add(stream(page.map((each) => drawn(each, used)).join('\n')));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << ${resources} >> >> /Contents ${ref(content)} >>`,
    );
  });
  const outline = file.outline === undefined ? '' : addOutline(add, file.outline, numbers, objects);
  for (const object of file.objects ?? []) add(object);
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${outline} ${file.catalog ?? ''} >>`;
  objects[1] = `<< /Type /Pages /Kids [${numbers.map(ref).join(' ')}] /Count ${numbers.length} >>`;
  const info = file.info === undefined ? '' : `/Info ${ref(add(infoObject(file.info)))}`;
  return bytesOf(objects, `${info} ${file.trailer ?? ''}`);
}

/** A file of objects, numbered from 1, with its table and trailer. */
function bytesOf(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 255);
}

function ref(number: number): string {
  return `${number} 0 R`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function fontObject(name: keyof typeof fonts): string {
  if (name === 'chinese')
    return '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>] >>';
  const encoding = name === 'symbol' ? '' : '/Encoding /WinAnsiEncoding';
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${fonts[name]} ${encoding} >>`;
}

function drawn(each: MadeText | MadeBox | MadeDisc, used: readonly string[]): string {
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

function winAnsi(text: string): string {
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

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

function unicodeMap(used: readonly string[]): string {
  const rows = used.map(
    (sign, at) =>
      `<${hex(at + 1)}> <${Array.from({ length: sign.length }, (_, unit) => hex(sign.charCodeAt(unit))).join('')}>`,
  );
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Any def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar endcmap end end`;
}

function infoObject(info: Readonly<Record<string, string>>): string {
  return `<< ${Object.entries(info)
    .map(([key, value]) => `/${key} (${winAnsi(value)})`)
    .join(' ')} >>`;
}

function addOutline(
  add: (object: string) => number,
  entries: NonNullable<MadeFile['outline']>,
  pages: readonly number[],
  objects: readonly string[],
): string {
  const root = objects.length + entries.length + 1;
  const first = objects.length + 1;
  for (const [at, { title, page }] of entries.entries()) {
    const next = at + 1 < entries.length ? `/Next ${ref(first + at + 1)}` : '';
    add(
      `<< /Title (${winAnsi(title)}) /Parent ${ref(root)} ${next} /Dest [${ref(pages[page] ?? 0)} /Fit] >>`,
    );
  }
  add(`<< /Type /Outlines /First ${ref(first)} /Last ${ref(root - 1)} /Count ${entries.length} >>`);
  return `/Outlines ${ref(root)}`;
}
