import * as vscode from 'vscode';
import type { IndexedFile } from '../../core/navigation/indexCache.ts';
import type { PaperSummary } from '../../core/navigation/paperSummary.ts';
import type { FoundFile } from '../../core/navigation/scan.ts';
import { createIndexReader } from './indexReader.ts';
import type { FileReaders } from './fileReading.ts';
import type { WorkspaceIndexCache } from './workspaceIndexCache.ts';
import { findPaperFiles, largestPaper, stampOf } from './workspaceIndexFiles.ts';
import { createPause } from './stretches.ts';
import { watchFiles } from './workspaceIndexWatch.ts';

/** A paper of the workspace that need not be open. */
export interface IndexedPaper {
  readonly uri: string;
  readonly summary: PaperSummary;
}

/** How far the index is. */
export type IndexState =
  | { readonly kind: 'unread' | 'complete' }
  | { readonly kind: 'scanning' | 'cancelled'; readonly done: number; readonly total: number };

/** The papers of the workspace, read in the background once somebody asks for them. */
export interface WorkspaceIndex {
  /** Fires when papers or the state changed, not more often than a view can show. */
  readonly onDidChange: vscode.Event<void>;
  readonly state: IndexState;
  /** What is known so far; the same list until it changes. */
  papers(): readonly IndexedPaper[];
  /** Begins the first scan; later calls do nothing. */
  start(): void;
  /** Looks at all files again; those that did not change are not read. */
  rescan(): Promise<void>;
  cancel(): void;
  dispose(): void;
}

/**
 * Milliseconds between two messages about progress. VS Code holds a tree view's changes back until there was
 * none for 200: a message, and the rows that follow it as long after, need more than twice that.
 */
const progressPause = 600;
/** Files often change in groups: milliseconds to wait for the last of them. */
const settling = 400;
/** Fewer new files than this are read without a word. */
const worthProgress = 25;

/** Says `unread` until somebody calls `start`. */
export function createWorkspaceIndex(
  cache: WorkspaceIndexCache,
  { door, reading }: FileReaders,
  log: vscode.LogOutputChannel,
): WorkspaceIndex {
  const changed = new vscode.EventEmitter<void>();
  const stale = new Set<string>();
  let files = new Map<string, IndexedFile>();
  let papers: readonly IndexedPaper[] | null = null;
  let state: IndexState = { kind: 'unread' };
  let running: vscode.CancellationTokenSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watching: vscode.Disposable | null = null;
  let loading: Promise<void> | null = null;
  let disposed = false;

  const enter = (next: IndexState) => {
    state = next;
    if (!disposed) changed.fire();
  };

  const load = async () => {
    for (const file of await cache.load()) files.set(file.uri, file);
    papers = null;
  };

  /** `thorough` looks at every file; otherwise only at those that came or that a watcher named. */
  const run = async (thorough: boolean) => {
    clearTimeout(timer);
    running?.cancel();
    running = new vscode.CancellationTokenSource();
    const { token } = running;
    if (thorough) enter({ kind: 'scanning', done: 0, total: 0 });
    watching ??= watchFiles({ changed: fileChanged, rearranged: runLater });
    loading ??= load();
    await loading;
    const found = await findPaperFiles(token);
    if (!token.isCancellationRequested) await readAll(found, thorough, token);
  };

  const readAll = async (
    found: readonly FoundFile[],
    thorough: boolean,
    token: vscode.CancellationToken,
  ) => {
    const started = performance.now();
    const known = new Map([...files].filter(([uri]) => !stale.has(uri)));
    forgetAllBut(found);
    const unknown = found.filter(({ uri }) => !known.has(uri)).length;
    const isTold = thorough || unknown >= worthProgress;
    let done = 0;
    let told = started;
    const { scan } = await reading.load();
    const result = await scan(found, known, largestPaper(), {
      stamp: (uri) => Promise.resolve((thorough ? null : known.get(uri)) ?? stampOf(uri)),
      read: createIndexReader(door, token),
      pause: createPause(),
      isCancelled: () => token.isCancellationRequested,
      accept(file) {
        done += 1;
        stale.delete(file.uri);
        if (files.get(file.uri) !== file) papers = null;
        files.set(file.uri, file);
        if (!isTold || performance.now() - told < progressPause) return;
        told = performance.now();
        enter({ kind: 'scanning', done, total: found.length });
      },
    });
    if (token.isCancellationRequested) return;
    enter({ kind: 'complete' });
    if (result.parsed === 0) return;
    const milliseconds = (performance.now() - started).toFixed(0);
    log.info(`Papers: ${result.parsed} read, ${result.unchanged} unchanged, ${milliseconds} ms`);
    await cache.save([...files.values()]);
  };

  const forgetAllBut = (found: readonly FoundFile[]) => {
    const wanted = new Set(found.map(({ uri }) => uri));
    const kept = [...files].filter(([uri]) => wanted.has(uri));
    if (kept.length < files.size) papers = null;
    files = new Map(kept);
  };

  const runSafely = async (thorough: boolean) => {
    try {
      await run(thorough);
    } catch (error) {
      log.error('Reading the papers of the workspace', String(error));
      enter({ kind: 'complete' });
    }
  };

  const runLater = () => {
    if (state.kind === 'cancelled') return;
    clearTimeout(timer);
    timer = setTimeout(() => void runSafely(state.kind === 'scanning'), settling);
  };

  const fileChanged = (uri: vscode.Uri) => {
    if (!files.has(uri.toString())) return;
    // Two changes within one tick of a file system's clock may leave time and size as they were.
    stale.add(uri.toString());
    runLater();
  };

  return {
    onDidChange: changed.event,
    get state() {
      return state;
    },
    papers: () => (papers ??= [...files.values()].flatMap(paperIn)),
    start() {
      if (state.kind === 'unread') void runSafely(true);
    },
    rescan: () => runSafely(true),
    cancel() {
      if (state.kind !== 'scanning') return;
      running?.cancel();
      enter({ ...state, kind: 'cancelled' });
    },
    dispose() {
      disposed = true;
      running?.cancel();
      clearTimeout(timer);
      watching?.dispose();
      changed.dispose();
    },
  };
}

function paperIn({ uri, summary }: IndexedFile): readonly IndexedPaper[] {
  return summary === null ? [] : [{ uri, summary }];
}
