import * as z from 'zod/mini';
import { paperFormats, type PaperFormat } from '../paper/paper.ts';
import { paperSummarySchema, type PaperSummary } from './paperSummary.ts';

/** Grows with every change to what is kept; an older cache is read anew from the files. */
const cacheVersion = 3;
/** Most files that a cache holds; a workspace with more is cut off in the order of its paths. */
export const mostIndexed = 5_000;

/** What tells one state of a file from another. */
export interface FileStamp {
  readonly mtime: number;
  readonly size: number;
}

/** What tells the code that reads papers of a format from other code, which may find other things. */
export type Readings = Readonly<Record<PaperFormat, string>>;

/** A file that was read: `summary` is null where it is no paper. */
export interface IndexedFile extends FileStamp {
  readonly uri: string;
  /** As its content says; null where nothing could be read. */
  readonly format: PaperFormat | null;
  readonly summary: PaperSummary | null;
}

const file = z.object({
  uri: z.string(),
  mtime: z.number(),
  size: z.number(),
  format: z.nullable(z.enum(paperFormats)),
  summary: z.nullable(paperSummarySchema),
});
const head = z.object({
  version: z.literal(cacheVersion),
  readings: z.record(z.string(), z.string()),
});

/**
 * The files of a stored cache. A cache that is damaged or older is empty; a single damaged entry is left
 * out, and so are files of a format that is read by other code now. Pauses before each entry.
 */
export async function readCache(
  lines: string,
  readings: Readings,
  pause: () => Promise<void>,
): Promise<readonly IndexedFile[]> {
  const first = lines.indexOf('\n');
  const parsed = head.safeParse(parseJson(lines.slice(0, Math.max(first, 0))));
  if (!parsed.success) return [];
  const { readings: then } = parsed.data;
  const current = new Set(paperFormats.filter((format) => then[format] === readings[format]));
  const isReadAsNow = ({ format }: IndexedFile) =>
    format === null ? current.size === paperFormats.length : current.has(format);
  const files: IndexedFile[] = [];
  let start = first + 1;
  while (start < lines.length && files.length < mostIndexed) {
    await pause();
    const next = lines.indexOf('\n', start);
    const end = next < 0 ? lines.length : next;
    const read = file.safeParse(parseJson(lines.slice(start, end)));
    if (read.success && isReadAsNow(read.data)) files.push(read.data);
    start = end + 1;
  }
  return files;
}

/** The cache as text for a file: a line about itself, then a line for each file. */
export async function writeCache(
  files: readonly IndexedFile[],
  readings: Readings,
  pause: () => Promise<void>,
): Promise<string> {
  const lines = [JSON.stringify({ version: cacheVersion, readings })];
  for (const each of files.slice(0, mostIndexed)) {
    await pause();
    lines.push(JSON.stringify(each));
  }
  return `${lines.join('\n')}\n`;
}

/** Whether the file is as it was when it was read. */
export function isCurrent(file: FileStamp, stamp: FileStamp): boolean {
  return file.mtime === stamp.mtime && file.size === stamp.size;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
