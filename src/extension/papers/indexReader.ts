import * as vscode from 'vscode';
import type { FileStamp } from '../../core/navigation/indexCache.ts';
import type { PaperSummary } from '../../core/navigation/paperSummary.ts';
import type { FoundFile } from '../../core/navigation/scan.ts';
import { isFileFormat } from './paperFormat.ts';
import type { ReaderDoor } from './readerDoor.ts';
import { textOf } from './workspaceIndexFiles.ts';

/** Reads a file for the index: a small text for the host to parse, else the summary that a worker made. */
export type IndexReader = (
  file: FoundFile,
  stamp: FileStamp,
) => Promise<string | PaperSummary | null>;

/** A text up to so many bytes is parsed in the host, in steps of a few milliseconds. */
const smallText = 100_000;

/** One file at a time goes to a worker: its bytes may be many. */
export function createIndexReader(door: ReaderDoor, token: vscode.CancellationToken): IndexReader {
  const cancelled = new AbortController();
  token.onCancellationRequested(() => {
    cancelled.abort();
  });
  const { signal } = cancelled;
  let turn: Promise<unknown> = Promise.resolve();

  const summarise = async ({ uri, name }: FoundFile) => {
    if (signal.aborted) return null;
    const bytes = await bytesOf(vscode.Uri.parse(uri, true));
    const answer = bytes && (await door.summarise({ bytes, name }, { signal }));
    return answer === null || 'ok' in answer ? null : answer;
  };

  return (file, { size }) => {
    if (size <= smallText && !isFileFormat(vscode.Uri.parse(file.uri, true).path)) {
      return textOf(file.uri);
    }
    const summary = turn.then(() => summarise(file));
    turn = summary.catch(() => null);
    return summary;
  };
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}
