import * as z from 'zod/mini';
import { roles } from '../paper/paper.ts';
import { confidences, statuses, type PaperRecord } from './annotation.ts';

/** The version of the stored form that this code writes. */
const schemaVersion = 1;

const offset = z.int().check(z.nonnegative());
const target = z.readonly(
  z.object({
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: offset,
    end: offset,
    page: z.exactOptional(z.int().check(z.positive())),
  }),
);
const reply = z.readonly(
  z.object({ id: z.string(), author: z.string(), text: z.string(), created: z.string() }),
);
const annotation = z.readonly(
  z.object({
    id: z.string().check(z.minLength(1)),
    target,
    category: z.string(),
    note: z.string(),
    tags: z.readonly(z.array(z.string())),
    status: z.enum(statuses),
    confidence: z.nullable(z.enum(confidences)),
    author: z.string(),
    created: z.string(),
    modified: z.string(),
    revision: offset,
    replies: z.readonly(z.array(reply)),
  }),
);
const roleCorrection = z.readonly(
  z.object({ id: z.string().check(z.minLength(1)), target, role: z.enum(roles) }),
);
const envelope = z.object({
  schemaVersion: z.int().check(z.positive()),
  uri: z.string(),
  annotations: z.array(z.unknown()),
  roles: z.array(z.unknown()),
});

/** A paper's record as it is stored. */
export interface StoredRecord extends PaperRecord {
  readonly schemaVersion: number;
}

/** What could be read of a stored record. */
export interface ReadRecord {
  /** Null if nothing of it could be read. */
  readonly record: PaperRecord | null;
  /** Written by a newer version: it may hold what this one would drop, so it is not to be changed. */
  readonly newer: boolean;
  /** The raw values that could not be read. */
  readonly setAside: readonly unknown[];
}

/** Reads a stored record. One bad annotation does not hide the others. */
export function readRecord(raw: unknown): ReadRecord {
  const read = envelope.safeParse(raw);
  if (!read.success) return { record: null, newer: false, setAside: [raw] };
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
  const record = {
    uri: read.data.uri,
    annotations: readAll(annotation, read.data.annotations),
    roles: readAll(roleCorrection, read.data.roles),
  };
  return { record, newer: read.data.schemaVersion > schemaVersion, setAside };
}

/** The form in which a record is stored. */
export function writeRecord(record: PaperRecord): StoredRecord {
  return { schemaVersion, ...record };
}
