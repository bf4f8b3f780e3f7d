import type { PaperRecord } from './annotation.ts';
import { readRecord, writeRecord } from './storedRecord.ts';

/** Where records are kept; `vscode.Memento` is one. */
export interface KeyValueStore {
  keys(): readonly string[];
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** Something in the store that the analyst should hear of. */
export interface StoreProblem {
  readonly uri: string;
  /** `unreadable`: kept aside under `key`. `newer`: shown, but not to be changed by this version. */
  readonly kind: 'unreadable' | 'newer';
  readonly key: string;
  /** How many values it concerns. */
  readonly count: number;
}

/** The records of all papers: one key for each, and an index of their URIs. */
export interface AnnotationStore {
  /** What was found wrong when the store was read. */
  readonly problems: readonly StoreProblem[];
  /** All records that hold anything. */
  records(): readonly PaperRecord[];
  /** The paper's record; an empty one where nothing is stored. */
  record(uri: string): PaperRecord;
  /** Whether the paper's record was written by a newer version and so can't be changed. */
  isReadOnly(uri: string): boolean;
  /** Keeps the record, in memory at once and stored when the promise settles. */
  put(record: PaperRecord): Promise<void>;
  /**
   * Lets the paper have another URI. Where the new one has a record already, both are kept as one.
   * A record that can't be changed stays where it is.
   */
  rename(from: string, to: string): Promise<void>;
}

const indexKey = 'policyAnnotator.papers';
const recordPrefix = 'policyAnnotator.paper:';
const asidePrefix = 'policyAnnotator.setAside:';

/** Reads all records of the store. What can't be read is written aside before anything else is. */
export function openAnnotationStore(state: KeyValueStore): AnnotationStore {
  const records = new Map<string, PaperRecord>();
  const readOnly = new Set<string>();
  const problems: StoreProblem[] = [];
  let writes = Promise.resolve();

  /** Writes happen in the order asked for; a failed one fails its own caller only. */
  function write(task: () => Promise<void>): Promise<void> {
    const done = writes.then(task);
    writes = done.catch(() => undefined);
    return done;
  }

  async function store(record: PaperRecord): Promise<void> {
    const isEmpty = record.annotations.length === 0 && record.roles.length === 0;
    await state.update(recordPrefix + record.uri, isEmpty ? undefined : writeRecord(record));
    const uris = [...records.values()].map(({ uri }) => uri).toSorted();
    if (JSON.stringify(uris) !== JSON.stringify(state.get(indexKey))) {
      await state.update(indexKey, uris);
    }
  }

  function load(uri: string): void {
    const key = recordPrefix + uri;
    const { record, newer, setAside } = readRecord(state.get(key));
    if (record !== null) keep({ ...record, uri });
    if (newer) {
      readOnly.add(uri);
      problems.push({ uri, kind: 'newer', key, count: 1 });
    } else if (setAside.length > 0) {
      const aside = freeKey(state.keys(), asidePrefix + uri);
      problems.push({ uri, kind: 'unreadable', key: aside, count: setAside.length });
      // A paper whose bad part could not be kept aside must not be written over.
      const saved = write(async () => {
        await state.update(aside, setAside);
        await store(records.get(uri) ?? emptyRecord(uri));
      });
      saved.catch(() => readOnly.add(uri));
    }
  }

  function keep(record: PaperRecord): void {
    if (record.annotations.length === 0 && record.roles.length === 0) records.delete(record.uri);
    else records.set(record.uri, record);
  }

  for (const key of state.keys()) {
    if (key.startsWith(recordPrefix)) load(key.slice(recordPrefix.length));
  }

  const getRecord = (uri: string) => records.get(uri) ?? emptyRecord(uri);

  function put(record: PaperRecord): Promise<void> {
    if (readOnly.has(record.uri)) return Promise.reject(new Error('The record is read-only.'));
    keep(record);
    return write(() => store(getRecord(record.uri)));
  }

  return {
    problems,
    records: () => [...records.values()],
    record: getRecord,
    isReadOnly: (uri) => readOnly.has(uri),
    put,
    async rename(from, to) {
      const old = records.get(from);
      if (old === undefined || from === to || readOnly.has(from) || readOnly.has(to)) return;
      await put(mergeRecords(getRecord(to), old));
      await put(emptyRecord(from));
    },
  };
}

/** The record of a paper with nothing on it. */
function emptyRecord(uri: string): PaperRecord {
  return { uri, annotations: [], roles: [] };
}

function mergeRecords(into: PaperRecord, from: PaperRecord): PaperRecord {
  const missing = <Value extends { readonly id: string }>(
    have: readonly Value[],
    more: readonly Value[],
  ) => [...have, ...more.filter(({ id }) => !have.some((each) => each.id === id))];
  return {
    uri: into.uri,
    annotations: missing(into.annotations, from.annotations),
    roles: missing(into.roles, from.roles),
  };
}

function freeKey(taken: readonly string[], stem: string): string {
  let n = 1;
  while (taken.includes(`${stem}:${n}`)) n += 1;
  return `${stem}:${n}`;
}
