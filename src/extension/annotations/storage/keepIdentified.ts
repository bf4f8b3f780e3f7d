import * as vscode from 'vscode';
import type { Fingerprint } from '../../../core/annotations/annotation.ts';
import { keepCopy, listCopies, withoutCopy } from '../../../core/store/copies.ts';
import type { Papers } from '../../papers/papers.ts';
import { stampOf } from '../../papers/workspaceIndexFiles.ts';
import type { AnnotationStorage } from './createStorage.ts';
import { fingerprintOfFile } from './paperFingerprint.ts';
import { pathInFolder } from './presentArchive.ts';

/** Milliseconds after a change until the paper's fingerprint and copy are brought up to date. */
const pause = 1500;

/**
 * Keeps the fingerprints of papers with annotations true, and a copy of the annotations where another
 * folder's windows find it: that is how they are found again when a file or a folder was moved.
 */
export function keepIdentified(
  storage: AnnotationStorage,
  papers: Papers,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const { store, place } = storage;
  const due = new Set<string>();
  const read = new Map<string, { stamp: string; fingerprint: Fingerprint | null }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads the file only if it changed since: it may be large, and changes to its notes many. */
  async function fingerprintNow(uri: string): Promise<Fingerprint | null> {
    const file = vscode.Uri.parse(uri);
    const stamp = JSON.stringify([await stampOf(uri), papers.find(file) !== null]);
    const last = read.get(uri);
    if (last?.stamp === stamp) return last.fingerprint;
    const fingerprint = await fingerprintOfFile(file, papers);
    read.set(uri, { stamp, fingerprint });
    return fingerprint;
  }

  async function identify(uri: string): Promise<void> {
    const record = store.record(uri);
    const hasAny = record.annotations.length + record.roles.length > 0;
    const known = record.fingerprint;
    const found = hasAny ? await fingerprintNow(uri) : null;
    // A paper that is not open says nothing of itself: what it said before holds.
    const fingerprint =
      found?.title === '' && known ? { ...known, ...whatIsStored(found) } : (found ?? known);
    if (fingerprint && !store.isReadOnly(uri)) {
      await store.change([{ type: 'identify', uri, fingerprint }]);
    }
    const paper = { record: store.record(uri), path: pathInFolder(uri), store: place.name };
    await keepCopy(place.copies, paper, new Date().toISOString());
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const uris = [...due];
    due.clear();
    for (const uri of uris) {
      await identify(uri).catch((error: unknown) => {
        log.warn('Annotations: copy', String(error));
      });
    }
  }

  function later(uri: string): void {
    due.add(uri);
    timer ??= setTimeout(() => void run(), pause);
  }

  /** A window may have been closed, or have crashed, before it made its last copies. */
  async function catchUp(): Promise<void> {
    await storage.started;
    const copies = await listCopies(place.copies);
    for (const { uri } of withoutCopy(store.records(), copies)) due.add(uri);
    await run();
  }

  catchUp().catch((error: unknown) => {
    log.warn('Annotations: copies', String(error));
  });
  const subscriptions = vscode.Disposable.from(
    storage.onDidChange(({ uris }) => {
      uris.forEach(later);
    }),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (store.record(uri.toString()).annotations.length > 0) later(uri.toString());
    }),
  );
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    subscriptions.dispose();
  });
}

function whatIsStored({ bytes, text, size }: { bytes: string; text: string; size: number }) {
  return { bytes, text, size };
}
