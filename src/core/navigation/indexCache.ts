import * as z from 'zod/mini';
import { paperSummarySchema, type PaperSummary } from './paperSummary.ts';

/** Grows with every change to what is kept; an older cache is read anew from the files. */
const cacheVersion = 1;
/** Most files that a cache holds; a workspace with more is cut off in the order of its paths. */
export const mostIndexed = 5_000;

/** What tells one state of a file from another. */
export interface FileStamp {
  readonly mtime: number;
  readonly size: number;
}

/** A file that was read: `summary` is null where it is no paper. */
export interface IndexedFile extends FileStamp {
  readonly uri: string;
  readonly summary: PaperSummary | null;
}

const file = z.object({
  uri: z.string(),
  mtime: z.number(),
  size: z.number(),
  summary: z.nullable(paperSummarySchema),
});
const cache = z.object({
  version: z.literal(cacheVersion),
  /** The reader may find other things in an equal file after an update. */
  reader: z.string(),
  files: z.array(z.unknown()),
});

/**
 * The files of a stored cache. A cache that is damaged, older, or made by another reader is empty; a
 * single damaged entry is left out.
 */
export function readCache(json: string, reader: string): readonly IndexedFile[] {
  const parsed = cache.safeParse(parseJson(json));
  if (!parsed.success || parsed.data.reader !== reader) return [];
  return parsed.data.files.slice(0, mostIndexed).flatMap((entry) => {
    const read = file.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}

/** The cache as text for a file. */
export function writeCache(files: readonly IndexedFile[], reader: string): string {
  return JSON.stringify({ version: cacheVersion, reader, files: files.slice(0, mostIndexed) });
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
