import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { writeWhole } from './folder.ts';
import { checkpointName, writerOf, type JournalFolders, type Segment } from './journalFiles.ts';
import { isIncluded, settled, type Included, type PaperLedger } from './ledger.ts';

/** A journal as it is in memory; `settleJournal` brings its maps up to date. */
export interface Settling {
  readonly folders: JournalFolders;
  readonly papers: Map<string, PaperLedger>;
  readonly segments: Map<string, Segment>;
  /** What the checkpoints that this window knows of hold. */
  readonly stored: Map<string, Included>;
  readonly checkpointBefore: string;
  readonly removeBefore: string;
}

/**
 * Writes the checkpoint of every paper that has entries from before `checkpointBefore`, then removes
 * segments that are older than `removeBefore` and whole in checkpoints. `overtaken` says that another
 * window's checkpoint holds what this one never saw: nothing of it was touched, and the journal has to
 * be read again.
 */
export async function settleJournal(settling: Settling): Promise<'settled' | 'overtaken'> {
  const { folders, papers, segments, stored } = settling;
  const names = new Set(await folders.journal.list());
  const live = new Set([...names].map(writerOf));
  for (const name of segments.keys()) {
    // Another window was quicker to remove it.
    if (!names.has(name)) segments.delete(name);
  }
  for (const [uri, ledger] of [...papers]) {
    const next = settled(ledger, settling.checkpointBefore);
    if (next === ledger && (stored.get(uri) === ledger.included || ledger.included.size === 0)) {
      continue;
    }
    const onDisk = await includedOnDisk(folders, uri);
    if (!knowsAll(ledger, onDisk)) return 'overtaken';
    const included = new Map([...next.included].filter(([writer]) => live.has(writer)));
    await writeWhole(
      folders.papers,
      checkpointName(uri),
      writeCheckpoint({ base: next.base, included }),
    );
    stored.set(uri, included);
    // Entries that came while the file was written are in the ledger already.
    const present = papers.get(uri) ?? next;
    const entries = present.entries.filter((entry) => !isIncluded(included, entry));
    papers.set(uri, { ...present, base: next.base, included, entries });
  }
  await removeSegments(settling, [...segments.values()]);
  return 'settled';
}

async function removeSegments(
  { folders, segments, removeBefore }: Settling,
  all: readonly Segment[],
): Promise<void> {
  const onDisk = new Map<string, Included>();
  const holds = async (uri: string, writer: string, seq: number) => {
    const included = onDisk.get(uri) ?? (await includedOnDisk(folders, uri));
    onDisk.set(uri, included);
    return isIncluded(included, { writer, seq });
  };
  // In order, so that what is left of a writer's entries has no gaps.
  const stopped = new Set<string>();
  for (const segment of all.toSorted((a, b) => a.first - b.first)) {
    const { name, writer, time } = segment;
    if (stopped.has(writer)) continue;
    stopped.add(writer);
    if (time >= removeBefore) continue;
    const held = await Promise.all(
      [...segment.papers].map(([uri, seq]) => holds(uri, writer, seq)),
    );
    if (!held.every(Boolean)) continue;
    await folders.journal.remove(name);
    segments.delete(name);
    stopped.delete(writer);
  }
}

async function includedOnDisk(folders: JournalFolders, uri: string): Promise<Included> {
  const text = await folders.papers.read(checkpointName(uri));
  const read = text === null ? 'damaged' : readCheckpoint(text);
  return typeof read === 'string' ? new Map<string, number>() : read.included;
}

function knowsAll({ included, entries }: PaperLedger, other: Included): boolean {
  return [...other].every(
    ([writer, seq]) =>
      isIncluded(included, { writer, seq }) ||
      entries.some((entry) => entry.writer === writer && entry.seq >= seq),
  );
}
