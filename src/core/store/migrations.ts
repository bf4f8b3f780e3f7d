/** A stored record before its parts are read. */
export interface RawRecord {
  readonly schemaVersion: number;
  readonly uri: string;
  readonly annotations: readonly unknown[];
  readonly roles: readonly unknown[];
  readonly fingerprint?: unknown;
  readonly clock?: unknown;
  readonly journaled?: unknown;
}

/** What each version did not have yet: the step from it to the next one. */
const steps: Readonly<Record<number, (record: RawRecord) => RawRecord>> = {
  // 2 says how a record stands to the journal, and tells papers by fingerprint.
  1: (record) => ({ ...record, schemaVersion: 2, clock: 0, journaled: false }),
  // 3 says in targets which reader made their text; of earlier ones that is not known.
  2: (record) => ({ ...record, schemaVersion: 3 }),
  // 4 says in targets which heading they are under; they get it when they are described anew.
  3: (record) => ({ ...record, schemaVersion: 4 }),
};

/** A stored record of an earlier version as one of this version; one of a newer version as it is. */
export function migrateRecord(record: RawRecord, version: number): RawRecord {
  let migrated = record;
  while (migrated.schemaVersion < version) {
    const step = steps[migrated.schemaVersion];
    if (step === undefined) return migrated;
    migrated = step(migrated);
  }
  return migrated;
}
