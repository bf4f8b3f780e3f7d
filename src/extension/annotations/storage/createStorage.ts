import * as vscode from 'vscode';
import { checksum } from '../../../core/store/checksum.ts';
import {
  openAnnotationStore,
  type AnnotationStore,
  type StoreEvent,
} from '../../../core/store/annotationStore.ts';
import { createJournal, type Journal } from '../../../core/store/journal.ts';
import { keepRules } from '../../../core/store/keptRules.ts';
import { keepValue } from '../../../core/store/keptValue.ts';
import {
  openStateRecords,
  type KeepAside,
  type KeyValueStore,
} from '../../../core/store/stateRecords.ts';
import { createPublisherRules, type PublisherRules } from '../publisherRules.ts';
import { createStoredHistory, type StoredHistory } from './createStoredHistory.ts';
import { keepLookout } from './lookout.ts';
import type { StoragePlace } from './storagePlace.ts';
import { keepUp } from './upkeep.ts';

/** Keys of what is kept beside records. */
export const historyKey = 'policyAnnotator.history';
export const rulesKey = 'policyAnnotator.publisherRules';

/** The annotations' store, with what tells of it. */
export interface AnnotationStorage {
  readonly place: StoragePlace;
  readonly store: AnnotationStore;
  readonly journal: Journal;
  readonly history: StoredHistory;
  readonly rules: PublisherRules;
  /** Fires when records changed, here or in another window, or when it changes how safe they are. */
  readonly onDidChange: vscode.Event<StoreEvent>;
  /** Settles when the state was checked against the journal, with how much it had lost. */
  readonly started: Promise<number>;
  /** Writes what is not written yet, before the window closes. */
  close(): Promise<void>;
  dispose(): void;
}

/** Opens the store of this window and keeps it up to date while the window is open. */
export function createStorage(
  place: StoragePlace,
  log: vscode.LogOutputChannel,
): AnnotationStorage {
  const changed = new vscode.EventEmitter<StoreEvent>();
  const { state } = place;
  const values: KeyValueStore = {
    keys: () => state.keys(),
    get: (key) => state.get<unknown>(key),
    update: (key, value) => state.update(key, value),
  };
  const writer = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
  const journal = createJournal(place, writer);
  const store = openAnnotationStore({
    state: openStateRecords(values, keepAsideIn(place)),
    journal,
    isStateApart: !place.isInBrowser,
    now: () => new Date().toISOString(),
    tell: (event) => {
      changed.fire(event);
    },
  });
  const history = keepValue({ state: values, folder: place.values }, historyKey);
  const keptRules = keepRules({ state: values, folder: place.values, writer }, rulesKey);
  const rules = createPublisherRules(keptRules);
  const started = Promise.all([store.start(), rules.load()]).then(([lost]) => lost);
  const save = async () => {
    await store.save();
    await history.write();
    await keptRules.write();
  };
  const shared = [
    { folder: place.journalUri, names: '*.jsonl', takeIn: () => store.sync() },
    { folder: place.valuesUri, names: keptRules.files, takeIn: () => rules.load() },
  ];
  const timed = vscode.Disposable.from(
    keepUp({ store, journal, onDidChange: changed.event, save, log }),
    ...shared.map((files) => keepLookout(files, started, log)),
  );
  return {
    place,
    store,
    journal,
    history: createStoredHistory(history),
    rules,
    onDidChange: changed.event,
    started,
    close: save,
    dispose() {
      timed.dispose();
      rules.dispose();
      changed.dispose();
    },
  };
}

/** Each time into a file of its own: nothing that was kept aside is ever written over. */
function keepAsideIn({ aside }: StoragePlace): KeepAside {
  return async (paper, values) => {
    const names = await aside.list();
    const stem = `state-${checksum(paper).slice(0, 8)}`;
    let count = 1;
    while (names.includes(`${stem}-${count}.json`)) count += 1;
    const kept = { paper, kept: values };
    await aside.write(`${stem}-${count}.json`, JSON.stringify(kept, null, 2));
  };
}
