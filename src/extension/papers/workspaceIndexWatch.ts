import * as vscode from 'vscode';
import { expandBraces } from '../../core/navigation/globs.ts';
import { changesFiles, includedPatterns } from './workspaceIndexFiles.ts';

/** What happened to the files of the workspace. */
export interface FileEvents {
  /** The file has other content. */
  readonly changed: (uri: vscode.Uri) => void;
  /** Files came, went or moved, or other files count as papers now. */
  readonly rearranged: () => void;
}

/**
 * Tells of changes to files, from VS Code and from outside. The watcher takes all files: one for papers
 * only does not hear when a folder of them is moved or deleted.
 */
export function watchFiles({ changed, rearranged }: FileEvents): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  const cameOrWent = (uri: vscode.Uri) => {
    if (mayHoldPapers(uri.path)) rearranged();
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(cameOrWent),
    watcher.onDidDelete(cameOrWent),
    vscode.workspace.onDidRenameFiles(rearranged),
    vscode.workspace.onDidChangeWorkspaceFolders(rearranged),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesFiles(event)) rearranged();
    }),
  );
}

/** Whether the path may be a paper's, or a folder's: those rarely have a dot in their name. */
function mayHoldPapers(path: string): boolean {
  if (path.includes('/.git/') || path.includes('/node_modules/')) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const endings = includedPatterns()
    .flatMap(expandBraces)
    .map((glob) => glob.slice(glob.lastIndexOf('*') + 1));
  return !name.includes('.') || endings.some((ending) => path.endsWith(ending));
}
