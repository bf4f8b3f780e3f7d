import * as vscode from 'vscode';
import { checksum } from '../../../core/store/checksum.ts';
import type { Folder } from '../../../core/store/folder.ts';
import { fileFolder } from './fileFolder.ts';

/** Where the annotations of this window are kept. */
export interface StoragePlace {
  /** `workspace`: with the open folder. `computer`: for all windows without one. */
  readonly kind: 'workspace' | 'computer';
  /** The folder or the workspace file that is open; null if there is none. */
  readonly workspace: vscode.Uri | null;
  /**
   * Whether all of it is in the browser's storage for the site, as in VS Code for the Web. VS Code takes
   * a value for the state there at once, and tells nobody when it can't be stored.
   */
  readonly isInBrowser: boolean;
  /** Its name among the places of all folders. */
  readonly name: string;
  readonly state: vscode.Memento;
  /** What was said once and shall not be said again. */
  readonly said: vscode.Memento;
  readonly root: vscode.Uri;
  readonly journalUri: vscode.Uri;
  readonly journal: Folder;
  readonly papers: Folder;
  readonly backups: Folder;
  /** What is kept beside records: what can be undone, rules for publishers. */
  readonly values: Folder;
  readonly valuesUri: vscode.Uri;
  /** The values of another folder's place, by its name. */
  readonly valuesOf: (name: string) => Folder;
  /** What could not be read. */
  readonly aside: Folder;
  /** The texts on which notes were made. */
  readonly texts: Folder;
  /** Copies for when the folder is moved: it then has another state and another name. */
  readonly copies: Folder;
  /** By what folders are known again whose store has more than notes on papers. */
  readonly cards: Folder;
}

/** VS Code's name for its own files; where VS Code runs in a browser alone, they are in the browser. */
const browserStorageScheme = 'vscode-userdata';

/**
 * The place for what is open in this window. It is in the storage that all windows share, under the
 * workspace's own name: VS Code gives the storage folder of a workspace to one of its windows only. It
 * forgets the state of a window without a folder when that is closed, so notes of such windows are in
 * the state that all windows share.
 */
export function storagePlace(context: vscode.ExtensionContext): StoragePlace {
  const shared = context.globalStorageUri;
  const workspace = openWorkspace();
  const name = workspace === null ? 'no-folder' : checksum(workspace.toString()).slice(0, 16);
  const rootOf = (place: string) => vscode.Uri.joinPath(shared, 'workspaces', place);
  const root = rootOf(name);
  const at = (folder: string) => vscode.Uri.joinPath(root, folder);
  return {
    kind: workspace === null ? 'computer' : 'workspace',
    workspace,
    isInBrowser: vscode.env.uiKind === vscode.UIKind.Web && shared.scheme === browserStorageScheme,
    name,
    said: context.globalState,
    state: workspace === null ? context.globalState : context.workspaceState,
    root,
    journalUri: at('journal'),
    journal: fileFolder(at('journal')),
    papers: fileFolder(at('papers')),
    backups: fileFolder(at('backups'), 'compressed'),
    values: fileFolder(at('values')),
    valuesUri: at('values'),
    valuesOf: (place) => fileFolder(vscode.Uri.joinPath(rootOf(place), 'values')),
    aside: fileFolder(at('aside')),
    texts: fileFolder(at('texts'), 'compressed'),
    copies: fileFolder(vscode.Uri.joinPath(shared, 'copies'), 'compressed'),
    cards: fileFolder(vscode.Uri.joinPath(shared, 'folders')),
  };
}

function openWorkspace(): vscode.Uri | null {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.workspace.workspaceFile ?? folder?.uri ?? null;
}
