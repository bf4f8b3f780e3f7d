import type * as vscode from 'vscode';
import type { History } from '../../../core/annotations/history.ts';
import { historyToStore, readHistory } from '../../../core/store/storedHistory.ts';

/** What can be undone, from one session to the next. */
export interface StoredHistory {
  load(): History;
  /** Keeps its newest actions; a failure costs only these, so it is passed over. */
  save(history: History): Promise<void>;
}

const key = 'policyAnnotator.history';

/** The history in a state of VS Code. */
export function createStoredHistory(state: vscode.Memento): StoredHistory {
  return {
    load: () => readHistory(state.get<unknown>(key)),
    async save(history) {
      try {
        await state.update(key, historyToStore(history));
      } catch {
        // The annotations themselves tell when the state can't be written.
      }
    },
  };
}
