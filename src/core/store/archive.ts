import * as z from 'zod/mini';
import type { PaperRecord } from '../annotations/annotation.ts';
import type { PublisherRule } from '../paper/roles/publisherRules.ts';
import { checksum } from './checksum.ts';
import { recordSchema } from './schemas.ts';
import { readRules } from './storedRules.ts';

/** A paper's record in an archive. */
export interface ArchivedPaper {
  readonly record: PaperRecord;
  /** The paper's path in its workspace folder, parts divided by slashes; empty if it was in none. */
  readonly path: string;
  /** In a copy, the name of the store that it is from; an export says none. */
  readonly store?: string;
}

/** All annotations of a workspace at one time, in one value. */
export interface Archive {
  /** ISO 8601 in UTC. */
  readonly created: string;
  readonly papers: readonly ArchivedPaper[];
  /** What was taught about publishers. */
  readonly rules: readonly PublisherRule[];
}

/** Why a text is no archive, or which of its papers can't be read. */
export type ArchiveProblem =
  | { readonly kind: 'notJson' | 'notArchive' | 'newer' }
  /** `index` counts the archive's papers from 0. */
  | { readonly kind: 'damagedPaper'; readonly index: number; readonly path: string };

/** What could be read of an archive; null if it is none. */
export interface ReadArchive {
  readonly archive: Archive | null;
  readonly problems: readonly ArchiveProblem[];
}

const format = 'policy-annotator-archive';
/** The version of the form that this code writes. */
const archiveVersion = 1;

const head = z.object({
  format: z.literal(format),
  version: z.int().check(z.positive()),
  created: z.string(),
  papers: z.array(z.unknown()),
  rules: z.optional(z.unknown()),
});
const paper = z.object({
  path: z.string(),
  // The name of a folder: nothing that leads to another place.
  store: z.exactOptional(z.string().check(z.regex(/^[\da-z-]+$/u))),
  record: recordSchema,
  checksum: z.string(),
});
const named = z.object({ path: z.string() });

/** An archive as JSON, with a checksum for each paper. */
export function writeArchive({ created, papers, rules }: Archive): string {
  const sealed = papers.map(({ record, ...place }) => ({
    ...place,
    checksum: checksum(JSON.stringify(record)),
    record,
  }));
  const archive = { format, version: archiveVersion, created, papers: sealed, rules };
  return `${JSON.stringify(archive, null, 1)}\n`;
}

/** Reads an archive. A paper that is damaged does not hide the others. */
export function readArchive(text: string): ReadArchive {
  const json = parse(text);
  if (json === undefined) return { archive: null, problems: [{ kind: 'notJson' }] };
  const read = head.safeParse(json);
  if (!read.success) return { archive: null, problems: [{ kind: 'notArchive' }] };
  if (read.data.version > archiveVersion) return { archive: null, problems: [{ kind: 'newer' }] };
  const problems: ArchiveProblem[] = [];
  const papers = read.data.papers.flatMap((value, index) => {
    const { data } = paper.safeParse(value);
    if (data !== undefined && isAsWritten(value, data.checksum)) {
      const { record, path, store } = data;
      return [{ record, path, ...(store === undefined ? {} : { store }) }];
    }
    const path = named.safeParse(value).data?.path ?? '';
    problems.push({ kind: 'damagedPaper', index, path });
    return [];
  });
  const rules = readRules(read.data.rules);
  return { archive: { created: read.data.created, papers, rules }, problems };
}

/** Whether there is nothing in an archive. */
export function isEmptyArchive({ papers, rules }: Archive): boolean {
  return papers.length + rules.length === 0;
}

/** How many annotations an archive holds. */
export function countAnnotations({ papers }: Archive): number {
  return papers.reduce((sum, { record }) => sum + record.annotations.length, 0);
}

function isAsWritten(value: unknown, sum: string): boolean {
  const { record } = value as { readonly record: unknown };
  return checksum(JSON.stringify(record)) === sum;
}

function parse(text: string): unknown {
  try {
    // Editors put a byte order mark before what they save as UTF-8.
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}
