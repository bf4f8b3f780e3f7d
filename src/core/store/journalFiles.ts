import { readCheckpoint, type Checkpoint } from './checkpoint.ts';
import { checksum } from './checksum.ts';
import { papersOf, type Entry } from './entry.ts';
import { isSetAside, isUnfinished, setAside, type Folder } from './folder.ts';
import { readSegment } from './segment.ts';

/** The two folders of a journal: its segments, and a checkpoint for each paper. */
export interface JournalFolders {
  readonly journal: Folder;
  readonly papers: Folder;
}

/** What was found wrong in a journal's folders. */
export type JournalProblem =
  /** Could not be read, or only in part. It is kept under `name`, unchanged. */
  | { readonly kind: 'damaged'; readonly folder: keyof JournalFolders; readonly name: string }
  /** Entries that a writer made are in no file. */
  | { readonly kind: 'missing'; readonly writer: string }
  /** Written by a newer version. */
  | { readonly kind: 'newer'; readonly folder: keyof JournalFolders; readonly name: string };

/** A segment's place in the journal, without its entries. */
export interface Segment {
  readonly name: string;
  readonly writer: string;
  readonly first: number;
  /** Of its last entry. */
  readonly time: string;
  /** The last entry for each paper in it. */
  readonly papers: ReadonlyMap<string, number>;
}

/** Everything that a journal's folders hold. */
export interface JournalContent {
  readonly checkpoints: readonly Checkpoint[];
  readonly entries: readonly Entry[];
  readonly segments: readonly Segment[];
  readonly problems: readonly JournalProblem[];
  /** Files that nobody finished writing, or that are being written now. */
  readonly unfinished: readonly string[];
}

const segmentEnding = '.jsonl';
/** Files that are read at the same time. */
const parallel = 16;

/** The name of a segment. */
export function segmentName(writer: string, first: number): string {
  return `${writer}-${String(first).padStart(8, '0')}${segmentEnding}`;
}

/** The writer of a segment, of a damaged or an unfinished one too; null for another file. */
export function writerOf(name: string): string | null {
  return /^(.+)-\d+\.jsonl/u.exec(name)?.[1] ?? null;
}

/** The name of a paper's checkpoint. */
export function checkpointName(uri: string): string {
  return `${checksum(uri)}.json`;
}

/** What a segment with these entries is known by. */
export function segmentOf(name: string, entries: readonly Entry[]): Segment | null {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return null;
  const papers = new Map(entries.flatMap((each) => papersOf(each).map((uri) => [uri, each.seq])));
  return { name, writer: first.writer, first: first.seq, time: last.time, papers };
}

/** Whether a file of the journal's folder is a whole segment. */
export function isSegment(name: string): boolean {
  return name.endsWith(segmentEnding);
}

/**
 * Reads all that is there. A file that is damaged gets another name, under which it stays; what is
 * whole in it is read all the same, now and later.
 */
export async function readJournal(folders: JournalFolders): Promise<JournalContent> {
  const problems: JournalProblem[] = [];
  const entries: Entry[] = [];
  const segments: Segment[] = [];
  const checkpoints: Checkpoint[] = [];

  const [names, papers] = await Promise.all([folders.journal.list(), folders.papers.list()]);
  await forEach(papers, async (name) => {
    if (!name.endsWith('.json')) return;
    const text = await readText(folders.papers, name);
    const read = text === null ? 'damaged' : readCheckpoint(text);
    if (typeof read !== 'string') checkpoints.push(read);
    else if (read === 'newer') problems.push({ kind: read, folder: 'papers', name });
    else problems.push(await damagedFile(folders, 'papers', name, papers));
  });
  await forEach(names, async (name) => {
    if (!isSegment(name) && !isSetAside(name)) return;
    const read = readSegment((await readText(folders.journal, name)) ?? '');
    entries.push(...read.entries);
    if (read.newer) problems.push({ kind: 'newer', folder: 'journal', name });
    if (!isSegment(name)) return;
    if (read.damaged) problems.push(await damagedFile(folders, 'journal', name, names));
    else segments.push(...whole(segmentOf(name, read.entries)));
  });
  const hasDamage = problems.some(({ kind }) => kind === 'damaged');
  const missing = hasDamage ? [] : writersWithGaps(entries);
  problems.push(...missing.map((writer) => ({ kind: 'missing' as const, writer })));
  const unfinished = names.filter(isUnfinished);
  return { checkpoints, entries, segments, problems, unfinished };
}

async function readText(folder: Folder, name: string): Promise<string | null> {
  try {
    return await folder.read(name);
  } catch {
    return null;
  }
}

async function damagedFile(
  folders: JournalFolders,
  folder: keyof JournalFolders,
  name: string,
  names: readonly string[],
): Promise<JournalProblem> {
  return { kind: 'damaged', folder, name: await setAside(folders[folder], name, names) };
}

/** Writers of whose entries one in the middle is nowhere: those at the beginning are in checkpoints. */
function writersWithGaps(entries: readonly Entry[]): readonly string[] {
  const seqs = new Map<string, Set<number>>();
  for (const { writer, seq } of entries) {
    seqs.set(writer, (seqs.get(writer) ?? new Set()).add(seq));
  }
  const hasGap = (all: ReadonlySet<number>) => {
    const first = [...all].reduce((a, b) => Math.min(a, b), Infinity);
    const last = [...all].reduce((a, b) => Math.max(a, b), 0);
    return last - first + 1 > all.size;
  };
  return [...seqs].filter(([, all]) => hasGap(all)).map(([writer]) => writer);
}

async function forEach(
  names: readonly string[],
  work: (name: string) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < names.length; at += parallel) {
    await Promise.all(names.slice(at, at + parallel).map(work));
  }
}

function whole(segment: Segment | null): readonly Segment[] {
  return segment === null ? [] : [segment];
}
