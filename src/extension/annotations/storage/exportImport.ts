import * as vscode from 'vscode';
import { invert } from '../../../core/annotations/change.ts';
import {
  countAnnotations,
  isEmptyArchive,
  readArchive,
  writeArchive,
  type Archive,
  type ArchiveProblem,
} from '../../../core/store/archive.ts';
import { countChanges, importAction } from '../../../core/store/restoring.ts';
import { missingRules } from '../../../core/store/storedRules.ts';
import { UserError } from '../../errors.ts';
import { atHome, presentArchive } from './presentArchive.ts';
import type { StorageServices } from './storageServices.ts';

/** Largest file that is imported, in bytes: some hundred thousand annotations. */
const largest = 250_000_000;

/** “Export All Annotations…”: one file that another machine can import. Asks where if not told. */
export async function exportAll({ storage }: StorageServices, to?: vscode.Uri): Promise<void> {
  await storage.started;
  const archive = presentArchive(storage);
  if (isEmptyArchive(archive)) {
    throw new UserError(vscode.l10n.t('There are no annotations to export.'));
  }
  const folder = folderFor(archive);
  const name = `annotations-${archive.created.slice(0, 10)}.json`;
  const options = {
    title: vscode.l10n.t('Export All Annotations'),
    filters: { [vscode.l10n.t('Annotations')]: ['json'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  };
  const file = to ?? (await vscode.window.showSaveDialog(options));
  if (file === undefined) return;
  await withReason(
    vscode.workspace.fs.writeFile(file, new TextEncoder().encode(writeArchive(archive))),
    (why) => vscode.l10n.t('The annotations can’t be exported to this file: {0}', why),
  );
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Annotations exported: {0}, on papers: {1}. “Import Annotations…” reads them on any machine.',
      countAnnotations(archive),
      archive.papers.length,
    ),
  );
}

/** The open folder, else that of a paper. */
function folderFor({ papers: [paper] }: Archive): vscode.Uri | null {
  const [open] = vscode.workspace.workspaceFolders ?? [];
  if (open) return open.uri;
  return paper ? vscode.Uri.joinPath(vscode.Uri.parse(paper.record.uri), '..') : null;
}

/** “Import Annotations…”: adds what such a file holds, in one undoable step. */
export async function importAll(services: StorageServices, from?: vscode.Uri): Promise<void> {
  const { storage, annotations, backups } = services;
  await storage.started;
  const [file] =
    from === undefined
      ? ((await vscode.window.showOpenDialog({
          title: vscode.l10n.t('Import Annotations'),
          filters: { [vscode.l10n.t('Annotations')]: ['json'] },
        })) ?? [])
      : [from];
  if (file === undefined) return;
  const { archive, problems } = readArchive(await textIn(file));
  if (archive === null) throw new UserError(whyNot(problems));
  const action = importAction(storage.store.records(), await atHome(archive));
  const { added, changed } = countChanges(action);
  const rules = missingRules(archive.rules, storage.rules.all());
  const unread = problems.length;
  if (action.length === 0 && rules.length === 0 && unread === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('All annotations in this file are here already.'),
    );
    return;
  }
  if (unread > 0 && !(await goesOn(unread))) return;
  await backups.before();
  await annotations.perform(action);
  if (rules.length > 0) await storage.rules.add(rules);
  const undo = vscode.l10n.t('Undo');
  const message = vscode.l10n.t(
    'Annotations imported: {0} new, {1} brought up to date.',
    added,
    changed,
  );
  const more = vscode.l10n.t('Rules for publishers: {0} new.', rules.length);
  const choice = await vscode.window.showInformationMessage(
    rules.length === 0 ? message : `${message} ${more}`,
    undo,
  );
  if (choice !== undo) return;
  // The message may stay for long: what was done since is not taken back with it.
  await annotations.perform(invert(action));
  if (rules.length > 0) await storage.rules.remove(rules);
}

async function textIn(file: vscode.Uri): Promise<string> {
  const reading = async () => {
    const { size } = await vscode.workspace.fs.stat(file);
    return size > largest ? null : vscode.workspace.fs.readFile(file);
  };
  const bytes = await withReason(reading(), (why) =>
    vscode.l10n.t('This file can’t be read: {0}', why),
  );
  if (bytes === null) {
    throw new UserError(
      vscode.l10n.t(
        'This file is too large to be one of exported annotations. Choose another one.',
      ),
    );
  }
  return new TextDecoder().decode(bytes);
}

/** What a file system refuses is for the analyst to mend. */
async function withReason<T>(work: Thenable<T>, message: (why: string) => string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new UserError(message(error instanceof Error ? error.message : String(error)));
  }
}

async function goesOn(unread: number): Promise<boolean> {
  const goOn = vscode.l10n.t('Import the Others');
  const message = vscode.l10n.t(
    'The annotations on {0} papers in this file are damaged or were changed by hand, and can’t be imported.',
    unread,
  );
  return (await vscode.window.showWarningMessage(message, { modal: true }, goOn)) === goOn;
}

function whyNot([problem]: readonly ArchiveProblem[]): string {
  switch (problem?.kind) {
    case 'newer':
      return vscode.l10n.t(
        'This file was exported by a newer version of this extension. Update it to import the file.',
      );
    case 'notArchive':
    case 'damagedPaper':
      return vscode.l10n.t(
        'This file holds no exported annotations. Choose one that “Export All Annotations…” wrote.',
      );
    case 'notJson':
    case undefined:
      return vscode.l10n.t(
        'This file can’t be read: it is no JSON, or not all of it is there. Export or copy it again.',
      );
  }
}
