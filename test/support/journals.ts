import { createJournal, type Journal } from '../../src/core/store/journal.ts';
import type { StoredChange } from '../../src/core/store/entry.ts';
import { claim } from './annotations.ts';
import { memoryFolder } from './memoryFolder.ts';
import type { MemoryFolders } from './openStore.ts';

/** The papers of tests on the store. */
export const uri = 'file:///a.md';
export const other = 'file:///b.md';
/** Later than anything that a test does. */
export const late = '2100-01-01T00:00:00.000Z';

/** Empty folders of a journal. */
export const makeFolders = (): MemoryFolders => ({
  journal: memoryFolder(),
  papers: memoryFolder(),
});

/** The change that adds a claim, with a note. */
export const add = (id: string, paper = uri, text = ''): StoredChange => ({
  type: 'add',
  uri: paper,
  annotation: claim(id, text),
});

/** The change that removes a claim as it was made. */
export const remove = (id: string): StoredChange => ({
  type: 'remove',
  uri,
  annotation: claim(id),
});

/** The change of a note. */
export const note = (id: string, from: string, to: string): StoredChange => ({
  type: 'edit',
  uri,
  id,
  from: { note: from },
  to: { note: to },
});

/** A journal that was read from its folders. */
export async function load(folders: MemoryFolders, writer = 'reader'): Promise<Journal> {
  const journal = createJournal(folders, writer);
  await journal.load();
  return journal;
}

/** The ids of a paper's annotations, in their order. */
export function ids(journal: Journal, paper = uri): readonly string[] {
  return journal.state(paper).record.annotations.map(({ id }) => id);
}
