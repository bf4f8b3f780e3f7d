import * as vscode from 'vscode';
import { listCopies, pathKey, readCopy } from '../../../core/store/copies.ts';
import { keepCard } from '../../../core/store/folderCards.ts';
import { findPaperFiles } from '../../papers/workspaceIndexFiles.ts';
import type { AnnotationStorage } from './createStorage.ts';
import { storesOfMoved } from './folderCard.ts';
import { preferred, type Lookalike } from './lookalikes.ts';
import { fileChecksum } from './paperFingerprint.ts';
import { exists, pathInFolder } from './presentArchive.ts';
import { takeOver, takeRules, type Taken, type TakingServices } from './takeOver.ts';

const declinedKey = 'policyAnnotator.declinedFolder';

/**
 * Finds the annotations of a folder again that was moved, renamed or copied: VS Code then gives it an
 * empty state. A file with the same path in its folder and the same bytes as one that has annotations
 * elsewhere is that paper. Asks, once, where the other folder is still there; gives the papers that it
 * asked about.
 */
export async function findMovedFolder(services: TakingServices): Promise<readonly string[]> {
  const { store, place } = services.storage;
  if (place.kind !== 'workspace' || store.records().length > 0) return [];
  const found = await findAll(place);
  const moved = found.filter(({ like }) => like.isMoved);
  if (moved.length > 0) {
    await takeOver(services, moved);
    for (const { like } of moved) await forgetCard(place, like.store);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Annotations found again: this folder was moved. Papers: {0}.', moved.length),
    );
  }
  const copied = found.filter(({ like }) => !like.isMoved);
  const isDeclined = place.state.get<boolean>(declinedKey, false);
  // The question is not waited for: it may stay open for long.
  if (moved.length === 0 && copied.length > 0 && !isDeclined) void ask(copied);
  return moved.length === 0 ? copied.map(({ uri }) => uri) : [];

  async function ask(all: readonly Taken[]): Promise<void> {
    const yes = vscode.l10n.t('Copy Annotations');
    const no = vscode.l10n.t('No');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This folder has copies of papers with annotations in “{0}” (papers: {1}). Copy the annotations too?',
        all[0] ? folderOfLike(all[0]) : '',
        all.length,
      ),
      yes,
      no,
    );
    if (choice === no) await place.state.update(declinedKey, true);
    if (choice === yes) await takeOver(services, all);
  }
}

/**
 * Finds again what a folder's windows were taught about publishers before it was moved, where it has no notes
 * with which that would come along.
 */
export async function findMovedRules({ storage }: TakingServices): Promise<void> {
  const { place, rules } = storage;
  if (place.kind !== 'workspace' || rules.all().length > 0) return;
  let found = 0;
  for (const name of await storesOfMoved(storage)) {
    found += await takeRules(storage, name);
    await forgetCard(place, name);
  }
  if (found === 0) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Rules for publishers found again: this folder was moved. Rules: {0}.', found),
  );
}

/** The folder that a copied paper has its annotations in: it has the same path there as here. */
function folderOfLike({ uri, like }: Taken): string {
  return vscode.Uri.parse(like.record.uri).fsPath.slice(0, -pathInFolder(uri).length - 1);
}

/** The folder is not there any more to be found again. */
async function forgetCard({ cards }: AnnotationStorage['place'], store?: string): Promise<void> {
  if (store === undefined) return;
  await keepCard(cards, { store, uri: '', papers: [] }).catch(() => undefined);
}

async function findAll(place: AnnotationStorage['place']): Promise<readonly Taken[]> {
  const copies = await listCopies(place.copies).catch(() => []);
  if (copies.length === 0) return [];
  const files = await findPaperFiles(new vscode.CancellationTokenSource().token);
  const found: Taken[] = [];
  for (const { uri } of files) {
    const path = pathKey(pathInFolder(uri));
    const samePath = copies.filter((copy) => copy.path === path);
    if (samePath.length === 0) continue;
    const bytes = await fileChecksum(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
    const like: Lookalike[] = [];
    for (const copy of samePath.toReversed()) {
      if (!bytes.startsWith(copy.bytes)) continue;
      const paper = await readCopy(place.copies, copy);
      if (paper === null || paper.record.uri === uri) continue;
      const isMoved = !(await exists(vscode.Uri.parse(paper.record.uri)));
      like.push({ ...paper, likeness: 'bytes', isMoved, isHere: false });
      if (isMoved) break;
    }
    const best = preferred(like);
    if (best) found.push({ uri, like: best });
  }
  return found;
}
