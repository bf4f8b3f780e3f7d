import * as vscode from 'vscode';
import { anchorAll } from '../../../core/anchoring/anchorAll.ts';
import type { PaperRecord } from '../../../core/annotations/annotation.ts';
import { listBackups, readBackup, type Backup } from '../../../core/store/backups.ts';
import type { Folder } from '../../../core/store/folder.ts';
import { isSameRecord } from '../../../core/store/isSameRecord.ts';
import { createJournal, type Journal } from '../../../core/store/journal.ts';
import { formatOfName } from '../../papers/paperFormat.ts';
import { textOf } from '../../papers/workspaceIndexFiles.ts';
import type { AnnotationStorage } from './createStorage.ts';
import { exists } from './presentArchive.ts';

/** What was found about one paper with annotations. */
export interface PaperHealth {
  readonly uri: string;
  readonly annotations: number;
  /** Annotations whose passage is not found; null where the text can't be looked at here. */
  readonly orphans: number | null;
  readonly isThere: boolean;
}

const folderNames = ['journal', 'papers', 'values', 'backups', 'texts', 'aside'] as const;

/** A folder of the store. */
export type StoreFolder = (typeof folderNames)[number];

/** What was found in one folder of the store. */
export interface FolderHealth {
  readonly name: StoreFolder;
  readonly files: number;
  readonly bytes: number;
  /** Names of files that hold what could not be read. */
  readonly aside: readonly string[];
}

/** How a store is. */
export interface StoreHealth {
  /** Papers of which the journal, read anew, says something else than what is shown. */
  readonly differing: readonly string[];
  readonly journal: Pick<Journal, 'problems' | 'isReadOnly'>;
  /** Characters of the largest record, and of all, in the state. */
  readonly largest: number;
  readonly all: number;
  readonly papers: readonly PaperHealth[];
  readonly folders: readonly FolderHealth[];
  readonly backups: readonly BackupHealth[];
}

/** What was found of a back-up. */
export interface BackupHealth extends Backup {
  /** Whether all of it can be read. */
  readonly isWhole: boolean;
}

/** Looks at everything that is kept; reads the journal anew and every paper that has annotations. */
export async function examineStore(storage: AnnotationStorage): Promise<StoreHealth> {
  const { store, place } = storage;
  await storage.started;
  await store.save();
  const fresh = createJournal(place, 'check');
  await fresh.load();
  const records = store.records();
  const sizes = records.map((record) => JSON.stringify(record).length);
  return {
    differing: records
      .filter((record) => !isSameRecord(record, fresh.state(record.uri).record))
      .map(({ uri }) => uri),
    journal: { problems: fresh.problems, isReadOnly: fresh.isReadOnly },
    largest: sizes.reduce((a, b) => Math.max(a, b), 0),
    all: sizes.reduce((a, b) => a + b, 0),
    papers: await Promise.all(records.map(examinePaper)),
    folders: await Promise.all(folderNames.map((name) => examineFolder(place.root, name))),
    backups: await examineBackups(place.backups),
  };
}

async function examinePaper({ uri, annotations }: PaperRecord): Promise<PaperHealth> {
  const file = vscode.Uri.parse(uri);
  const isThere = await exists(file);
  const text = isThere && formatOfName(file.path) !== null ? await textOf(uri) : null;
  const targets = annotations.map(({ target }) => target);
  const anchors = text === null ? null : anchorAll(text, targets);
  const orphans = anchors?.filter((anchor) => anchor === null).length ?? null;
  return { uri, annotations: annotations.length, orphans, isThere };
}

async function examineBackups(folder: Folder): Promise<readonly BackupHealth[]> {
  const all: BackupHealth[] = [];
  // One after the other: each holds all annotations.
  for (const backup of await listBackups(folder)) {
    const { archive, problems } = await readBackup(folder, backup.name);
    all.push({ ...backup, isWhole: archive !== null && problems.length === 0 });
  }
  return all;
}

async function examineFolder(root: vscode.Uri, name: StoreFolder): Promise<FolderHealth> {
  const folder = vscode.Uri.joinPath(root, name);
  try {
    const found = await vscode.workspace.fs.readDirectory(folder);
    const names = found.map(([each]) => each);
    const sizes = await Promise.all(
      names.map(async (each) => {
        const { size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, each));
        return size;
      }),
    );
    const aside = names.filter((each) => name === 'aside' || each.endsWith('.damaged'));
    return { name, files: names.length, bytes: sizes.reduce((a, b) => a + b, 0), aside };
  } catch {
    return { name, files: 0, bytes: 0, aside: [] };
  }
}
