import * as vscode from 'vscode';
import { makeBackup } from '../../../core/store/backups.ts';
import type { AnnotationStorage } from './createStorage.ts';
import { presentArchive } from './presentArchive.ts';

/** Milliseconds between two back-ups while there are changes. */
const pause = 1_800_000;
/** Milliseconds after the start, so that an opening window has other things to do first. */
const first = 60_000;

/** Makes back-ups of all annotations. */
export interface Backups {
  /** Backs up what is there now, if it is not in the last back-up. */
  now(): Promise<void>;
  dispose(): void;
}

/** Backs up soon after the start and then from time to time, as long as there are changes. */
export function createBackups(storage: AnnotationStorage, log: vscode.LogOutputChannel): Backups {
  const { store, place, started } = storage;
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => void attempt(), first);
  let changedMeanwhile = false;

  const now = async () => {
    await started;
    await makeBackup(place.backups, presentArchive(store.records()));
  };

  async function attempt(): Promise<void> {
    changedMeanwhile = false;
    await now().catch((error: unknown) => {
      log.warn('Annotations: back-up', String(error));
    });
    timer = setTimeout(() => {
      timer = undefined;
      if (changedMeanwhile) void attempt();
    }, pause);
  }

  const subscription = storage.onDidChange(({ uris }) => {
    if (uris.length === 0) return;
    changedMeanwhile = true;
    if (timer === undefined) void attempt();
  });

  return {
    now,
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}
