import * as vscode from 'vscode';
import { affectsAnnotationSettings, categoryProblems } from '../configuration.ts';

/** Tells the analyst what is wrong with the categories in the settings, now and when they change. */
export function registerCategoryReport(): vscode.Disposable {
  void report();
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (affectsAnnotationSettings(event)) void report();
  });
}

async function report(): Promise<void> {
  const problems = categoryProblems();
  if (problems.length === 0) return;
  const open = vscode.l10n.t('Open Settings');
  const message = vscode.l10n.t('Categories that can’t be used. {0}', problems.join(' '));
  if ((await vscode.window.showWarningMessage(message, open)) !== open) return;
  await vscode.commands.executeCommand(
    'workbench.action.openSettings',
    'policyAnnotator.categories',
  );
}
