import * as vscode from 'vscode';
import type { PaperSummary } from '../../core/navigation/paperSummary.ts';
import type { DocumentFormat } from '../../core/paper/paper.ts';
import type { ReadingFailure } from '../../readers/reader.ts';
import type { NotRead, ReadFile, ReaderResult } from '../../readers/worker/messages.ts';
import { startReader, type ReaderWorker } from './readerWorker.ts';

/** What a reader may be told and may tell while it reads. */
export interface DoorOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onBeginning?: (file: ReadFile) => void;
}

/** The bytes of a file with its name. They change hands: the caller must not use them afterwards. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/**
 * The way to the readers of HTML, PDF and Word. Their bundles are loaded when the first such file is
 * read, and run in workers: the host goes on, and what takes too long or too much is ended.
 */
export interface ReaderDoor {
  /** Never rejects. */
  read(file: FileBytes, options: DoorOptions): Promise<ReadFile | NotRead>;
  /** Never rejects. */
  summarise(file: FileBytes, options: DoorOptions): Promise<PaperSummary | NotRead>;
  dispose(): void;
}

interface Other {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
}
type Wanted = 'file' | 'summary';

/** Milliseconds that a reader may be silent, and that a file may take at most. */
const longestSilence = 60_000;
const longestReading = 300_000;
/** Milliseconds after which a worker without work is ended. */
const idleTime = 30_000;

export function createReaderDoor(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): ReaderDoor {
  const idle = new Map<ReaderWorker, ReturnType<typeof setTimeout>>();
  const busy = new Set<ReaderWorker>();
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'readers');

  const end = (worker: ReaderWorker) => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
    busy.delete(worker);
    worker.terminate();
  };

  const take = async (format: DocumentFormat) => {
    const resting = [...idle.keys()].find((worker) => worker.format === format);
    clearTimeout(resting && idle.get(resting));
    if (resting) idle.delete(resting);
    const worker = resting ?? (await startReader(folder, format, log));
    busy.add(worker);
    return worker;
  };

  const rest = (worker: ReaderWorker) => {
    busy.delete(worker);
    const timer = setTimeout(() => {
      end(worker);
    }, idleTime);
    idle.set(worker, timer);
  };

  /** Settles with the worker's answer; one that has not answered is in the middle of something, and ended. */
  const ask = (worker: ReaderWorker, { bytes, name }: FileBytes, wanted: Wanted, to: DoorOptions) =>
    new Promise<ReaderResult | Other>((resolve) => {
      let silence: ReturnType<typeof setTimeout> | undefined;
      const giveUp = (failure: ReadingFailure) => {
        settle(notRead(failure, name));
        end(worker);
      };
      const whenTooLong = () => {
        giveUp('tooLarge');
      };
      const whenCancelled = () => {
        giveUp('cancelled');
      };
      const total = setTimeout(whenTooLong, longestReading);
      const settle = (answer: ReaderResult | Other) => {
        clearTimeout(silence);
        clearTimeout(total);
        to.signal.removeEventListener('abort', whenCancelled);
        resolve(answer);
      };
      const listen = () => {
        clearTimeout(silence);
        silence = setTimeout(whenTooLong, longestSilence);
      };
      to.signal.addEventListener('abort', whenCancelled);
      listen();
      worker.ask({ type: 'read', bytes, name, wanted }, giveUp, (message) => {
        listen();
        if (message.type === 'progress') to.onProgress?.(message.done, message.total);
        else if (message.type === 'beginning') to.onBeginning?.(message.file);
        else {
          settle(message.type === 'result' ? message.result : message);
          rest(worker);
        }
      });
    });

  const run = async (
    file: FileBytes,
    wanted: Wanted,
    options: DoorOptions,
    format: DocumentFormat,
  ) => {
    const worker = await take(format);
    if (!options.signal.aborted) return ask(worker, file, wanted, options);
    rest(worker);
    return notRead('cancelled', file.name);
  };

  /** The name says which reader to begin with; that may hand the file on, once. */
  const resultOf = async (file: FileBytes, wanted: Wanted, options: DoorOptions) => {
    try {
      const first = await run(file, wanted, options, formatByName(file.name));
      if (!('bytes' in first)) return first;
      const { bytes, format } = first;
      const second = await run({ ...file, bytes }, wanted, options, format);
      return 'bytes' in second ? notRead('damaged', file.name) : second;
    } catch (error) {
      log.error('Readers: could not be started', String(error));
      return notRead('damaged', file.name);
    }
  };

  return {
    async read(file, options) {
      const result = await resultOf(file, 'file', options);
      if (!result.ok) return result;
      return result.wanted === 'file' ? result.file : notRead('damaged', file.name);
    },
    async summarise(file, options) {
      const result = await resultOf(file, 'summary', options);
      if (!result.ok) return result;
      return result.wanted === 'summary' ? result.summary : notRead('damaged', file.name);
    },
    dispose() {
      for (const worker of [...idle.keys(), ...busy]) end(worker);
    },
  };
}

function formatByName(name: string): DocumentFormat {
  if (/\.pdf$/iu.test(name)) return 'pdf';
  return /\.(?:docx|doc|odt|rtf)$/iu.test(name) ? 'docx' : 'html';
}

function notRead(failure: ReadingFailure, name: string): NotRead {
  return { ok: false, failure, message: messageOf(failure, name) };
}

/** What the door itself has to say; readers say the rest in their own words. */
function messageOf(failure: ReadingFailure, name: string): string {
  if (failure === 'cancelled') {
    return vscode.l10n.t('Reading {0} was cancelled. Read it again when you want it.', name);
  }
  if (failure === 'tooLarge') {
    return vscode.l10n.t(
      '{0} takes too long or too much memory to be read as a paper. Split it into parts, or open it in another application.',
      name,
    );
  }
  return vscode.l10n.t(
    '{0} can’t be read: its reader failed. Open the file in another application and save it anew.',
    name,
  );
}
