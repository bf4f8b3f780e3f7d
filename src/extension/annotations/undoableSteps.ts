import type { Action } from '../../core/annotations/change.ts';
import {
  emptyHistory,
  followPapers,
  goingOnFrom,
  record,
  redo,
  renameIn,
  undo,
  type History,
} from '../../core/annotations/history.ts';
import { readOnlyError } from '../errors.ts';
import type { Annotations } from './annotations.ts';
import type { AnnotationStorage } from './storage/createStorage.ts';

/** Changes to stored annotations, made in steps that can be taken back, after a restart too. */
export interface UndoableSteps extends Pick<Annotations, 'perform' | 'undo' | 'redo' | 'goOnFrom'> {
  /** Lets steps be about papers' new URIs. */
  rename(newUri: (uri: string) => string): Promise<void>;
}

/** The steps that were made in this store, as the last session left them. */
export function createUndoableSteps({
  store,
  history: stored,
}: Pick<AnnotationStorage, 'store' | 'history'>): UndoableSteps {
  let history = emptyHistory;
  const loaded = stored.load().then((found) => {
    history = found;
  });

  /** Applies an action, all papers of it at once, and settles when all of it is stored. */
  async function apply(action: Action, after: History): Promise<void> {
    if (action.some(({ uri }) => store.isReadOnly(uri))) throw readOnlyError();
    // At once, so that a step that is asked for meanwhile goes on from here.
    history = after;
    await store.change(action);
    await stored.save(history);
  }

  async function step(direction: typeof undo): Promise<boolean> {
    await loaded;
    const next = direction(followPapers(history, store.records()));
    if (next === null) return false;
    await apply(next.action, next.history);
    return true;
  }

  return {
    async perform(action) {
      if (action.length === 0) return;
      await loaded;
      await apply(action, record(history, action));
    },
    undo: () => step(undo),
    redo: () => step(redo),
    async goOnFrom(earlier) {
      if (earlier.done.length + earlier.undone.length === 0) return;
      await loaded;
      history = goingOnFrom(earlier, history);
      await stored.save(history);
    },
    async rename(newUri) {
      await loaded;
      history = renameIn(history, newUri);
      await stored.save(history);
    },
  };
}
