import type { Annotation, PaperRecord } from '../annotations/annotation.ts';
import { applyChange } from '../annotations/change.ts';
import type { Entry, StoredChange } from './entry.ts';
import { joinRecords } from './joinRecords.ts';

/** A paper's record with what it takes to apply changes that come late. */
export interface PaperState {
  readonly record: PaperRecord;
  /** The last annotations that were removed, as they were then. */
  readonly removed: readonly Annotation[];
  /** The largest clock of what was applied. */
  readonly clock: number;
}

/** Removed annotations that are remembered for each paper. */
const remembered = 100;

/** The record of a paper with nothing on it. */
export function emptyRecord(uri: string): PaperRecord {
  return { uri, annotations: [], roles: [] };
}

/** A paper on which nothing was ever done. */
export function emptyState(uri: string): PaperState {
  return { record: emptyRecord(uri), removed: [], clock: 0 };
}

/**
 * The state after what an entry says about this paper. Nothing that a window did not know of gets
 * lost: an edit brings an annotation back that another window removed meanwhile, and a removal leaves
 * one alone that was edited meanwhile.
 */
export function applyEntry(state: PaperState, entry: Entry): PaperState {
  const own = entry.changes.filter(({ uri }) => uri === state.record.uri);
  const after = own.reduce((each, change) => applyStored(each, change, entry.time), state);
  return { ...after, clock: Math.max(state.clock, entry.clock) };
}

function applyStored(state: PaperState, change: StoredChange, time: string): PaperState {
  const { record, removed } = state;
  const find = (id: string) => record.annotations.find((each) => each.id === id);
  switch (change.type) {
    case 'add':
      return {
        ...state,
        record: applyChange(record, change, time),
        removed: removed.filter(({ id }) => id !== change.annotation.id),
      };
    case 'remove': {
      const present = find(change.annotation.id);
      if (present === undefined || present.revision > change.annotation.revision) return state;
      const others = removed.filter(({ id }) => id !== present.id);
      return {
        ...state,
        record: applyChange(record, change, time),
        removed: [...others, present].slice(-remembered),
      };
    }
    case 'edit': {
      const gone = find(change.id) ? undefined : removed.find(({ id }) => id === change.id);
      if (gone === undefined) return { ...state, record: applyChange(record, change, time) };
      const restored = { ...record, annotations: [...record.annotations, gone] };
      return {
        ...state,
        record: applyChange(restored, change, time),
        removed: removed.filter(({ id }) => id !== change.id),
      };
    }
    case 'correctRoles':
      return { ...state, record: applyChange(record, change, time) };
    case 'retarget': {
      const targets = new Map(change.targets.map(({ id, target }) => [id, target]));
      const renew = <Item extends PaperRecord['annotations' | 'roles'][number]>(item: Item) => ({
        ...item,
        target: targets.get(item.id) ?? item.target,
      });
      const annotations = record.annotations.map(renew);
      return { ...state, record: { ...record, annotations, roles: record.roles.map(renew) } };
    }
    case 'identify':
      return { ...state, record: { ...record, fingerprint: change.fingerprint } };
    case 'adopt':
      return { ...state, record: joinRecords(record, change.record, removed) };
  }
}
