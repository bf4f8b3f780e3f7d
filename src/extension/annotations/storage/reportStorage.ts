import * as vscode from 'vscode';
import type { Safety, StoreEvent } from '../../../core/store/annotationStore.ts';
import type { AnnotationStorage } from './createStorage.ts';
import type { StoragePlace } from './storagePlace.ts';

const saidKey = 'policyAnnotator.saidWhere';
const gapsKey = 'policyAnnotator.toldGaps';

/** Milliseconds in which the same is not said twice: there may be room for one change and not for the next. */
const quiet = 600_000;

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
  let said: { readonly message: string; readonly at: number } | null = null;

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
    if (said?.message === message && Date.now() - said.at < quiet) return;
    said = { message, at: Date.now() };
    void showWithCheck(message, exportAll);
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
  const why = inWords(error);
  if (place.isInBrowser) {
    return vscode.l10n.t(
      'The browser can’t save annotations ({0}): free disk space or remove data of this site, or export all annotations before you close this window.',
      why,
    );
  }
  if (isFull(error)) {
    return safety === 'memory'
      ? vscode.l10n.t(
          'The disk is full, so annotations are in this window only: free some space before you close it.',
        )
      : vscode.l10n.t(
          'The disk is full, so annotations are saved in part only: free some space, or a crash may lose the last ones.',
        );
  }
  return safety === 'memory'
    ? vscode.l10n.t(
        'Annotations are in this window only, because “{0}” can’t be written ({1}): make it writable before you close the window.',
        where,
        why,
      )
    : vscode.l10n.t(
        'Annotations are saved in part only, because “{0}” can’t be written ({1}): make it writable, or a crash may lose the last ones.',
        where,
        why,
      );
}

/** What a file system says without its codes and paths, such as “read-only file system”; else the whole message. */
function inWords(error: unknown): string {
  const reason = reasonIn(error);
  return /\bE[A-Z]+: ([^,()]+)/u.exec(reason)?.[1] ?? reason;
}

function isFull(error: unknown): boolean {
  return /\b(?:ENOSPC|EDQUOT)\b|quota/iu.test(reasonIn(error));
}

function reportStart({ store, journal, place }: AnnotationStorage): void {
  const isNewer = journal.isReadOnly || store.problems.some(({ kind }) => kind === 'newer');
  if (isNewer) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Notes on some papers were written by a newer version of this extension: they are shown, but can’t be changed until you update it.',
      ),
    );
  }
  const isUnreadable =
    store.problems.some(({ kind }) => kind === 'unreadable') ||
    journal.problems.some(({ kind }) => kind === 'damaged');
  if (isUnreadable) {
    void showWithCheck(
      vscode.l10n.t(
        'Some of what is stored of your annotations can’t be read and was set aside unchanged: if annotations are missing, restore a back-up.',
      ),
    );
    return;
  }
  const gaps = journal.problems.flatMap((each) => (each.kind === 'missing' ? [each.writer] : []));
  // They stay in the journal for a while: each is told of once.
  const known = place.state.get<readonly string[]>(gapsKey, []);
  if (gaps.every((writer) => known.includes(writer))) return;
  void place.state.update(gapsKey, gaps);
  void showWithCheck(
    vscode.l10n.t(
      'Something removed files of the annotation store: if annotations are missing, restore a back-up.',
    ),
  );
}

/** Shows a warning with two commands to go on with. */
async function showWithCheck(message: string, other: NextStep = restore): Promise<void> {
  const steps = [check, other].map(({ title, command }) => ({ title: title(), command }));
  const choice = await vscode.window.showWarningMessage(message, ...steps);
  if (choice) await vscode.commands.executeCommand(choice.command);
}
