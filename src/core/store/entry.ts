import * as z from 'zod/mini';
import type { Fingerprint, PaperRecord } from '../annotations/annotation.ts';
import type { Change } from '../annotations/change.ts';
import type { Target } from '../anchoring/target.ts';
import {
  annotationSchema,
  fieldsSchema,
  fingerprintSchema,
  recordSchema,
  roleCorrectionSchema,
  targetSchema,
} from './schemas.ts';

/** A change as it is journaled: one that an analyst made, or one of upkeep, which is no revision. */
export type StoredChange =
  | Change
  /** Annotations and role corrections have other targets: the paper was saved. */
  | {
      readonly type: 'retarget';
      readonly uri: string;
      readonly targets: readonly { readonly id: string; readonly target: Target }[];
    }
  /** The paper's file has another fingerprint. */
  | { readonly type: 'identify'; readonly uri: string; readonly fingerprint: Fingerprint }
  /** A record that came by another way than the journal is joined with what is there. */
  | { readonly type: 'adopt'; readonly uri: string; readonly record: PaperRecord };

/** Changes that were made in one step, with their place among those of all windows. */
export interface Entry {
  /** The window that made it. */
  readonly writer: string;
  /** Counts the writer's entries from 1. */
  readonly seq: number;
  /**
   * Larger than that of every entry which the writer knew (a Lamport clock): an entry never stands
   * before what it builds on.
   */
  readonly clock: number;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly changes: readonly StoredChange[];
}

const uri = z.string();
const positive = z.int().check(z.positive());

const madeChanges = [
  z.object({ type: z.literal('add'), uri, annotation: annotationSchema }),
  z.object({ type: z.literal('remove'), uri, annotation: annotationSchema }),
  z.object({ type: z.literal('edit'), uri, id: z.string(), from: fieldsSchema, to: fieldsSchema }),
  z.object({
    type: z.literal('correctRoles'),
    uri,
    removed: z.array(roleCorrectionSchema),
    added: z.array(roleCorrectionSchema),
  }),
] as const;

/** The schema of an action. */
export const actionSchema = z.array(z.discriminatedUnion('type', madeChanges));

const changeSchema = z.discriminatedUnion('type', [
  ...madeChanges,
  z.object({
    type: z.literal('retarget'),
    uri,
    targets: z.array(z.object({ id: z.string(), target: targetSchema })),
  }),
  z.object({ type: z.literal('identify'), uri, fingerprint: fingerprintSchema }),
  z.object({ type: z.literal('adopt'), uri, record: recordSchema }),
]);

const entrySchema = z.object({
  writer: z.string().check(z.minLength(1)),
  seq: positive,
  clock: positive,
  time: z.string(),
  changes: z.array(changeSchema),
});

/** The entry that a value is, or null. */
export function readEntry(value: unknown): Entry | null {
  const read = entrySchema.safeParse(value);
  return read.success ? read.data : null;
}

/** Puts entries into the order in which all windows apply them. */
export function compareEntries(a: Entry, b: Entry): number {
  return a.clock - b.clock || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : a.seq - b.seq);
}

/** The papers that an entry changes, each once. */
export function papersOf(entry: Entry): readonly string[] {
  return [...new Set(entry.changes.map((change) => change.uri))];
}
