import type { PaperRecord } from '../annotations/annotation.ts';
import { readRecord, writeRecord, type RecordStamp } from './storedRecord.ts';

/** Where records are kept; `vscode.Memento` is one. */
export interface KeyValueStore {
  keys(): readonly string[];
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Something in the state that the analyst should hear of. */
export interface StateProblem {
  readonly uri: string;
  /** `unreadable`: kept aside. `newer`: shown, but not to be changed by this version. */
  readonly kind: 'unreadable' | 'newer';
  /** How many values it concerns. */
  readonly count: number;
}

/** A record as it was found, with its stamp. */
export interface FoundRecord extends RecordStamp {
  readonly record: PaperRecord;
}

/** The records in a state: one key for each paper, and an index of their URIs. */
export interface StateRecords {
  readonly found: ReadonlyMap<string, FoundRecord>;
  readonly problems: readonly StateProblem[];
  /** Papers of which something could not be kept aside: their keys must not be written. */
  isLocked(uri: string): boolean;
  /** Writes a record; an empty one is taken out. Writes happen in the order asked for. */
  write(record: PaperRecord, stamp: RecordStamp): Promise<void>;
}

/** Keeps values aside that could not be read; rejects if it can't. */
export type KeepAside = (uri: string, values: readonly unknown[]) => PromiseLike<void>;

const indexKey = 'policyAnnotator.papers';
const recordPrefix = 'policyAnnotator.paper:';
const asidePrefix = 'policyAnnotator.setAside:';

/** Keeps values aside in the state itself, under a key that is not taken. */
export function keepAsideInState(state: KeyValueStore): KeepAside {
  return async (uri, values) => {
    let count = 1;
    while (state.keys().includes(`${asidePrefix}${uri}:${count}`)) count += 1;
    await state.update(`${asidePrefix}${uri}:${count}`, values);
  };
}

/** Reads all records of a state. What can't be read is kept aside before its key is written. */
export function openStateRecords(state: KeyValueStore, keepAside: KeepAside): StateRecords {
  const found = new Map<string, FoundRecord>();
  const locked = new Set<string>();
  const problems: StateProblem[] = [];
  const uris = new Set<string>();
  let writes = Promise.resolve();

  function inOrder(task: () => Promise<void>): Promise<void> {
    const done = writes.then(task);
    writes = done.catch(() => undefined);
    return done;
  }

  async function update(record: PaperRecord, stamp: RecordStamp): Promise<void> {
    const isEmpty = record.annotations.length === 0 && record.roles.length === 0;
    await state.update(recordPrefix + record.uri, isEmpty ? undefined : writeRecord(record, stamp));
    if (isEmpty) uris.delete(record.uri);
    else uris.add(record.uri);
    const index = [...uris].toSorted();
    if (JSON.stringify(index) !== JSON.stringify(state.get(indexKey))) {
      await state.update(indexKey, index);
    }
  }

  for (const key of state.keys()) {
    if (!key.startsWith(recordPrefix)) continue;
    const uri = key.slice(recordPrefix.length);
    const { record, newer, setAside, clock, journaled } = readRecord(state.get(key));
    uris.add(uri);
    if (record !== null) found.set(uri, { record: { ...record, uri }, clock, journaled });
    if (newer) {
      locked.add(uri);
      problems.push({ uri, kind: 'newer', count: 1 });
    } else if (setAside.length > 0) {
      problems.push({ uri, kind: 'unreadable', count: setAside.length });
      inOrder(async () => keepAside(uri, setAside)).catch(() => locked.add(uri));
    }
  }

  return {
    found,
    problems,
    isLocked: (uri) => locked.has(uri),
    write: (record, stamp) =>
      inOrder(async () => {
        if (!locked.has(record.uri)) await update(record, stamp);
      }),
  };
}
