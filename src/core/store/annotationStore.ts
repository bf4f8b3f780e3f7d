import type { Annotation, PaperRecord } from '../annotations/annotation.ts';
import { changedSince, recordsIn } from './changedRecords.ts';
import type { StoredChange } from './entry.ts';
import type { Journal } from './journal.ts';
import { aimed, renameChanges } from './madeChanges.ts';
import { isSameRecord } from './isSameRecord.ts';
import { emptyRecord } from './paperState.ts';
import type { StateProblem, StateRecords } from './stateRecords.ts';

/**
 * How safe the last changes are: `saved` outlives a crash; `state` is with VS Code, which keeps it in
 * its own time; `memory` is nowhere else.
 */
export type Safety = 'saved' | 'state' | 'memory';

/** What happened in a store. */
export interface StoreEvent {
  /** The papers whose records changed, here or in another window. */
  readonly uris: readonly string[];
  readonly safety: Safety;
  /** Why the changes are not safer. */
  readonly error?: unknown;
}

/** The records of all papers, kept in a state and in a journal. */
export interface AnnotationStore {
  /** What was found wrong in the state. */
  readonly problems: readonly StateProblem[];
  /**
   * Checks the state against the journal and takes from each what the other lacks. Gives how many
   * annotations the state had lost. Changes wait for it.
   */
  start(): Promise<number>;
  readonly safety: Safety;
  /** All records that hold anything. */
  records(): readonly PaperRecord[];
  /** The paper's record; an empty one where nothing is stored. */
  record(uri: string): PaperRecord;
  /** One of the paper's annotations that were removed last, as it was then; null for any other. */
  removed(uri: string, id: string): Annotation | null;
  /** Whether a newer version wrote the record, or the journal, so that it can't be changed. */
  isReadOnly(uri: string): boolean;
  /**
   * Makes changes, which other windows see too. Settles when they are as safe as they can be now, and
   * only then shows them; `safety` says how safe that is.
   */
  change(changes: readonly StoredChange[]): Promise<void>;
  /**
   * Lets the paper have another URI. Where the new one has a record already, both are kept as one.
   * A record that can't be changed stays where it is.
   */
  rename(from: string, to: string): Promise<void>;
  /** Takes in what other windows did. */
  sync(): Promise<void>;
  /** Brings the state up to date, and writes what could not be written before. */
  save(): Promise<void>;
  /** Tidies the journal, so that it grows with the notes and not with their changes. */
  settle(): Promise<void>;
}

/** Milliseconds without a look at the journal, after which others may have removed what they wrote. */
const longestSleep = 300_000;

/** Milliseconds after which no window has yet to tell of an earlier change. */
const settlingTime = 60_000;

