import { numberAt, referencesAt, typeOf } from './dictionary.ts';
import { findObjects, type FoundObject } from './findObjects.ts';
import { missingFonts, placeholderFont } from './missingFonts.ts';
import { pagesInOrder } from './pageOrder.ts';

/** A PDF made of what is left of one. */
export interface MendedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The pages that are only there to be counted, from 0. */
  readonly missing: ReadonlySet<number>;
  /** How many pages there were; null if nothing says so. */
  readonly total: number | null;
}

/** A larger file would be held too often in memory while it is mended. */
const LARGEST = 150_000_000;
const MOST_PAGES = 5000;

/** Whether the end of a PDF is missing: behind its last object there are no tables. */
export function isCutShort(bytes: Uint8Array): boolean {
  const last = lastOf(bytes, 'endobj');
  return lastOf(bytes, 'startxref', last) < 0 && lastOf(bytes, 'trailer', last) < 0;
}

/**
 * A PDF of the pages whose content is still in the bytes of a damaged one: its objects are found by
 * looking, and a new tree of pages and table of objects are written behind them. Null if no page is left,
 * or if the file was encrypted, which says the part that is gone.
 */
export function mendPdf(bytes: Uint8Array): MendedPdf | null {
  if (bytes.length > LARGEST) return null;
  const { objects, ending } = findObjects(bytes);
  const all = [...objects];
  if (all.some(([, { entries }]) => /\/Filter\s*\/Standard\b/.test(entries))) return null;
  const catalog = all.findLast(([, { entries }]) => typeOf(entries) === 'Catalog')?.[1];
  const [root = null] = catalog === undefined ? [] : referencesAt(catalog.entries, 'Pages');
  const pages = pagesInOrder(objects, root).slice(0, MOST_PAGES);
  const isThere = (page: number | null) => page !== null && hasContent(objects, page);
  const kept = pages.slice(0, pages.findLastIndex(isThere) + 1);
  if (kept.length === 0) return null;
  return {
    bytes: written(bytes, ending, objects, kept, catalog?.text ?? '<< /Type /Catalog >>'),
    missing: new Set(kept.flatMap((page, at) => (isThere(page) ? [] : [at]))),
    total: totalOf(objects, root),
  };
}

/** The number of pages that the root of the tree, or the head of a file made for the web, states. */
function totalOf(objects: ReadonlyMap<number, FoundObject>, root: number | null): number | null {
  const tree = root === null ? undefined : objects.get(root)?.entries;
  if (tree !== undefined) return numberAt(tree, 'Count');
  const head = [...objects.values()].find(({ entries }) => /\/Linearized\b/.test(entries));
  return head === undefined ? null : numberAt(head.entries, 'N');
}

/** A page without content was one before the file was damaged too. */
function hasContent(objects: ReadonlyMap<number, FoundObject>, page: number): boolean {
  const contents = referencesAt(objects.get(page)?.entries ?? '', 'Contents');
  return contents.length === 0 || contents.some((each) => objects.has(each));
}

/** The bytes with what was packed, a tree of the pages, a table and a trailer behind them. */
function written(
  bytes: Uint8Array,
  ending: string,
  objects: ReadonlyMap<number, FoundObject>,
  pages: readonly (number | null)[],
  catalog: string,
): Uint8Array<ArrayBuffer> {
  const fonts = missingFonts(objects);
  const free =
    [...objects.keys(), ...fonts].reduce((most, number) => Math.max(most, number), 0) + 1;
  const [root, tree, blank] = [free, free + 1, free + 2];
  const refs = pages.map((page) => {
    const generation = page === null ? 0 : (objects.get(page)?.generation ?? 0);
    return `${String(page ?? blank)} ${String(generation)} R`;
  });
  const withTree = catalog
    .replace(/\/Pages\s+\d+\s+\d+\s+R/, '')
    .replace('<<', `<< /Pages ${String(tree)} 0 R `);
  const parts: string[] = [ending, '\n'];
  let offset = bytes.length + ending.length + 1;
  const rows: string[] = [];
  const list = (number: number, place: number, generation: number) => {
    const entry = `${String(place).padStart(10, '0')} ${String(generation).padStart(5, '0')} n `;
    rows.push(`${String(number)} 1\n${entry}\n`);
  };
  const add = (number: number, text: string) => {
    const part = `${String(number)} 0 obj\n${text}\nendobj\n`;
    list(number, offset, 0);
    parts.push(part);
    offset += part.length;
  };
  for (const [number, found] of objects)
    if (found.offset === null) add(number, found.text);
    else list(number, found.offset, found.generation);
  for (const font of fonts) add(font, placeholderFont);
  add(root, withTree);
  add(tree, `<< /Type /Pages /Count ${String(pages.length)} /Kids [${refs.join(' ')}] >>`);
  add(blank, `<< /Type /Page /Parent ${String(tree)} 0 R /MediaBox [0 0 600 800] >>`);
  const info = [...objects].findLast(([, { entries }]) => isInfo(entries));
  const infoRef =
    info === undefined ? '' : `/Info ${String(info[0])} ${String(info[1].generation)} R`;
  parts.push(
    `xref\n${rows.join('')}trailer\n<< /Size ${String(free + 3)} /Root ${String(root)} 0 R ${infoRef} >>\n`,
    `startxref\n${String(offset)}\n%%EOF\n`,
  );
  const tail = parts.join('');
  const whole = new Uint8Array(bytes.length + tail.length);
  whole.set(bytes);
  for (let at = 0; at < tail.length; at += 1) whole[bytes.length + at] = tail.charCodeAt(at);
  return whole;
}

/** Whether a dictionary is that of a file's properties, which has no type. */
function isInfo(entries: string): boolean {
  return typeOf(entries) === '' && /\/CreationDate\b|\/Producer\b/.test(entries);
}

/** Where a word of ASCII stands last in bytes, behind `from`; -1 if it doesn't. */
function lastOf(bytes: Uint8Array, word: string, from = -1): number {
  for (let at = bytes.length - word.length; at > from; at -= 1) {
    let same = 0;
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same += 1;
    if (same === word.length) return at;
  }
  return -1;
}
