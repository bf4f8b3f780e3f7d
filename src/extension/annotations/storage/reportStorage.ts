import * as vscode from 'vscode';
import type { Safety, StoreEvent } from '../../../core/store/annotationStore.ts';
import type { AnnotationStorage } from './createStorage.ts';
import type { StoragePlace } from './storagePlace.ts';

const saidKey = 'policyAnnotator.saidWhere';

/** What an analyst can do about a message; its title is looked up when it is shown. */
interface NextStep {
  readonly title: () => string;
  readonly command: string;
}
const check: NextStep = {
  title: () => vscode.l10n.t('Check Annotation Store'),
  command: 'policyAnnotator.checkStore',
};
const restore: NextStep = {
  title: () => vscode.l10n.t('Restore Back-up…'),
  command: 'policyAnnotator.restoreBackup',
};
const exportAll: NextStep = {
  title: () => vscode.l10n.t('Export All Annotations…'),
  command: 'policyAnnotator.exportAll',
};

/** Says in plain words, once each, what befell the stored annotations and what can be done. */
export function reportStorage(
  storage: AnnotationStorage,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const status = vscode.window.createStatusBarItem('policyAnnotator.safety');
  status.name = vscode.l10n.t('Unsaved Annotations');
  status.command = 'policyAnnotator.checkStore';
  status.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  let told: Safety = 'saved';

  function tell({ safety, error }: StoreEvent): void {
    if (safety === told) return;
    const before = told;
    told = safety;
    log.info(`Annotations: ${safety} ${reasonIn(error)}`);
    status.hide();
    if (safety === 'saved') {
      if (before === 'memory') {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('All annotations are saved again.'),
        );
      }
      return;
    }
    status.text = `$(warning) ${safety === 'memory' ? vscode.l10n.t('Annotations not saved') : vscode.l10n.t('Annotations saved in part')}`;
    const message = messageOf(safety, storage.place, error);
    status.tooltip = message;
    status.show();
    void showWithCheck(message, safety === 'memory' ? exportAll : restore);
  }

  storage.started.then(
    (lost) => {
      if (lost > 0) log.info(`Annotations: ${lost} taken from the journal`);
      reportStart(storage);
    },
    (error: unknown) => {
      log.error('Annotations: start', String(error));
    },
  );
  return vscode.Disposable.from(status, storage.onDidChange(tell), sayWhere(storage));
}

/** Says with the first annotation where it is kept, if that is not with the open folder. */
function sayWhere({ place, onDidChange }: AnnotationStorage): vscode.Disposable {
  const message = whereKept(place);
  return onDidChange(({ uris }) => {
    if (uris.length === 0 || message === null || place.said.get(saidKey) === true) return;
    void place.said.update(saidKey, true);
    void vscode.window.showInformationMessage(message);
  });
}

function whereKept({ kind, isInBrowser }: StoragePlace): string | null {
  if (isInBrowser) {
    return vscode.l10n.t(
      'Annotations are kept in this browser, for this site. Clearing the site’s data removes them: “Export All Annotations…” makes a file of them.',
    );
  }
  if (kind === 'workspace') return null;
  return vscode.l10n.t(
    'No folder is open: annotations are kept for this computer, and shown in every window without a folder. Where the paper’s folder is opened, you are asked whether they shall be there too.',
  );
}

function reasonIn(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function messageOf(safety: 'state' | 'memory', place: StoragePlace, error: unknown): string {
  const where = place.root.fsPath;
  const why = reasonIn(error);
  if (place.isInBrowser) {
    return vscode.l10n.t(
      'The browser can’t save annotations: {0}. They are kept in this window and saved as soon as that is possible. Free disk space or remove data of this site, or export all annotations before you close the window.',
      why,
    );
  }
  return safety === 'memory'
    ? vscode.l10n.t(
        'Annotations can’t be saved: {0}. They are kept in this window and saved as soon as that is possible. Free disk space, or make “{1}” writable; don’t close the window before.',
        why,
        where,
      )
    : vscode.l10n.t(
        'The journal of annotations can’t be written: {0}. They are kept in the state of Visual Studio Code alone, where a crash may lose the last ones. Free disk space, or make “{1}” writable.',
        why,
        where,
      );
}

function reportStart({ store, journal, place }: AnnotationStorage): void {
  const isNewer = journal.isReadOnly || store.problems.some(({ kind }) => kind === 'newer');
  if (isNewer) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Notes on some papers were written by a newer version of this extension. They are shown but can’t be changed until you update it.',
      ),
    );
  }
  const values = store.problems
    .filter(({ kind }) => kind === 'unreadable')
    .reduce((sum, { count }) => sum + count, 0);
  const files = journal.problems.flatMap((problem) =>
    problem.kind === 'damaged' ? [problem.name] : [],
  );
  const isMissing = journal.problems.some(({ kind }) => kind === 'missing');
  if (values + files.length > 0) {
    void showWithCheck(
      vscode.l10n.t(
        'Stored annotations that can’t be read: {0}. They were kept aside unchanged in “{1}”; all others are here. A back-up may hold them: restore it, or look at the check of the store.',
        values + files.length,
        place.root.fsPath,
      ),
    );
  } else if (isMissing) {
    void showWithCheck(
      vscode.l10n.t(
        'A part of the journal of annotations is missing: something removed files from “{0}”. All else is here. A back-up may hold what was in it.',
        place.journalUri.fsPath,
      ),
    );
  }
}

/** Shows a warning with two commands to go on with. */
async function showWithCheck(message: string, other: NextStep = restore): Promise<void> {
  const steps = [check, other].map(({ title, command }) => ({ title: title(), command }));
  const choice = await vscode.window.showWarningMessage(message, ...steps);
  if (choice) await vscode.commands.executeCommand(choice.command);
}
