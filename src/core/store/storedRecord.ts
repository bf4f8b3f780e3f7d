import * as z from 'zod/mini';
import type { PaperRecord } from '../annotations/annotation.ts';
import { migrateRecord } from './migrations.ts';
import { annotationSchema, fingerprintSchema, roleCorrectionSchema } from './schemas.ts';

/** The version of the stored form that this code writes. */
export const schemaVersion = 4;

const envelope = z.object({
  schemaVersion: z.int().check(z.positive()),
  uri: z.string(),
  annotations: z.array(z.unknown()),
  roles: z.array(z.unknown()),
  fingerprint: z.optional(z.unknown()),
  clock: z.optional(z.unknown()),
  journaled: z.optional(z.unknown()),
});

/** How a stored record stands to the journal. */
export interface RecordStamp {
  /** The clock of the last journal entry that it holds. */
  readonly clock: number;
  /** Whether the journal has all that it holds. */
  readonly journaled: boolean;
}

/** A paper's record as it is stored. */
export interface StoredRecord extends PaperRecord, RecordStamp {
  readonly schemaVersion: number;
}

/** What could be read of a stored record. */
export interface ReadRecord extends RecordStamp {
  /** Null if nothing of it could be read. */
  readonly record: PaperRecord | null;
  /** Written by a newer version: it may hold what this one would drop, so it is not to be changed. */
  readonly newer: boolean;
  /** The raw values that could not be read. */
  readonly setAside: readonly unknown[];
}

/** Reads a stored record of this version or an earlier one. One bad annotation does not hide the others. */
export function readRecord(raw: unknown): ReadRecord {
  const read = envelope.safeParse(raw);
  if (!read.success) {
    return { record: null, newer: false, setAside: [raw], clock: 0, journaled: false };
  }
  const stored = migrateRecord(read.data, schemaVersion);
  const setAside: unknown[] = [];
  const ids = new Set<string>();
  const readAll = <Value extends { readonly id: string }>(
    schema: { safeParse: (value: unknown) => { success: boolean; data?: Value | undefined } },
    values: readonly unknown[],
  ) =>
    values.flatMap((value) => {
      const { data } = schema.safeParse(value);
      if (data === undefined || ids.has(data.id)) {
        setAside.push(value);
        return [];
      }
      ids.add(data.id);
      return [data];
    });
  // A fingerprint is made again from the file when it is missing.
  const fingerprint = fingerprintSchema.safeParse(stored.fingerprint).data;
  const record = {
    uri: stored.uri,
    annotations: readAll(annotationSchema, stored.annotations),
    roles: readAll(roleCorrectionSchema, stored.roles),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
  return {
    record,
    newer: stored.schemaVersion > schemaVersion,
    setAside,
    clock: typeof stored.clock === 'number' ? stored.clock : 0,
    journaled: stored.journaled === true,
  };
}

/** The form in which a record is stored. */
export function writeRecord(record: PaperRecord, stamp: RecordStamp): StoredRecord {
  return { schemaVersion, ...record, ...stamp };
}
