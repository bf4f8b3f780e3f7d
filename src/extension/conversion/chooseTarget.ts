import * as vscode from 'vscode';
import { fileName } from '../papers/fileName.ts';
import { folderOf } from '../papers/folderOf.ts';

/**
 * Where a paper's Markdown is to be written: beside it, under its own name. The analyst is asked before a
 * file there is replaced; undefined if that is not to be.
 */
export async function chooseTarget(paper: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = `${fileName(paper).replace(/\.[^.]*$/u, '')}.md`;
  const target = vscode.Uri.joinPath(folderOf(paper), name);
  if (target.toString() !== paper.toString() && !(await exists(target))) return target;
  const other = vscode.l10n.t('Choose Another Name…');
  const replace = vscode.l10n.t('Replace');
  const isPaper = target.toString() === paper.toString();
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} exists already.', name),
    { modal: true, detail: vscode.l10n.t('What is in it would be lost if it were replaced.') },
    other,
    // A paper itself is never written.
    ...(isPaper ? [] : [replace]),
  );
  if (choice === replace) return target;
  if (choice !== other) return undefined;
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folderOf(paper), name.replace(/\.md$/u, ' converted.md')),
    filters: { Markdown: ['md'] },
  });
  return chosen?.toString() === paper.toString() ? undefined : chosen;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
