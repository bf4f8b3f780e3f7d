import type { PaperRecord } from './annotation.ts';
import { invert, withUris, type Action, type Change } from './change.ts';

/** Actions that can be taken back and made again; the newest stand last. */
export interface History {
  readonly done: readonly Action[];
  readonly undone: readonly Action[];
}

/** Steps that can be taken back. */
const depth = 200;

/** A history in which nothing was done. */
export const emptyHistory: History = { done: [], undone: [] };

/** The history after an action; what was undone before can't be made again. */
export function record(history: History, action: Action): History {
  return { done: [...history.done, action].slice(-depth), undone: [] };
}

/** The action to apply to take the last one back, with the history after it; null at the beginning. */
export function undo(history: History): { action: Action; history: History } | null {
  const last = history.done.at(-1);
  if (last === undefined) return null;
  const after = { done: history.done.slice(0, -1), undone: [...history.undone, last] };
  return { action: invert(last), history: after };
}

/** The action to apply to make the last undone one again, or null if there is none. */
export function redo(history: History): { action: Action; history: History } | null {
  const last = history.undone.at(-1);
  if (last === undefined) return null;
  const after = { done: [...history.done, last], undone: history.undone.slice(0, -1) };
  return { action: last, history: after };
}

/** The history for papers that have got other URIs. */
export function renameIn(history: History, newUri: (uri: string) => string): History {
  const rename = (actions: readonly Action[]) => actions.map((each) => withUris(each, newUri));
  return { done: rename(history.done), undone: rename(history.undone) };
}

/**
 * The history for papers that got other URIs unseen, as in another window: where none of a paper's annotations
 * is left under its URI, it is the one that has one of them now.
 */
export function followPapers(history: History, records: readonly PaperRecord[]): History {
  const known = new Set(records.map(({ uri }) => uri));
  const lost = [...history.done, ...history.undone].flat().filter(({ uri }) => !known.has(uri));
  if (lost.length === 0) return history;
  const homes = new Map(
    records.flatMap(({ uri, annotations }) => annotations.map(({ id }) => [id, uri] as const)),
  );
  const moved = new Map(
    lost.flatMap((change) => {
      const home = homes.get(idOf(change));
      return home === undefined ? [] : [[change.uri, home] as const];
    }),
  );
  return renameIn(history, (uri) => moved.get(uri) ?? uri);
}

/** The newest steps that are about these papers alone, with the URIs that the papers have got. */
export function stepsOf({ done, undone }: History, newUris: ReadonlyMap<string, string>): History {
  const ofThese = (actions: readonly Action[]) =>
    actions.slice(actions.findLastIndex((each) => each.some(({ uri }) => !newUris.has(uri))) + 1);
  const found = { done: ofThese(done), undone: ofThese(undone) };
  return renameIn(found, (uri) => newUris.get(uri) ?? uri);
}

/** A history that goes on from an earlier one; what was undone in that can't be made again after new steps. */
export function goingOnFrom(earlier: History, { done, undone }: History): History {
  if (done.length + undone.length === 0) return earlier;
  return { done: [...earlier.done, ...done].slice(-depth), undone };
}

/** The annotation that a change is about; empty where it is about none. */
function idOf(change: Change): string {
  switch (change.type) {
    case 'add':
    case 'remove':
      return change.annotation.id;
    case 'edit':
      return change.id;
    case 'correctRoles':
      return '';
  }
}
