import * as vscode from 'vscode';
import { folderOf } from './folderOf.ts';

/** Programs write a file in several steps: milliseconds to wait for the last one. */
const settling = 300;

/** Calls `changed` when the file at this URI has other content, came or went. */
export function watchFile(uri: vscode.Uri, changed: () => void): vscode.Disposable {
  // A pattern of the folder, since a file's name may hold characters that a pattern reads as its own.
  const pattern = new vscode.RelativePattern(folderOf(uri), '*');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (file: vscode.Uri) => {
    if (file.toString() !== uri.toString()) return;
    clearTimeout(timer);
    timer = setTimeout(changed, settling);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(heard),
    watcher.onDidCreate(heard),
    watcher.onDidDelete(heard),
    new vscode.Disposable(() => {
      clearTimeout(timer);
    }),
  );
}
