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
  /**
   * Backs up what is there before much of it is changed. That can be undone too: where no back-up can
   * be written, the change is not kept from going on.
   */
  before(): Promise<void>;
  dispose(): void;
}

/** Backs up soon after the start and then from time to time, as long as there are changes. */
export function createBackups(storage: AnnotationStorage, log: vscode.LogOutputChannel): Backups {
  const { place, started } = storage;
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => void attempt(), first);
  let changedMeanwhile = false;

  async function backUp(): Promise<void> {
    try {
      await started;
      await makeBackup(place.backups, presentArchive(storage));
    } catch (error) {
      log.warn('Annotations: back-up', String(error));
    }
  }

  async function attempt(): Promise<void> {
    changedMeanwhile = false;
    await backUp();
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
    before: backUp,
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}
