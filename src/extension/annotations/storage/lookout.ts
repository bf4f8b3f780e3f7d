import * as vscode from 'vscode';
import { createTimedTasks } from './timedTasks.ts';

/** Milliseconds between two looks, for file systems that tell of nothing. */
const polling = 1200;
/** Milliseconds for what is told at once to come together. */
const gathering = 30;

/** Files that other windows write too. */
export interface SharedFiles {
  readonly folder: vscode.Uri;
  /** A glob for their names. */
  readonly names: string;
  /** Takes in what other windows wrote. */
  readonly takeIn: () => Promise<void>;
}

/** Takes in what other windows write, soon after they did. Begins when the store has `started`. */
export function keepLookout(
  shared: readonly SharedFiles[],
  started: Promise<unknown>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const tasks = createTimedTasks(log);
  const watchers: vscode.Disposable[] = [];
  let isDisposed = false;

  async function poll(): Promise<void> {
    try {
      for (const { takeIn } of shared) await takeIn();
    } finally {
      tasks.later('poll', polling, poll);
    }
  }

  async function watch({ folder, names, takeIn }: SharedFiles): Promise<void> {
    await vscode.workspace.fs.createDirectory(folder);
    if (isDisposed) return;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, names),
    );
    const look = () => {
      tasks.later(`look at ${names}`, gathering, takeIn);
    };
    watchers.push(watcher, watcher.onDidCreate(look), watcher.onDidChange(look));
  }

  async function begin(): Promise<void> {
    await started;
    for (const files of shared) await watch(files);
  }

  begin().catch((error: unknown) => {
    log.warn('Annotations: watch', String(error));
  });
  tasks.later('poll', polling, poll);
  return new vscode.Disposable(() => {
    isDisposed = true;
    tasks.dispose();
    for (const watcher of watchers) watcher.dispose();
  });
}
