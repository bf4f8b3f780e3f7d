import { readPaperInSteps } from '../paper/readPaper.ts';
import type { Steps } from '../paper/steps.ts';
import { isCurrent, type FileStamp, type IndexedFile } from './indexCache.ts';
import { looksLikePaper, summarise, type PaperSummary } from './paperSummary.ts';

/** A file to scan. */
export interface FoundFile {
  readonly uri: string;
  readonly name: string;
}

/** What a scan works with. Nothing here rejects: a file that can't be read is null. */
export interface ScanPorts {
  stamp(uri: string): Promise<FileStamp | null>;
  /** The file's text, or what a reader that works elsewhere made of it. */
  read(file: FoundFile, stamp: FileStamp): Promise<string | PaperSummary | null>;
  /** Lets others run, if it is time to: between files and between the steps of reading one. */
  pause(): Promise<void>;
  isCancelled(): boolean;
  /** Takes each file as soon as it is known. */
  accept(file: IndexedFile): void;
}

/** How a scan went. */
export interface ScanResult {
  readonly parsed: number;
  readonly unchanged: number;
  readonly unreadable: number;
}

/** Files that are waited for at a time: hides the way to a remote disk, holds few texts at once. */
const width = 8;

/**
 * Reads what changed among the files: those with a current entry in `known` are kept as they are, those
 * larger than `largest` bytes are no papers. Parses one file at a time, in steps with a pause between two.
 */
export async function scan(
  files: readonly FoundFile[],
  known: ReadonlyMap<string, IndexedFile>,
  largest: number,
  ports: ScanPorts,
): Promise<ScanResult> {
  const result = { parsed: 0, unchanged: 0, unreadable: 0 };
  const queue = files.values();
  let turn = Promise.resolve();

  const accept = ({ uri }: FoundFile, { mtime, size }: FileStamp, summary: PaperSummary) => {
    const { format } = summary;
    ports.accept({ uri, mtime, size, format, summary: looksLikePaper(summary) ? summary : null });
    result.parsed += 1;
  };

  const parse = async (file: FoundFile, stamp: FileStamp, text: string) => {
    await ports.pause();
    if (ports.isCancelled()) return;
    const steps = summarySteps(file, text);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      await ports.pause();
      if (ports.isCancelled()) return;
    }
    accept(file, stamp, step.value);
  };

  const visit = async (file: FoundFile) => {
    const stamp = await ports.stamp(file.uri);
    const before = known.get(file.uri);
    if (stamp !== null && before !== undefined && isCurrent(before, stamp)) {
      ports.accept(before);
      result.unchanged += 1;
      return;
    }
    const read = stamp === null || stamp.size > largest ? null : await ports.read(file, stamp);
    if (ports.isCancelled()) return;
    if (stamp === null || read === null) {
      if (stamp !== null) ports.accept({ uri: file.uri, ...stamp, format: null, summary: null });
      result.unreadable += 1;
      return;
    }
    if (typeof read !== 'string') {
      accept(file, stamp, read);
      return;
    }
    turn = turn.then(() => parse(file, stamp, read));
    await turn;
  };

  const work = async () => {
    for (const file of queue) {
      if (ports.isCancelled()) return;
      await visit(file);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return result;
}

/** The summary of a Markdown or plain-text file, made in steps. */
export function* summarySteps(
  { name }: Pick<FoundFile, 'name'>,
  text: string,
): Steps<PaperSummary> {
  const format = /\.(?:md|markdown|mdown|mkd)$/iu.test(name) ? 'markdown' : 'text';
  return summarise(yield* readPaperInSteps(text, { format, name }));
}
