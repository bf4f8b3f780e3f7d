import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FileProperties } from '../document/facts.ts';
import type { OutlineEntry } from '../document/headings.ts';
import { pageOf } from './places.ts';

/** More entries are not an outline that anybody reads. */
const MOST_ENTRIES = 2000;
const DEEPEST = 8;

interface RawEntry {
  readonly title: string;
  readonly dest: string | unknown[] | null;
  readonly items: readonly RawEntry[];
}

/** The properties of a file; empty where it has none or they can't be read. */
export async function propertiesOf(pdf: PDFDocumentProxy): Promise<FileProperties> {
  const none = { title: [], authors: [], keywords: [], publisher: [], created: [] };
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const stated = info as Record<string, unknown>;
  const packet = metadata as { get(name: string): unknown } | null;
  const values = (name: string, ...others: string[]) => [
    ...others.flatMap((key) => textsOf(packet?.get(key))),
    ...textsOf(stated[name]),
  ];
  try {
    const [author] = values('Author', 'dc:creator').map((text) => text.split(/\s*;\s*|\s+and\s+/));
    return {
      title: values('Title', 'dc:title'),
      authors: author ?? [],
      keywords: values('Keywords', 'dc:subject', 'pdf:keywords'),
      publisher: values('Publisher', 'dc:publisher'),
      created: values('CreationDate', 'xmp:createdate'),
    };
  } catch {
    return none;
  }
}

function textsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
}

/** The outline of a file in order, up to a bound; empty if it has none. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const walk = async (items: readonly RawEntry[], depth: number): Promise<void> => {
    for (const { title, dest, items: inner } of items) {
      if (entries.length >= MOST_ENTRIES) return;
      entries.push({ title: title.trim(), depth, page: await destinedPage(pdf, dest) });
      if (depth < DEEPEST) await walk(inner, depth + 1);
    }
  };
  const raw = (await pdf.getOutline().catch(() => null)) as RawEntry[] | null;
  if (raw !== null) await walk(raw, 1);
  return entries;
}

/** The page that a destination leads to, counted from 0; null if it leads nowhere. */
async function destinedPage(
  pdf: PDFDocumentProxy,
  dest: string | unknown[] | null,
): Promise<number | null> {
  try {
    const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    return await pageOf(pdf, explicit?.[0]);
  } catch {
    return null;
  }
}

/** The names of the files that a PDF carries; they are not opened. */
export async function attachmentsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const attachments = (await pdf.getAttachments().catch(() => null)) as Record<
    string,
    { filename?: string }
  > | null;
  return Object.entries(attachments ?? {}).map(([name, { filename }]) => filename ?? name);
}
