import { compareEntries, papersOf, type Entry, type StoredChange } from './entry.ts';
import { writeWhole } from './folder.ts';
import {
  isSegment,
  readJournal,
  segmentName,
  segmentOf,
  writerOf,
  type JournalFolders,
  type JournalProblem,
  type Segment,
} from './journalFiles.ts';
import { ledgerFrom, settled, withEntry, type Included, type PaperLedger } from './ledger.ts';
import { emptyState, type PaperState } from './paperState.ts';
import { readSegment, writeSegment } from './segment.ts';
import { settleJournal } from './settleJournal.ts';

/**
 * What all windows did to the annotations of a folder. Every window writes files of its own and reads
 * those of the others, so none waits for another and none overwrites another.
 */
export interface Journal {
  /** What `load` found wrong. */
  readonly problems: readonly JournalProblem[];
  /** Whether a newer version wrote to it, so that this one must not. */
  readonly isReadOnly: boolean;
  /** Whether it has folders: without them it is as short-lived as the window. */
  readonly isDurable: boolean;
  /** Entries that are applied but could not be written yet. */
  readonly unwritten: number;
  /** Segments that are in the folder. */
  readonly segments: number;
  /** Reads everything from the folders. */
  load(): Promise<void>;
  /** The papers that the journal knows, also those whose last annotation was removed. */
  uris(): readonly string[];
  /** The present state of a paper. */
  state(uri: string): PaperState;
  /**
   * Applies changes once they are written. Rejects if they can't be: they are applied all the same,
   * and written with the next ones or by `flush`.
   */
  append(changes: readonly StoredChange[], time: string): Promise<void>;
  /** Writes what could not be written before. */
  flush(): Promise<void>;
  /** Takes in what other windows wrote; gives the papers that it changed. */
  sync(): Promise<readonly string[]>;
  /**
   * Writes checkpoints of what was done before a time, and removes segments that were written before
   * another time and are in checkpoints. Both are ISO 8601 in UTC.
   */
  settle(checkpointBefore: string, removeBefore: string): Promise<void>;
}

/** How often a segment of another window is read again that was not whole. */
const attempts = 3;

/**
 * A journal in these folders, or in memory alone without them. `writer` is an id that no other window
 * has or had, of letters and digits.
 */
export function createJournal(folders: JournalFolders | null, writer: string): Journal {
  let papers = new Map<string, PaperLedger>();
  let segments = new Map<string, Segment>();
  let stored = new Map<string, Included>();
  let problems: readonly JournalProblem[] = [];
  let unfinished: readonly string[] = [];
  const unreadable = new Map<string, number>();
  let clock = 0;
  let seq = 0;
  let queue: Entry[] = [];
  let unwritten: readonly Entry[] = [];
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  const ledgerOf = (uri: string) => papers.get(uri) ?? ledgerFrom(emptyState(uri));

  function absorb(entry: Entry): void {
    clock = Math.max(clock, entry.clock);
    for (const uri of papersOf(entry)) papers.set(uri, withEntry(ledgerOf(uri), entry));
  }

  async function load(): Promise<void> {
    if (folders === null) return;
    const content = await readJournal(folders);
    // Entries that were written while the folders were read may not be in what was read.
    const known = [...papers.values()].flatMap(({ entries }) => entries);
    const own = [...segments].filter(([, segment]) => segment.writer === writer);
    papers = new Map();
    stored = new Map();
    for (const { base, included } of content.checkpoints) {
      papers.set(base.record.uri, ledgerFrom(base, included));
      stored.set(base.record.uri, included);
      clock = Math.max(clock, base.clock);
    }
    for (const entry of [...content.entries, ...known].toSorted(compareEntries)) absorb(entry);
    segments = new Map([
      ...own,
      ...content.segments.map((segment): [string, Segment] => [segment.name, segment]),
    ]);
    problems = content.problems;
    unfinished = content.unfinished;
  }

  /** One write at a time; those who come while one runs share the next. */
  function flush(): Promise<void> {
    if (next !== null) return next;
    const mine = writing.then(writeQueue);
    next = mine;
    writing = mine.catch(() => undefined);
    return mine;
  }

  async function writeQueue(): Promise<void> {
    next = null;
    const fresh = queue;
    queue = [];
    const batch = [...unwritten, ...fresh];
    try {
      await writeBatch(batch);
      unwritten = [];
    } catch (error) {
      unwritten = batch;
      throw error;
    } finally {
      fresh.forEach(absorb);
    }
  }

  async function writeBatch(batch: readonly Entry[]): Promise<void> {
    const [first] = batch;
    if (folders === null || first === undefined) return;
    const name = segmentName(writer, first.seq);
    await writeWhole(folders.journal, name, writeSegment(batch));
    const segment = segmentOf(name, batch);
    if (segment !== null) segments.set(name, segment);
  }

  async function sync(): Promise<readonly string[]> {
    if (folders === null) return [];
    const names = await folders.journal.list();
    const fresh = names.filter(
      (name) =>
        isSegment(name) &&
        writerOf(name) !== writer &&
        !segments.has(name) &&
        (unreadable.get(name) ?? 0) < attempts,
    );
    const texts: (readonly [string, string])[] = [];
    for (const name of fresh) texts.push([name, (await folders.journal.read(name)) ?? '']);
    // All at once: where one can't be read, none is taken for known, and the next time reads them again.
    const entries: Entry[] = [];
    for (const [name, text] of texts) {
      const read = readSegment(text);
      const segment = segmentOf(name, read.entries);
      if (read.damaged) unreadable.set(name, (unreadable.get(name) ?? 0) + 1);
      else if (segment !== null) segments.set(name, segment);
      if (read.newer) problems = [...problems, { kind: 'newer', folder: 'journal', name }];
      entries.push(...read.entries);
    }
    const before = new Map(papers);
    entries.toSorted(compareEntries).forEach(absorb);
    const touched = [...new Set(entries.flatMap(papersOf))];
    return touched.filter((uri) => papers.get(uri) !== before.get(uri));
  }

  return {
    get problems() {
      return problems;
    },
    get isReadOnly() {
      return problems.some(({ kind }) => kind === 'newer');
    },
    isDurable: folders !== null,
    get unwritten() {
      return unwritten.length;
    },
    get segments() {
      return segments.size;
    },
    load,
    uris: () => [...papers.keys()],
    state: (uri) => ledgerOf(uri).state,
    async append(changes, time) {
      clock += 1;
      seq += 1;
      queue.push({ writer, seq, clock, time, changes });
      await flush();
    },
    flush,
    sync,
    async settle(checkpointBefore, removeBefore) {
      if (folders === null) {
        papers = new Map([...papers].map(([uri, each]) => [uri, settled(each, checkpointBefore)]));
        return;
      }
      await sync();
      const times = { checkpointBefore, removeBefore };
      const outcome = await settleJournal({ folders, papers, segments, stored, ...times });
      if (outcome === 'overtaken') await load();
      for (const name of unfinished) await folders.journal.remove(name).catch(() => undefined);
      unfinished = [];
    },
  };
}
