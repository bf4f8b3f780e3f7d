import * as vscode from 'vscode';
import { pathKey } from '../../../core/store/copies.ts';
import { isOnCard, keepCard, readCards, type CardPaper } from '../../../core/store/folderCards.ts';
import { findPaperFiles, stampOf } from '../../papers/workspaceIndexFiles.ts';
import type { AnnotationStorage } from './createStorage.ts';
import { fileChecksum } from './paperFingerprint.ts';
import { exists, pathInFolder } from './presentArchive.ts';
import { createTimedTasks } from './timedTasks.ts';

/** Milliseconds after rules changed, since they do in groups, and after a window opened. */
const pause = 1000;
/** Most papers on a card, the smallest of the first ones: they are read whole. */
const mostPapers = 12;
const mostLookedAt = 60;

/** Keeps the card of a folder whose windows were taught rules, so that these go with it when it is moved. */
export function keepFolderCard(
  { place, rules, started }: AnnotationStorage,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const { workspace, name: store, cards } = place;
  const tasks = createTimedTasks(log);
  const keep = async () => {
    if (workspace === null) return;
    const papers = rules.all().length === 0 ? [] : await papersForCard();
    await keepCard(cards, { store, uri: workspace.toString(), papers });
  };
  const later = () => {
    tasks.later('card', pause, keep);
  };
  void started.then(later, () => undefined);
  return vscode.Disposable.from(tasks, rules.onDidChange(later));
}

/** The names of stores of folders that are gone and had the papers of this one. */
export async function storesOfMoved({ place }: AnnotationStorage): Promise<readonly string[]> {
  const cards = await readCards(place.cards).catch(() => []);
  const others = cards.filter(({ store }) => store !== place.name);
  if (others.length === 0) return [];
  const files = await findPaperFiles(new vscode.CancellationTokenSource().token);
  const uris = new Map(files.map(({ uri }) => [pathKey(pathInFolder(uri)), uri]));
  const bytesAt = (path: string) => checksumOf(uris.get(path));
  const found: string[] = [];
  for (const card of others) {
    if (await exists(vscode.Uri.parse(card.uri))) continue;
    if (await isOnCard(card, bytesAt)) found.push(card.store);
  }
  return found;
}

async function papersForCard(): Promise<readonly CardPaper[]> {
  const files = await findPaperFiles(new vscode.CancellationTokenSource().token);
  const sized = await Promise.all(
    files.slice(0, mostLookedAt).map(async ({ uri }) => ({ uri, stamp: await stampOf(uri) })),
  );
  const sizeOf = ({ stamp }: (typeof sized)[number]) => stamp?.size ?? 0;
  const smallest = sized
    .filter((file) => sizeOf(file) > 0)
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
    .slice(0, mostPapers);
  const papers = await Promise.all(
    smallest.map(async ({ uri }) => ({
      path: pathKey(pathInFolder(uri)),
      bytes: await checksumOf(uri),
    })),
  );
  return papers.flatMap(({ path, bytes }) => (bytes === null ? [] : [{ path, bytes }]));
}

async function checksumOf(uri: string | undefined): Promise<string | null> {
  if (uri === undefined) return null;
  try {
    return await fileChecksum(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    return null;
  }
}
