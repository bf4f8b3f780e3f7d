import * as vscode from 'vscode';
import { fileName } from '../../papers/fileName.ts';
import { formatOfName } from '../../papers/paperFormat.ts';
import type { Papers } from '../../papers/papers.ts';
import { findPaperFiles, stampOf } from '../../papers/workspaceIndexFiles.ts';
import { decline, isDeclined } from './declinedLookalikes.ts';
import { findLookalike, type Lookalike } from './lookalikes.ts';
import { findMovedFolder, findMovedRules } from './movedFolder.ts';
import { fingerprintOfFile } from './paperFingerprint.ts';
import { exists } from './presentArchive.ts';
import { takeOver, type TakingServices } from './takeOver.ts';

/** Milliseconds after files came or went, since they often do in groups. */
const settling = 800;

/**
 * Finds annotations again whose file was renamed, moved or copied outside VS Code: by fingerprint, when
 * a paper without annotations is opened, and when files came or went. Asks once where it is not sure.
 */
export function findMoved(services: TakingServices, papers: Papers): vscode.Disposable {
  const { storage, log } = services;
  const { store, place } = storage;
  const considered = new Set<string>();
  const askedWithFolder = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<void> = storage.started.then(() => undefined);

  /** One after the other: two papers may be looking for the same annotations. */
  function inOrder(task: () => Promise<void>): void {
    queue = queue.then(task).catch((error: unknown) => {
      log.warn('Annotations: find again', String(error));
    });
  }

  async function consider(uri: vscode.Uri): Promise<void> {
    const wanted = uri.toString();
    if (askedWithFolder.has(wanted)) return;
    const record = store.record(wanted);
    if (record.annotations.length + record.roles.length > 0 || store.isReadOnly(wanted)) return;
    const fingerprint = await fingerprintOfFile(uri, papers);
    if (fingerprint === null || fingerprint.size === 0) return;
    const found = await findLookalike(storage, uri, fingerprint);
    if (found === null) return;
    const isSure = found.isMoved && found.likeness !== 'paper';
    if (isSure) await take(found, wanted);
    // Not awaited: the question may stay open for long.
    else void ask(found, uri).catch(report);
  }

  const report = (error: unknown) => {
    log.warn('Annotations: find again', String(error));
  };

  async function take(found: Lookalike, uri: string): Promise<void> {
    if (found.isHere && found.isMoved) {
      await services.annotations.carry([{ from: found.record.uri, to: uri }]);
    } else await takeOver(services, [{ uri, like: found }]);
    void vscode.window.showInformationMessage(
      found.isMoved
        ? vscode.l10n.t(
            'Annotations found again: “{0}” was moved.',
            fileName(vscode.Uri.parse(uri)),
          )
        : vscode.l10n.t('Annotations copied: {0}.', found.record.annotations.length),
    );
  }

  async function ask(found: Lookalike, uri: vscode.Uri): Promise<void> {
    if (isDeclined(place.state, found.record.uri, uri.toString())) return;
    const yes = found.isMoved ? vscode.l10n.t('Take Them Over') : vscode.l10n.t('Copy Annotations');
    const no = vscode.l10n.t('No');
    const choice = await vscode.window.showInformationMessage(questionOn(found, uri), yes, no);
    if (choice === yes) await take(found, uri.toString());
    if (choice === no) await decline(place.state, found.record.uri, uri.toString());
  }

  /** Files without annotations that may be those whose annotations lost theirs. */
  async function considerFiles(): Promise<void> {
    const lost = [];
    for (const record of store.records()) {
      if (record.fingerprint === undefined) continue;
      if (!(await exists(vscode.Uri.parse(record.uri)))) lost.push(record.fingerprint.size);
    }
    if (lost.length === 0) return;
    for (const { uri } of await findPaperFiles(new vscode.CancellationTokenSource().token)) {
      const size = store.record(uri).annotations.length > 0 ? null : (await stampOf(uri))?.size;
      if (size !== undefined && size !== null && lost.includes(size)) {
        await consider(vscode.Uri.parse(uri));
      }
    }
  }

  function filesChanged(uri: vscode.Uri): void {
    if (formatOfName(uri.path) === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      inOrder(considerFiles);
    }, settling);
  }

  function opened(uri: vscode.Uri): void {
    if (papers.find(uri) === null || considered.has(uri.toString())) return;
    considered.add(uri.toString());
    inOrder(() => consider(uri));
  }

  inOrder(async () => {
    for (const uri of await findMovedFolder(services)) askedWithFolder.add(uri);
    await findMovedRules(services);
    await considerFiles();
  });
  for (const document of vscode.workspace.textDocuments) opened(document.uri);
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, true);
  const subscriptions = vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(filesChanged),
    papers.onDidChange(opened),
  );
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    subscriptions.dispose();
  });
}

function questionOn({ record, isMoved }: Lookalike, uri: vscode.Uri): string {
  const count = record.annotations.length;
  const name = fileName(uri);
  const other = vscode.workspace.asRelativePath(vscode.Uri.parse(record.uri));
  if (record.uri === uri.toString()) {
    return vscode.l10n.t(
      '“{0}” has annotations from another folder, or from a window without one: {1}. Copy them here?',
      name,
      count,
    );
  }
  return isMoved
    ? vscode.l10n.t(
        '“{0}” is like “{1}”, which is gone and had annotations: {2}. Take them over?',
        name,
        other,
        count,
      )
    : vscode.l10n.t(
        '“{0}” is like “{1}”, which has annotations: {2}. Copy them to this paper?',
        name,
        other,
        count,
      );
}
