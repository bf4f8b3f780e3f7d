import * as vscode from 'vscode';
import type { StoreProblem } from '../../core/annotations/annotationStore.ts';

/** Tells the analyst, once for all papers, what stored annotations could not be read and what to do. */
export async function reportStoreProblems(
  state: vscode.Memento,
  problems: readonly StoreProblem[],
): Promise<void> {
  if (problems.some(({ kind }) => kind === 'newer')) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Notes on some papers were written by a newer version of this extension. They are shown but can’t be changed until you update it.',
      ),
    );
  }
  const unreadable = problems.filter(({ kind }) => kind === 'unreadable');
  if (unreadable.length === 0) return;
  const count = unreadable.reduce((sum, problem) => sum + problem.count, 0);
  const show = vscode.l10n.t('Show What Was Kept');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Stored annotations that can’t be read: {0}. They were kept aside unchanged; all others are here.',
      count,
    ),
    show,
  );
  if (choice !== show) return;
  const kept = unreadable.map(({ uri, key }) => ({ paper: uri, kept: state.get<unknown>(key) }));
  const content = JSON.stringify(kept, null, 2);
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'json', content }),
  );
}
