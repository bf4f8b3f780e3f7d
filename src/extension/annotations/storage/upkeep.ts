import * as vscode from 'vscode';
import type { AnnotationStore, StoreEvent } from '../../../core/store/annotationStore.ts';
import type { Journal } from '../../../core/store/journal.ts';
import type { StoragePlace } from './storagePlace.ts';

/** Milliseconds after a change until the state has it too; the journal has it already. */
const stateDelay = 400;
/** Milliseconds between two looks at the journal, for file systems that tell of nothing. */
const polling = 1200;
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
  readonly place: StoragePlace;
  readonly onDidChange: vscode.Event<StoreEvent>;
  readonly started: Promise<number>;
  /** Brings everything up to date that is kept beside the journal. */
  readonly save: () => Promise<void>;
  readonly log: vscode.LogOutputChannel;
}

/** Does what a store needs done in its time: the state, other windows' changes, retries, tidying. */
export function keepUp({
  store,
  journal,
  place,
  onDidChange,
  started,
  save,
  log,
}: Kept): vscode.Disposable {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Set<string>();
  const troubles = new Map<string, string>();
  let isDisposed = false;
  let tidiedAt = 0;

  /** Runs a task after a pause, once for all who ask meanwhile. Failures wait for the next time. */
  function later(name: string, pause: number, task: () => Promise<void>): void {
    if (isDisposed || timers.has(name)) return;
    const run = async () => {
      timers.delete(name);
      if (running.has(name)) {
        later(name, pause, task);
        return;
      }
      running.add(name);
      await task().then(
        () => troubles.delete(name),
        (error: unknown) => {
          // What fails every second is said once.
          if (troubles.get(name) === String(error)) return;
          troubles.set(name, String(error));
          log.warn(`Annotations: ${name}`, String(error));
        },
      );
      running.delete(name);
    };
    timers.set(
      name,
      setTimeout(() => void run(), pause),
    );
  }

  const sync = () => store.sync();

  async function poll(): Promise<void> {
    await sync().finally(() => {
      later('poll', polling, poll);
    });
  }

  async function tidy(): Promise<void> {
    tidiedAt = Date.now();
    await store.settle().finally(() => {
      later('tidy', tidying, tidy);
    });
  }

  async function begin(): Promise<void> {
    await started;
    await vscode.workspace.fs.createDirectory(place.journalUri);
    if (isDisposed) return;
    const pattern = new vscode.RelativePattern(place.journalUri, '*.jsonl');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const look = () => {
      later('look', 30, sync);
    };
    subscriptions.push(watcher, watcher.onDidCreate(look), watcher.onDidChange(look));
  }

  const subscriptions: vscode.Disposable[] = [
    onDidChange(({ safety }) => {
      later('save', safety === 'saved' ? stateDelay : retrying, save);
      const isDue = journal.segments > manySegments && Date.now() - tidiedAt > tidying / 5;
      if (isDue) later('tidy now', stateDelay, tidy);
    }),
  ];
  begin().catch((error: unknown) => {
    log.warn('Annotations: watch', String(error));
  });
  later('poll', polling, poll);
  later('tidy', firstTidying, tidy);

  return new vscode.Disposable(() => {
    isDisposed = true;
    timers.forEach((timer) => {
      clearTimeout(timer);
    });
    for (const subscription of subscriptions) subscription.dispose();
  });
}
