import { invert, withUris, type Action } from './change.ts';

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
