import * as vscode from 'vscode';
import { readCache, writeCache, type IndexedFile } from '../../core/navigation/indexCache.ts';
import { readings } from './readings.ts';
import { createPause } from './stretches.ts';

/** The index as it is kept between sessions. */
export interface WorkspaceIndexCache {
  load(): Promise<readonly IndexedFile[]>;
  save(files: readonly IndexedFile[]): Promise<void>;
}

/**
 * A cache in the workspace's storage folder; without one nothing is kept. What other code read of files is
 * not used.
 */
export function createWorkspaceIndexCache(
  storage: vscode.Uri | undefined,
  log: vscode.LogOutputChannel,
): WorkspaceIndexCache {
  const { fs } = vscode.workspace;
  if (storage === undefined)
    return { load: () => Promise.resolve([]), save: () => Promise.resolve() };
  const file = vscode.Uri.joinPath(storage, 'paper-index.jsonl');
  const written = vscode.Uri.joinPath(storage, 'paper-index.new.jsonl');
  return {
    async load() {
      try {
        const lines = new TextDecoder().decode(await fs.readFile(file));
        return await readCache(lines, readings, createPause());
      } catch {
        return [];
      }
    },
    async save(files) {
      try {
        await fs.createDirectory(storage);
        const lines = await writeCache(files, readings, createPause());
        await fs.writeFile(written, new TextEncoder().encode(lines));
        await fs.rename(written, file, { overwrite: true });
      } catch (error) {
        log.warn('The index of papers could not be kept', String(error));
      }
    },
  };
}
