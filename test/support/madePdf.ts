// Writes small PDFs for tests, byte by byte, so that a test shows all that its file holds.
import {
  drawn,
  fonts,
  HEIGHT,
  hex,
  WIDTH,
  winAnsi,
  type MadeLink,
  type MadePage,
} from './madeContent.ts';

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

const fontNames = Object.keys(fonts) as (keyof typeof fonts)[];

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
  const first = objects.length;
  const numbers = pages.map((page) => {
    const links = page.filter((each) => 'to' in each).map((each) => linkObject(each, first));
    const content = add(stream(page.map((each) => drawn(each, used)).join('\n')));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << ${resources} >> >> /Contents ${ref(content)} /Annots [${links.join(' ')}] >>`,
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

/** `first` is how many objects come before those of the pages, which are two each. */
function linkObject({ x, y, width, to }: MadeLink, first: number): string {
  const action =
    typeof to === 'string'
      ? `/A << /S /URI /URI (${winAnsi(to)}) >>`
      : `/Dest [${ref(first + 2 * to.page + 2)} /XYZ 0 ${HEIGHT - to.y} null]`;
  const rect = [x, HEIGHT - y - 2, x + width, HEIGHT - y + 10].join(' ');
  return `<< /Type /Annot /Subtype /Link /Rect [${rect}] ${action} >>`;
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
