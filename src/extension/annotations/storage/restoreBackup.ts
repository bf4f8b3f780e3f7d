import * as vscode from 'vscode';
import { invert, type Action } from '../../../core/annotations/change.ts';
import type { PublisherRule } from '../../../core/paper/roles/publisherRules.ts';
import { listBackups, readBackup, type Backup } from '../../../core/store/backups.ts';
import { countChanges, restoreAction } from '../../../core/store/restoring.ts';
import { missingRules } from '../../../core/store/storedRules.ts';
import { UserError } from '../../errors.ts';
import type { StorageServices } from './storageServices.ts';

interface Choice extends vscode.QuickPickItem {
  readonly backup: Backup;
}

/** “Restore Back-up…”: what each back-up holds and what it would change, then one undoable step. */
export async function restoreBackup(services: StorageServices): Promise<void> {
  const { storage, annotations, backups } = services;
  await storage.started;
  // What is here now can then be had again, also when it can't be undone any more.
  await backups.before();
  const all = await listBackups(storage.place.backups);
  if (all.length === 0) {
    throw new UserError(
      vscode.l10n.t(
        'There are no back-ups yet. They are made by themselves while you annotate, and kept in “{0}”.',
        storage.place.root.fsPath,
      ),
    );
  }
  const backup = await pickBackup(all, (each) => describeChanges(services, each));
  if (backup === null) return;
  const restoration = await restorationFrom(services, backup);
  if (restoration === null) {
    throw new UserError(
      vscode.l10n.t('This back-up can’t be read: its file is damaged. Choose another one.'),
    );
  }
  const { action, rules } = restoration;
  if (action.length === 0 && rules.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing to restore: this back-up holds the same annotations as now.'),
    );
    return;
  }
  await annotations.perform(action);
  if (rules.length > 0) await storage.rules.add(rules);
  const undo = vscode.l10n.t('Undo');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('The annotations are as they were on {0}.', timeOf(backup)),
    undo,
  );
  // The message may stay for long: what was done since is not taken back with it.
  if (choice !== undo) return;
  await annotations.perform(invert(action));
  if (rules.length > 0) await storage.rules.remove(rules);
}

/** What restoring a back-up does. */
interface Restoration {
  readonly action: Action;
  /** Rules for publishers that are missing; those that came since are no annotations, and stay. */
  readonly rules: readonly PublisherRule[];
}

/** Null if it can't be read. */
async function restorationFrom(
  { storage }: StorageServices,
  backup: Backup,
): Promise<Restoration | null> {
  const { archive, problems } = await readBackup(storage.place.backups, backup.name);
  // A back-up that is read in part would take away what the other part holds.
  if (archive === null || problems.length > 0) return null;
  return {
    action: restoreAction(storage.store.records(), archive),
    rules: missingRules(archive.rules, storage.rules.all()),
  };
}

async function describeChanges(services: StorageServices, backup: Backup): Promise<string> {
  const restoration = await restorationFrom(services, backup);
  if (restoration === null) return vscode.l10n.t('can’t be read');
  const { added, removed, changed, roles } = countChanges(restoration.action);
  const rules = restoration.rules.length;
  const parts = [
    [added, vscode.l10n.t('annotations back: {0}', added)],
    [changed, vscode.l10n.t('annotations changed: {0}', changed)],
    [removed, vscode.l10n.t('annotations removed: {0}', removed)],
    [roles, vscode.l10n.t('roles changed: {0}', roles)],
    [rules, vscode.l10n.t('rules for publishers back: {0}', rules)],
  ] as const;
  const told = parts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  return told.length === 0 ? vscode.l10n.t('the same as now') : told.join(' · ');
}

/** Shows the list at once; what each would change follows as it is read. */
function pickBackup(
  all: readonly Backup[],
  describe: (backup: Backup) => Promise<string>,
): Promise<Backup | null> {
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = vscode.l10n.t('Restore Back-up');
  pick.placeholder = vscode.l10n.t('Annotations become what they were; that can be undone');
  pick.matchOnDetail = true;
  pick.busy = true;
  let items = all.map((backup): Choice => {
    const holds = vscode.l10n.t('annotations: {0}, papers: {1}', backup.annotations, backup.papers);
    return { label: timeOf(backup), description: holds, detail: ' ', backup };
  });
  pick.items = items;
  let isOpen = true;
  const fill = async () => {
    for (const backup of all) {
      const detail = await describe(backup);
      if (!isOpen) return;
      const [active] = pick.activeItems;
      items = items.map((item) => (item.backup === backup ? { ...item, detail } : item));
      pick.items = items;
      pick.activeItems = items.filter((item) => item.backup === active?.backup);
    }
    pick.busy = false;
  };
  void fill();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.backup ?? null);
      pick.hide();
    });
    pick.onDidHide(() => {
      isOpen = false;
      resolve(null);
      pick.dispose();
    });
    pick.show();
  });
}

function timeOf({ time }: Backup): string {
  return new Date(time).toLocaleString(vscode.env.language, {
    dateStyle: 'full',
    timeStyle: 'medium',
  });
}
