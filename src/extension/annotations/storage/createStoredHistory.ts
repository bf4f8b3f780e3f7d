import { emptyHistory, type History } from '../../../core/annotations/history.ts';
import type { KeptValue } from '../../../core/store/keptValue.ts';
import { historyToStore, readHistory } from '../../../core/store/storedHistory.ts';

/** What can be undone, from one session to the next. */
export interface StoredHistory {
  load(): Promise<History>;
  /** Keeps its newest actions; a failure costs only these, so it is passed over. */
  save(history: History): Promise<void>;
}

/** The history in a kept value. */
export function createStoredHistory(kept: KeptValue): StoredHistory {
  return {
    load: async () => readHistory((await kept.load()) ?? emptyHistory),
    async save(history) {
      try {
        await kept.put(historyToStore(history));
      } catch {
        // The annotations themselves tell when the state can't be written.
      }
    },
  };
}
