import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../papers/workspaceIndex.ts';

/** Milliseconds to wait for all papers of the workspace where some of them are enough to begin with. */
const patience = 1000;

/**
 * Has the papers of the workspace read, if nobody asked for them before, and resolves when they are: or
 * sooner, when that takes long and `isEnough` says that there is something to show.
 */
export async function waitForPapers(index: WorkspaceIndex, isEnough: () => boolean): Promise<void> {
  index.start();
  if (index.state.kind !== 'scanning') return;
  const title = vscode.l10n.t('Reading the papers of this workspace…');
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    () =>
      new Promise<void>((resolve) => {
        let isLong = false;
        const look = (): void => {
          if (index.state.kind === 'scanning' && !(isLong && isEnough())) return;
          changes.dispose();
          clearTimeout(timer);
          resolve();
        };
        const changes = index.onDidChange(look);
        const timer = setTimeout(() => {
          isLong = true;
          look();
        }, patience);
      }),
  );
}
