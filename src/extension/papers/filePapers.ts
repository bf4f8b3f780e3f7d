import * as vscode from 'vscode';
import type { Paper } from '../../core/paper/paper.ts';
import type { ReadFile } from '../../readers/worker/messages.ts';
import { UserError } from '../errors.ts';
import { readFile, type FileReaders, type FileReading, type FileState } from './fileReading.ts';

/** A paper of HTML, PDF or Word as it was read from its file, without an analyst's decisions. */
export interface FilePaper {
  /** Counts up with each reading that gave something else. */
  readonly version: number;
  readonly file: ReadFile;
  readonly paper: Paper;
  /** False while only the beginning is there. */
  readonly isComplete: boolean;
}

/** The papers that are files of their own formats, read while somebody holds them. */
export interface FilePapers {
  /** Fires with a paper that was read, read anew, or closed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** Fires with each step of a reading, before `onDidChange`. */
  readonly onDidProgress: vscode.Event<vscode.Uri>;
  /** The papers that are held. */
  uris(): readonly vscode.Uri[];
  /** What is read so far; null while nothing is, and for what nobody holds. */
  find(uri: vscode.Uri): FilePaper | null;
  state(uri: vscode.Uri): FileState | null;
  /** Reads the file, and reads it again when it changes, until what is returned is disposed of. */
  hold(uri: vscode.Uri): vscode.Disposable;
  /** The whole paper; fails with a message that says why there is none. */
  whenComplete(uri: vscode.Uri): Promise<FilePaper>;
  /** Reads a file again whose reading failed or was cancelled. */
  retry(uri: vscode.Uri): void;
  cancel(uri: vscode.Uri): void;
  dispose(): void;
}

interface Held {
  readonly uri: vscode.Uri;
  readonly reading: FileReading;
  holders: number;
  paper: FilePaper | null;
  versions: number;
}

export function createFilePapers(readers: FileReaders): FilePapers {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const progressed = new vscode.EventEmitter<vscode.Uri>();
  const held = new Map<string, Held>();

  const open = (uri: vscode.Uri): Held => {
    const entry: Held = {
      uri,
      holders: 0,
      paper: null,
      versions: 0,
      reading: readFile(uri, readers, () => {
        const before = entry.paper;
        entry.paper = paperAfter(entry);
        progressed.fire(uri);
        if (entry.paper !== before) changed.fire(uri);
      }),
    };
    held.set(uri.toString(), entry);
    return entry;
  };

  const release = (entry: Held) => {
    entry.holders -= 1;
    if (entry.holders > 0) return;
    entry.reading.dispose();
    held.delete(entry.uri.toString());
    changed.fire(entry.uri);
  };

  const get = (uri: vscode.Uri) => held.get(uri.toString());

  const hold = (uri: vscode.Uri) => {
    const entry = get(uri) ?? open(uri);
    entry.holders += 1;
    let isHeld = true;
    return new vscode.Disposable(() => {
      if (isHeld) release(entry);
      isHeld = false;
    });
  };

  return {
    onDidChange: changed.event,
    onDidProgress: progressed.event,
    uris: () => [...held.values()].map(({ uri }) => uri),
    find: (uri) => get(uri)?.paper ?? null,
    state: (uri) => get(uri)?.reading.state ?? null,
    hold,
    async whenComplete(uri) {
      const holding = hold(uri);
      try {
        return await settled(progressed.event, uri, () => get(uri));
      } finally {
        holding.dispose();
      }
    },
    retry(uri) {
      get(uri)?.reading.read();
    },
    cancel(uri) {
      get(uri)?.reading.cancel();
    },
    dispose() {
      for (const { reading } of held.values()) reading.dispose();
      held.clear();
      changed.dispose();
      progressed.dispose();
    },
  };
}

/** The paper of the present state; one that can't be read any more is gone. */
function paperAfter(entry: Held): FilePaper | null {
  const { reading, paper } = entry;
  const { state } = reading;
  if (state.kind === 'reading' || state.kind === 'failed') return null;
  const { file } = state;
  if (file === paper?.file) return paper;
  entry.versions += 1;
  return {
    version: entry.versions,
    file,
    paper: state.paper,
    isComplete: state.kind === 'complete',
  };
}

function onlyBeginning(): string {
  return vscode.l10n.t(
    'Only the beginning of this paper is read. Choose “Read the Rest” in its preview, then try again.',
  );
}

/** Waits until the reading of a file is over. */
function settled(
  changes: vscode.Event<vscode.Uri>,
  uri: vscode.Uri,
  get: () => Held | undefined,
): Promise<FilePaper> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const entry = get();
      if (entry?.paper?.isComplete) resolve(entry.paper);
      else if (entry?.reading.state.kind === 'failed') {
        reject(new UserError(entry.reading.state.message));
      } else if (entry?.reading.state.kind === 'stopped') reject(new UserError(onlyBeginning()));
      else return;
      subscription.dispose();
    };
    const subscription = changes((changedUri) => {
      if (changedUri.toString() === uri.toString()) look();
    });
    look();
  });
}
