import * as vscode from 'vscode';
import { UserError } from '../errors.ts';
import { folderOf } from '../papers/folderOf.ts';
import { formatOfName, isFileFormat } from '../papers/paperFormat.ts';

/**
 * Follows a link of a paper: the web and mail through VS Code, which asks; files only inside the
 * workspace. Everything else is refused: a paper is data, and what it says is not done.
 */
export async function openLink(paper: vscode.Uri, href: string): Promise<void> {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https' || scheme === 'mailto') {
    await vscode.env.openExternal(vscode.Uri.parse(href));
    return;
  }
  if (scheme !== undefined || href.startsWith('//')) {
    throw new UserError(
      vscode.l10n.t('This link is not opened: only web, mail and workspace files are.'),
    );
  }
  const target = resolve(paper, href);
  if (vscode.workspace.getWorkspaceFolder(target) === undefined) {
    throw new UserError(
      vscode.l10n.t('This link is not opened: it leads to a file outside the workspace.'),
    );
  }
  await mustExist(target);
  // Who reads a paper in the preview goes on reading in it.
  const isPaper = formatOfName(target.path) !== null || isFileFormat(target.path);
  const command = isPaper ? 'policyAnnotator.openPreview' : 'vscode.open';
  await vscode.commands.executeCommand(command, target);
}

function resolve(paper: vscode.Uri, href: string): vscode.Uri {
  const path = decoded(href.replace(/[?#].*$/s, ''));
  const root = vscode.workspace.getWorkspaceFolder(paper)?.uri;
  const base = path.startsWith('/') && root ? root : folderOf(paper);
  return vscode.Uri.joinPath(base, path);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: the path is meant as it is written.
    return path;
  }
}

async function mustExist(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch {
    throw new UserError(
      vscode.l10n.t('{0} does not exist.', vscode.workspace.asRelativePath(file)),
    );
  }
}
