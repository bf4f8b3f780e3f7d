import * as vscode from 'vscode';
import type { Archive, ArchivedPaper } from '../../../core/store/archive.ts';
import type { AnnotationStorage } from './createStorage.ts';

/** Everything as it is now, with the paths of papers in the workspace's folders. */
export function presentArchive({
  store,
  rules,
}: Pick<AnnotationStorage, 'store' | 'rules'>): Archive {
  const papers = store.records().map((record) => ({ record, path: pathInFolder(record.uri) }));
  return { created: new Date().toISOString(), papers, rules: rules.all() };
}

/** The path of a file in its workspace folder; empty if it is in none. */
export function pathInFolder(uri: string): string {
  const file = vscode.Uri.parse(uri);
  const folder = vscode.workspace.getWorkspaceFolder(file);
  return folder ? file.path.slice(folder.uri.path.length).replace(/^\//u, '') : '';
}

/**
 * An archive with the URIs that its papers have here: their own in an open folder, else that of a file
 * with the same path in one, else their own if there is such a file.
 */
export async function atHome(archive: Archive): Promise<Archive> {
  const papers = await Promise.all(
    archive.papers.map(async (paper) => {
      const uri = await placeHere(paper);
      return { ...paper, record: { ...paper.record, uri } };
    }),
  );
  return { ...archive, papers };
}

async function placeHere({ record, path }: ArchivedPaper): Promise<string> {
  const folders = path === '' ? [] : (vscode.workspace.workspaceFolders ?? []);
  const places = folders.map(({ uri }) => vscode.Uri.joinPath(uri, path));
  const own = vscode.Uri.parse(record.uri);
  const isHere = vscode.workspace.getWorkspaceFolder(own) !== undefined;
  for (const place of isHere ? [own, ...places] : [...places, own]) {
    if (await exists(place)) return place.toString();
  }
  // Where the file may come to be, once it is brought here too.
  return places[0]?.toString() ?? record.uri;
}

/** Whether there is a file at this URI; false also where no file system knows its scheme. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
