import { openAnnotationStore, type StoreEvent } from '../../src/core/store/annotationStore.ts';
import { createJournal } from '../../src/core/store/journal.ts';
import { keepAsideInState, openStateRecords } from '../../src/core/store/stateRecords.ts';
import { firstDay } from './annotations.ts';
import type { MemoryFolder } from './memoryFolder.ts';
import type { MemoryState } from './memoryState.ts';

/** The folders of a journal in memory. */
export interface MemoryFolders {
  readonly journal: MemoryFolder;
  readonly papers: MemoryFolder;
}

/** A store over parts in memory, with what it told; it is not started. */
export function openStore(
  state: MemoryState,
  folders: MemoryFolders | null,
  {
    writer = 'one',
    isStateApart = true,
    now = () => firstDay,
  }: { writer?: string; isStateApart?: boolean; now?: () => string } = {},
) {
  const events: StoreEvent[] = [];
  const store = openAnnotationStore({
    state: openStateRecords(state, keepAsideInState(state)),
    journal: createJournal(folders, writer),
    isStateApart,
    now,
    tell: (event) => events.push(event),
  });
  return { store, events };
}

/** A store that is started, with how much its state had lost. */
export async function startStore(state: MemoryState, at: MemoryFolders | null, writer = 'one') {
  const opened = openStore(state, at, { writer });
  const lost = await opened.store.start();
  const ids = (uri: string) => opened.store.record(uri).annotations.map(({ id }) => id);
  return { ...opened, lost, ids };
}
