import * as vscode from 'vscode';
import { createTimedTasks } from './timedTasks.ts';

/** Milliseconds between two looks while it is not known whether the file system tells of changes. */
const polling = 1200;
/** Milliseconds between two looks where it tells: they are for what it may have missed. */
const rarePolling = 10_000;
/** Milliseconds for what is told at once to come together. */
const gathering = 30;
/** A file that is written to hear of it, and how often; whatever is called so is unfinished to others. */
const trialName = 'lookout.new';
const mostTrials = 5;

/** Files that other windows write too. */
export interface SharedFiles {
  readonly folder: vscode.Uri;
  /** A glob for their names. */
  readonly names: string;
  /** Takes in what other windows wrote. */
  readonly takeIn: () => Promise<void>;
}

/**
 * Takes in what other windows write, soon after they did; begins when the store has `started`. A window
 * that was shown to hear of changes looks of itself only now and then, and when the analyst turns to it.
 */
export function keepLookout(
  { folder, names, takeIn }: SharedFiles,
  started: Promise<unknown>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const { fs } = vscode.workspace;
  const trial = vscode.Uri.joinPath(folder, trialName);
  const tasks = createTimedTasks(log);
  const subscriptions: vscode.Disposable[] = [];
  let isDisposed = false;
  let isWatching = false;
  let isTold = false;
  let trials = 0;

  function look(): void {
    tasks.later(`look at ${names}`, gathering, takeIn);
  }

  function hear(): void {
    if (!isTold) void endTrial();
    isTold = true;
    look();
  }

  async function poll(): Promise<void> {
    try {
      if (isWatching && !isTold) await tryOut();
      await takeIn();
    } finally {
      tasks.later(`poll ${names}`, isTold ? rarePolling : polling, poll);
    }
  }

  async function tryOut(): Promise<void> {
    if (trials > mostTrials) return;
    trials += 1;
    // Where nothing can be written, nothing is heard, and looking goes on.
    if (trials <= mostTrials) await ignoringFailure(fs.writeFile(trial, Uint8Array.of(trials)));
    // What was heard while this was written ended the trial too early.
    if (trials > mostTrials || isTold) await endTrial();
  }

  async function endTrial(): Promise<void> {
    // Another window may have been quicker.
    await ignoringFailure(fs.delete(trial));
  }

  async function watch(): Promise<void> {
    await started;
    await fs.createDirectory(folder);
    if (isDisposed) return;
    const pattern = new vscode.RelativePattern(folder, `{${names},${trialName}}`);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    subscriptions.push(watcher, watcher.onDidCreate(hear), watcher.onDidChange(hear));
    isWatching = true;
  }

  watch().catch((error: unknown) => {
    log.warn('Annotations: watch', String(error));
  });
  tasks.later(`poll ${names}`, polling, poll);
  subscriptions.push(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) look();
    }),
  );
  return new vscode.Disposable(() => {
    isDisposed = true;
    tasks.dispose();
    for (const subscription of subscriptions) subscription.dispose();
  });
}

async function ignoringFailure(work: Thenable<void>): Promise<void> {
  try {
    await work;
  } catch {
    // It is tried again, or not needed.
  }
}
