import * as vscode from 'vscode';
import type { RegisterCommand } from '../../commands.ts';
import { schemes } from '../../ids.ts';
import type { Papers } from '../../papers/papers.ts';
import type { Annotations } from '../annotations.ts';
import { createBackups } from './backups.ts';
import type { AnnotationStorage } from './createStorage.ts';
import { findMoved } from './findMoved.ts';
import { keepFolderCard } from './folderCard.ts';
import { keepIdentified } from './keepIdentified.ts';
import { reportStorage } from './reportStorage.ts';

/** What stands on the store, and the commands on it, need. */
interface Parts {
  readonly storage: AnnotationStorage;
  readonly annotations: Annotations;
  readonly papers: Papers;
  readonly registerCommand: RegisterCommand;
  readonly log: vscode.LogOutputChannel;
}

const reportUri = vscode.Uri.from({ scheme: schemes.report, path: '/Annotation Store.md' });

/** Back-ups, finding annotations again, messages about the store, and its commands. */
export function registerStorage(parts: Parts): vscode.Disposable {
  const { storage, papers, registerCommand, log } = parts;
  const backups = createBackups(storage, log);
  const services = { ...parts, backups };
  const renewed = new vscode.EventEmitter<vscode.Uri>();
  let report = '';

  async function checkStore(): Promise<void> {
    const { examineStore, storeReport } = await import('./storePart.ts');
    const title = vscode.l10n.t('Checking the annotation store');
    const location = vscode.ProgressLocation.Window;
    await vscode.window.withProgress({ location, title }, async () => {
      report = storeReport(storage, await examineStore(storage));
    });
    renewed.fire(reportUri);
    const document = await vscode.workspace.openTextDocument(reportUri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  return vscode.Disposable.from(
    backups,
    renewed,
    reportStorage(storage, log),
    keepIdentified(storage, papers, log),
    keepFolderCard(storage, log),
    findMoved(parts, papers),
    vscode.workspace.registerTextDocumentContentProvider(schemes.report, {
      onDidChange: renewed.event,
      provideTextDocumentContent: () => report,
    }),
    registerCommand('policyAnnotator.checkStore', checkStore),
    registerCommand('policyAnnotator.restoreBackup', async () => {
      const { restoreBackup } = await import('./storePart.ts');
      await restoreBackup(services);
    }),
    registerCommand('policyAnnotator.exportAll', async (to?: unknown) => {
      const { exportAll } = await import('./storePart.ts');
      await exportAll(services, uriIn(to));
    }),
    registerCommand('policyAnnotator.importAll', async (from?: unknown) => {
      const { importAll } = await import('./storePart.ts');
      await importAll(services, uriIn(from));
    }),
  );
}

/** A file that another extension or a key binding names. */
function uriIn(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}
