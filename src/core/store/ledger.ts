import { compareEntries, type Entry } from './entry.ts';
import { applyEntry, type PaperState } from './paperState.ts';

/** The last entry of each writer that a state holds. */
export type Included = ReadonlyMap<string, number>;

/**
 * A paper as a settled state and the entries that came since. The present state is a function of the
 * set of entries, whatever the order in which they arrived: windows that know the same show the same.
 */
export interface PaperLedger {
  readonly base: PaperState;
  readonly included: Included;
  /** In the order of `compareEntries`. */
  readonly entries: readonly Entry[];
  readonly state: PaperState;
}

/** A ledger that begins with a state. */
export function ledgerFrom(base: PaperState, included: Included = new Map()): PaperLedger {
  return { base, included, entries: [], state: base };
}

/** The ledger with one more entry; the same one if it has it. */
export function withEntry(ledger: PaperLedger, entry: Entry): PaperLedger {
  if (isIncluded(ledger.included, entry)) return ledger;
  const same = (other: Entry) => other.writer === entry.writer && other.seq === entry.seq;
  if (ledger.entries.some(same)) return ledger;
  const later = ledger.entries.findIndex((other) => compareEntries(entry, other) < 0);
  if (later < 0) {
    const entries = [...ledger.entries, entry];
    return { ...ledger, entries, state: applyEntry(ledger.state, entry) };
  }
  const entries = ledger.entries.toSpliced(later, 0, entry);
  return { ...ledger, entries, state: entries.reduce(applyEntry, ledger.base) };
}

/**
 * The ledger with all entries that were made before a time taken into its base; the same one if there
 * are none. Entries behind a younger one stay: they build on it.
 */
export function settled(ledger: PaperLedger, before: string): PaperLedger {
  const young = ledger.entries.findIndex(({ time }) => time >= before);
  const old = young < 0 ? ledger.entries : ledger.entries.slice(0, young);
  if (old.length === 0) return ledger;
  const included = new Map(ledger.included);
  for (const { writer, seq } of old) {
    included.set(writer, Math.max(seq, included.get(writer) ?? 0));
  }
  return {
    ...ledger,
    base: old.reduce(applyEntry, ledger.base),
    included,
    entries: ledger.entries.slice(old.length),
  };
}

/** Whether a state that includes this holds the entry. */
export function isIncluded(included: Included, { writer, seq }: Pick<Entry, 'writer' | 'seq'>) {
  return (included.get(writer) ?? 0) >= seq;
}
