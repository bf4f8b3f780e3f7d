import * as vscode from 'vscode';
import type { Folder } from '../../../core/store/folder.ts';
import { fileFolder } from './fileFolder.ts';

/** Where the annotations of this window are kept. */
export interface StoragePlace {
  /** `workspace`: with the open folder. `computer`: for all windows without one. */
  readonly kind: 'workspace' | 'computer';
  readonly state: vscode.Memento;
  readonly root: vscode.Uri;
  readonly journalUri: vscode.Uri;
  readonly journal: Folder;
  readonly papers: Folder;
  readonly backups: Folder;
  /** What could not be read. */
  readonly aside: Folder;
  /** The texts on which notes were made. */
  readonly texts: Folder;
  /** Copies for when the folder is moved: VS Code then gives it another state and storage. */
  readonly copies: Folder;
}

/**
 * The place for the open folder. VS Code forgets the state of a window without a folder when it is
 * closed: such notes are kept in the state that all windows share.
 */
export function storagePlace(context: vscode.ExtensionContext): StoragePlace {
  const shared = context.globalStorageUri;
  const own = context.storageUri;
  const root = vscode.Uri.joinPath(own ?? shared, own ? 'annotations' : 'annotations-no-folder');
  const at = (name: string) => vscode.Uri.joinPath(root, name);
  return {
    kind: own ? 'workspace' : 'computer',
    state: own ? context.workspaceState : context.globalState,
    root,
    journalUri: at('journal'),
    journal: fileFolder(at('journal')),
    papers: fileFolder(at('papers')),
    backups: fileFolder(at('backups'), 'compressed'),
    aside: fileFolder(at('aside')),
    texts: fileFolder(at('texts'), 'compressed'),
    copies: fileFolder(vscode.Uri.joinPath(shared, 'copies'), 'compressed'),
  };
}
