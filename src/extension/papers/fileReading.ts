import * as vscode from 'vscode';
import type { Paper } from '../../core/paper/paper.ts';
import type { ReadingFailure } from '../../readers/reader.ts';
import type { ReadFile } from '../../readers/worker/messages.ts';
import { fileName } from './fileName.ts';
import type { Obstacle } from './papers.ts';
import type { ReaderDoor } from './readerDoor.ts';
import type { Reading } from './reading.ts';
import { inStretches } from './stretches.ts';
import { watchFile } from './watchFile.ts';

/** How far the reading of a file is. */
export type FileState =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  /** The beginning is there: the rest is being read, or reading was cancelled. */
  | {
      readonly kind: 'beginning' | 'stopped';
      readonly file: ReadFile;
      readonly paper: Paper;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'complete'; readonly file: ReadFile; readonly paper: Paper }
  | ({ readonly kind: 'failed' } & Obstacle);

/** A file that is being read, and read again whenever it changes on disk. */
export interface FileReading {
  readonly state: FileState;
  /** Ends what is being read; the state says so, and keeps the beginning if that is there. */
  cancel(): void;
  /** Reads the file again. */
  read(): void;
  dispose(): void;
}

/** Largest file that is read, in bytes: a limit for the machine's memory, not for papers. */
const largestFile = 500_000_000;
/** Failures that stay however often the file is read: what can be read has another name, or is smaller. */
const final: readonly ReadingFailure[] = ['notSupported', 'tooLarge'];

/** What a file is read with: `door` leads from bytes to a document, `reading` from that to a paper. */
export interface FileReaders {
  readonly door: ReaderDoor;
  readonly reading: Reading;
}

/** Calls `changed` with every new state. */
export function readFile(
  uri: vscode.Uri,
  { door, reading }: FileReaders,
  changed: () => void,
): FileReading {
  let state: FileState = { kind: 'reading', done: 0, total: 0 };
  let running = new AbortController();

  const enter = (next: FileState) => {
    state = next;
    changed();
  };

  const read = async () => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const isStale = () => signal.aborted;
    let isWhole = false;
    const paperIn = async (file: ReadFile, isUnwanted: () => boolean) => {
      const { paperOfFile } = await reading.load();
      return inStretches(paperOfFile(file, { name: fileName(uri) }), isUnwanted);
    };
    const begin = async (file: ReadFile) => {
      const paper = await paperIn(file, () => isStale() || isWhole);
      if (paper === null || isStale() || isWhole || state.kind !== 'reading') return;
      enter({ ...state, kind: 'beginning', file, paper });
    };
    const fail = ({ message, again }: Obstacle) => {
      if (!isStale()) enter({ kind: 'failed', message, again });
    };
    if (state.kind === 'failed') enter({ kind: 'reading', done: 0, total: 0 });
    if (state.kind === 'stopped') enter({ ...state, kind: 'beginning', done: 0 });
    const bytes = await bytesOf(uri);
    if (isStale()) return;
    if ('message' in bytes) {
      fail(bytes);
      return;
    }
    const answer = await door.read(
      { bytes, name: fileName(uri) },
      {
        signal,
        onProgress(done, total) {
          if (isStale() || (state.kind !== 'reading' && state.kind !== 'beginning')) return;
          enter({ ...state, done, total });
        },
        onBeginning(file) {
          void begin(file);
        },
      },
    );
    if ('ok' in answer) {
      fail({ message: answer.message, again: !final.includes(answer.failure) });
      return;
    }
    isWhole = true;
    const paper = await paperIn(answer, isStale);
    if (paper !== null && !isStale()) enter({ kind: 'complete', file: answer, paper });
  };

  const readAgain = () => {
    void read();
  };

  const watching = watchFile(uri, readAgain);
  readAgain();

  return {
    get state() {
      return state;
    },
    cancel() {
      if (state.kind !== 'reading' && state.kind !== 'beginning') return;
      running.abort();
      if (state.kind === 'beginning') {
        enter({ ...state, kind: 'stopped' });
        return;
      }
      const message = vscode.l10n.t('Reading was cancelled. Open the file again to read it.');
      enter({ kind: 'failed', message, again: true });
    },
    read: readAgain,
    dispose() {
      running.abort();
      watching.dispose();
    },
  };
}

function unreadable(uri: vscode.Uri): Obstacle {
  const message = vscode.l10n.t(
    'The file {0} can’t be opened. It may have been deleted, moved or renamed outside VS Code. The preview comes back when the file does.',
    uri.scheme === 'file' ? uri.fsPath : uri.path,
  );
  return { message, again: true };
}

/** The file's bytes, or why there are none. */
async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | Obstacle> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile) {
      const message = vscode.l10n.t(
        'This file is too large to be read as a paper: it has {0} MB, {1} MB can be read. Split it into parts, or open it in another application.',
        (size / 1_000_000).toFixed(0),
        (largestFile / 1_000_000).toFixed(0),
      );
      return { message, again: false };
    }
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return unreadable(uri);
  }
}
