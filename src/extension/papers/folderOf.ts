import * as vscode from 'vscode';

/** The folder that holds the paper; relative links and images begin there. */
export function folderOf(paper: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(paper, '..');
}