/** Opens a store; it has the records of the state at once and all others after `start`. */
export function openAnnotationStore(parts: {
  readonly state: StateRecords;
  readonly journal: Journal;
  /** Whether the state is stored apart from the journal, so that it holds when that can't be written. */
  readonly isStateApart: boolean;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  readonly tell: (event: StoreEvent) => void;
}): AnnotationStore {
  const { state, journal, isStateApart, now, tell } = parts;
  const stale = new Set<string>();
  let isStarted = false;
  let isLoaded = false;
  let starting: Promise<number> | null = null;
  let safety: Safety = 'saved';
  let synced = now();

  const stateRecord = (uri: string) => state.found.get(uri)?.record ?? emptyRecord(uri);
  const record = (uri: string) =>
    isStarted && !state.isLocked(uri) ? journal.state(uri).record : stateRecord(uri);

  /** Papers that the state and the journal tell apart, with what only the state may know. */
  function differences(): { uris: readonly string[]; adopt: readonly StoredChange[] } {
    const uris = [...new Set([...state.found.keys(), ...journal.uris()])].filter(
      (uri) => !state.isLocked(uri) && !isSameRecord(stateRecord(uri), journal.state(uri).record),
    );
    const adopt = uris.flatMap((uri): readonly StoredChange[] => {
      const found = state.found.get(uri);
      // A damaged journal may lack what it had when the state was written.
      const isKnown =
        journal.problems.length === 0 &&
        found?.journaled === true &&
        found.clock <= journal.state(uri).clock;
      return found === undefined || isKnown ? [] : [{ type: 'adopt', uri, record: found.record }];
    });
    return { uris, adopt };
  }

  async function begin(): Promise<number> {
    const failed = await load();
    const { uris, adopt } = differences();
    const lost = uris.reduce(
      (sum, uri) => sum + lostIn(stateRecord(uri), journal.state(uri).record),
      0,
    );
    uris.forEach((uri) => stale.add(uri));
    const error = adopt.length > 0 && !journal.isReadOnly ? await append(adopt) : failed;
    isStarted = true;
    await settleSafety(uris, error);
    return lost;
  }

  function load(): Promise<unknown> {
    return journal.load().then(() => {
      isLoaded = true;
      return undefined;
    }, asIs);
  }

  async function reload(): Promise<readonly string[]> {
    const before = recordsIn(journal);
    const failed = await load();
    if (failed !== undefined) throw failed as Error;
    return changedSince(before, journal);
  }

  /** Gives the error that kept the changes from being written, or undefined. */
  function append(changes: readonly StoredChange[]): Promise<unknown> {
    return journal.append(changes, now()).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  async function settleSafety(uris: readonly string[], error: unknown): Promise<void> {
    const isWritten =
      journal.isDurable && isLoaded && journal.unwritten === 0 && error === undefined;
    let reason = error;
    safety = 'saved';
    if (!isWritten) {
      const failed = await saveState();
      reason = failed ?? error;
      if (journal.isDurable) safety = isStateApart && failed === undefined ? 'state' : 'memory';
      else safety = failed === undefined ? 'saved' : 'memory';
    }
    tell({ uris, safety, ...(reason === undefined ? {} : { error: reason }) });
  }

  /** Gives the first error, or undefined. What failed is tried again with the next save. */
  async function saveState(): Promise<unknown> {
    const journaled = journal.isDurable && journal.unwritten === 0;
    let failed: unknown;
    for (const uri of [...stale]) {
      stale.delete(uri);
      const present = journal.state(uri);
      await state
        .write(present.record, { clock: present.clock, journaled })
        .catch((error: unknown) => {
          stale.add(uri);
          failed ??= error;
        });
    }
    return failed;
  }

  function takeIn(uris: readonly string[]): void {
    if (uris.length === 0) return;
    uris.forEach((uri) => stale.add(uri));
    tell({ uris, safety });
  }

  async function change(changes: readonly StoredChange[]): Promise<void> {
    await (starting ?? Promise.resolve(0));
    const effective = aimed(record, changes);
    if (effective.length === 0) return;
    const uris = [...new Set(effective.map(({ uri }) => uri))];
    if (uris.some(isReadOnly)) throw new Error('The record is read-only.');
    const error = await append(effective);
    uris.forEach((uri) => stale.add(uri));
    await settleSafety(uris, error);
  }

  const isReadOnly = (uri: string) => state.isLocked(uri) || journal.isReadOnly;

  return {
    problems: state.problems,
    start: () => (starting ??= begin()),
    get safety() {
      return safety;
    },
    records() {
      const uris = new Set([...state.found.keys(), ...(isStarted ? journal.uris() : [])]);
      return [...uris]
        .map(record)
        .filter(({ annotations, roles }) => annotations.length + roles.length > 0);
    },
    record,
    removed: (uri, id) => journal.state(uri).removed.find((each) => each.id === id) ?? null,
    isReadOnly,
    change,
    async rename(from, to) {
      await (starting ?? Promise.resolve(0));
      if (from === to || isReadOnly(from) || isReadOnly(to)) return;
      await change(renameChanges(record(from), record(to)));
    },
    async sync() {
      if (!isStarted) return;
      const last = synced;
      synced = now();
      const hasSlept = Date.parse(synced) - Date.parse(last) > longestSleep;
      takeIn(hasSlept ? await reload() : await journal.sync());
    },
    async save() {
      if (!isStarted) return;
      if (!isLoaded) takeIn(await reload().catch(() => []));
      const error = journal.unwritten === 0 ? undefined : await journal.flush().catch(asIs);
      if (safety === 'saved') await saveState();
      else await settleSafety([], error);
    },
    async settle() {
      if (!isStarted || journal.isReadOnly) return;
      const ago = (milliseconds: number) =>
        new Date(Date.parse(now()) - milliseconds).toISOString();
      const before = recordsIn(journal);
      try {
        await journal.settle(ago(settlingTime), ago(longestSleep * 2));
      } finally {
        // It reads what other windows wrote meanwhile.
        takeIn(changedSince(before, journal));
      }
    },
  };
}

function asIs(error: unknown): unknown {
  return error;
}

/** How many annotations of `full` are not in `poor`, or only in an earlier revision. */
function lostIn(poor: PaperRecord, full: PaperRecord): number {
  const revisions = new Map(poor.annotations.map(({ id, revision }) => [id, revision]));
  return full.annotations.filter(({ id, revision }) => (revisions.get(id) ?? -1) < revision).length;
}
