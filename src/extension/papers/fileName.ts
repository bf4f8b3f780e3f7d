import type * as vscode from 'vscode';

/** The last part of a document's path, as it is shown to people. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
