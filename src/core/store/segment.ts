import * as z from 'zod/mini';
import { readEntry, type Entry } from './entry.ts';
import { openLines, sealLine } from './sealedLines.ts';

/** The version of the journal's form that this code writes. */
const journalVersion = 1;

/** What could be read of a segment. */
export interface ReadSegment {
  readonly entries: readonly Entry[];
  /** Something of it could not be read, or is missing. */
  readonly damaged: boolean;
  /** Written by a newer version in a form that this one does not know. */
  readonly newer: boolean;
}

const head = z.object({ journal: z.int().check(z.positive()), entries: z.int() });

/** A file of the journal: a line about itself, then a line for each entry. */
export function writeSegment(entries: readonly Entry[]): string {
  const lines = [{ journal: journalVersion, entries: entries.length }, ...entries].map(sealLine);
  return lines.join('');
}

/** Reads what is whole in a segment. */
export function readSegment(text: string): ReadSegment {
  const { values, damaged } = openLines(text);
  const first = head.safeParse(values[0]);
  const newer = first.success && first.data.journal > journalVersion;
  const entries = values.flatMap((value) => readEntry(value) ?? []);
  const isComplete =
    first.success && entries.length === first.data.entries && values.length === entries.length + 1;
  return { entries, damaged: (damaged || !isComplete) && !newer, newer };
}
