import type { PaperRecord } from '../annotations/annotation.ts';
import { isSameRecord } from './isSameRecord.ts';
import type { Journal } from './journal.ts';

/** What a journal says of every paper that it knows, by URI. */
export function recordsIn(journal: Journal): ReadonlyMap<string, PaperRecord> {
  return new Map(journal.uris().map((uri) => [uri, journal.state(uri).record]));
}

/** The papers of which a journal says something else than before. */
export function changedSince(
  before: ReadonlyMap<string, PaperRecord>,
  journal: Journal,
): readonly string[] {
  return journal.uris().filter((uri) => {
    const known = before.get(uri);
    return known === undefined || !isSameRecord(known, journal.state(uri).record);
  });
}
