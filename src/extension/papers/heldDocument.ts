import * as vscode from 'vscode';
import { folderOf } from './folderOf.ts';

/** A document that stays readable while no editor shows it. */
export interface HeldDocument {
  /** Null until it is open, and while it can't be opened. */
  readonly document: vscode.TextDocument | null;
  /** Why the document can't be opened; null while it is open or being opened. */
  readonly problem: string | null;
  /** Opens the document again if VS Code closed it. */
  refresh(): void;
  dispose(): void;
}

/**
 * Holds the document at `uri` open and calls `changed` when it was opened, closed or failed to open. A
 * file that can't be opened is tried again when it appears.
 */
export function holdDocument(uri: vscode.Uri, changed: () => void): HeldDocument {
  let document: vscode.TextDocument | null = null;
  let problem: string | null = null;
  let opening = false;
  let disposed = false;
  let watcher: vscode.Disposable | null = null;
  const isDisposed = () => disposed;

  const open = async () => {
    if (opening || isDisposed()) return;
    opening = true;
    try {
      document = await vscode.workspace.openTextDocument(uri);
      problem = null;
    } catch {
      document = null;
      problem = vscode.l10n.t(
        'The file {0} can’t be opened. It may have been deleted, moved or renamed outside VS Code, or it is not text. The preview comes back when the file does.',
        uri.scheme === 'file' ? uri.fsPath : uri.path,
      );
    }
    opening = false;
    if (isDisposed()) return;
    watcher?.dispose();
    watcher = problem === null ? null : whenItAppears(uri, () => void open());
    changed();
  };

  const closed = vscode.workspace.onDidCloseTextDocument((closedDocument) => {
    // VS Code closes documents that no editor shows after some minutes.
    if (closedDocument === document) void open();
  });
  void open();

  return {
    get document() {
      return document;
    },
    get problem() {
      return problem;
    },
    refresh() {
      if (document === null || document.isClosed) void open();
    },
    dispose() {
      disposed = true;
      watcher?.dispose();
      closed.dispose();
    },
  };
}

function whenItAppears(uri: vscode.Uri, appeared: () => void): vscode.Disposable {
  // A pattern of the folder, since a file's name may hold characters that a pattern reads as its own.
  const pattern = new vscode.RelativePattern(folderOf(uri), '*');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
  const created = watcher.onDidCreate((file) => {
    if (file.toString() === uri.toString()) appeared();
  });
  return vscode.Disposable.from(watcher, created);
}
