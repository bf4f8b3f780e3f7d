import * as vscode from 'vscode';
import type { AnnotationStore, StoreEvent } from '../../../core/store/annotationStore.ts';
import type { Journal } from '../../../core/store/journal.ts';
import { createTimedTasks } from './timedTasks.ts';

/** Milliseconds after a change until the state has it too; the journal has it already. */
const stateDelay = 400;
/** Milliseconds between two attempts to write what could not be written. */
const retrying = 4000;
/** Milliseconds after the start until the journal is tidied, and between two times. */
const firstTidying = 20_000;
const tidying = 300_000;
/** Segments at which the journal is tidied without waiting. */
const manySegments = 200;

/** What is kept up. */
interface Kept {
  readonly store: AnnotationStore;
  readonly journal: Journal;
  readonly onDidChange: vscode.Event<StoreEvent>;
  /** Brings everything up to date that is kept beside the journal. */
  readonly save: () => Promise<void>;
  readonly log: vscode.LogOutputChannel;
}

/** Does what a store needs done in its time: the state, retries, tidying. */
export function keepUp({ store, journal, onDidChange, save, log }: Kept): vscode.Disposable {
  const tasks = createTimedTasks(log);
  const { later } = tasks;
  let tidiedAt = 0;

  async function tidy(): Promise<void> {
    tidiedAt = Date.now();
    await store.settle().finally(() => {
      later('tidy', tidying, tidy);
    });
  }

  later('tidy', firstTidying, tidy);
  const subscription = onDidChange(({ safety }) => {
    later('save', safety === 'saved' ? stateDelay : retrying, save);
    const isDue = journal.segments > manySegments && Date.now() - tidiedAt > tidying / 5;
    if (isDue) later('tidy now', stateDelay, tidy);
  });
  return new vscode.Disposable(() => {
    tasks.dispose();
    subscription.dispose();
  });
}
