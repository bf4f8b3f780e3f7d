import * as vscode from 'vscode';
import type { DocumentFormat } from '../../core/paper/paper.ts';
import type { ReadingFailure } from '../../readers/reader.ts';
import type { FromReader, ToReader } from '../../readers/worker/messages.ts';
import { startWorker, type WorkerThread } from './workerThread.ts';

type Request = Extract<ToReader, { readonly type: 'read' }>;
type Heard = Exclude<FromReader, { readonly type: 'load' }>;

/** A worker that reads files of one format, one at a time. */
export interface ReaderWorker {
  readonly format: DocumentFormat;
  /** `failed` is called if the worker breaks; it can't be asked again then. */
  ask(
    request: Request,
    failed: (failure: ReadingFailure) => void,
    heard: (message: Heard) => void,
  ): void;
  terminate(): void;
}

/** Starts the reader of a format, whose bundle `folder` holds. */
export async function startReader(
  folder: vscode.Uri,
  format: DocumentFormat,
  log: vscode.LogOutputChannel,
): Promise<ReaderWorker> {
  const script = vscode.Uri.joinPath(folder, `${format}.js`);
  let heard: (message: Heard) => void = () => undefined;
  let failed: (failure: ReadingFailure) => void = () => undefined;

  const load = async (name: string) => {
    const bytes = await packagedFile(folder, name);
    const answer: ToReader = { type: 'loaded', name, bytes };
    thread.post(answer, bytes === null ? [] : transferable(bytes));
  };

  const thread: WorkerThread = startWorker(
    new TextDecoder().decode(await vscode.workspace.fs.readFile(script)),
    {
      message(data) {
        const message = data as FromReader;
        if (message.type === 'load') void load(message.name);
        else heard(message);
      },
      failed(reason, detail) {
        log.warn(`Reader of ${format}: ended (${reason})`, detail);
        failed(reason === 'memory' ? 'tooLarge' : 'damaged');
      },
    },
  );

  return {
    format,
    ask(request, whenFailed, whenHeard) {
      failed = whenFailed;
      heard = whenHeard;
      thread.post(request, transferable(request.bytes));
    },
    terminate() {
      thread.terminate();
    },
  };
}

/** A file that is packaged with the readers; null for any other name. */
async function packagedFile(folder: vscode.Uri, name: string): Promise<Uint8Array | null> {
  if (!/^[\w-]+(?:\/[\w-]+)*\.\w+$/u.test(name)) return null;
  try {
    return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, ...name.split('/')));
  } catch {
    return null;
  }
}

/** A view on a part of a buffer is copied: the rest of it is somebody else's. */
function transferable({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
