import * as z from 'zod/mini';
import type { PublisherRule } from '../paper/roles/publisherRules.ts';
import { isSetAside, isUnfinished, setAside, writeWhole, type Folder } from './folder.ts';
import { openLines, sealLine } from './sealedLines.ts';
import type { KeyValueStore } from './stateRecords.ts';
import { joinTaught, readTaught, rulesIn, type Taught } from './taughtRules.ts';

// A folder has no lock, so a file that two windows write loses what one of them wrote. Here a file is
// written once, with all that its window knows, and is removed by a window that has written what was in
// it anew. What is taught is the join of all files that are there, and of the state.

/** The rules for publishers: kept in the state and in a folder, into which other windows write too. */
export interface KeptRules {
  /** A glob for the names of their files. */
  readonly files: string;
  /** What is known of them: at first what the state has. */
  readonly rules: readonly PublisherRule[];
  /** Takes in what the state, the folder and with it other windows have. Never rejects. */
  load(): Promise<void>;
  /**
   * Takes in what others have, then makes a change. The state and the folder stand in for each other:
   * rejects only where neither can be written, and the rules hold in this window alone.
   */
  change(edit: (taught: readonly Taught[]) => readonly Taught[]): Promise<void>;
  /** Writes what no file has. What fails is tried again the next time. */
  write(): Promise<void>;
}

/** Where rules are kept, and by which window; its name is no other window's, before or after. */
export interface RulesPlace {
  readonly state: KeyValueStore;
  readonly folder: Folder;
  readonly writer: string;
}

/** The version of the files' form that this code writes; the first had rules without clocks. */
const keptVersion = 2;

const fileSchema = z.looseObject({ kept: z.int().check(z.positive(), z.lte(keptVersion)) });
const newerFile = z.object({ kept: z.int().check(z.gt(keptVersion)) });

/** Keeps rules under a key of the state and in files that are named after it. */
export function keepRules({ state, folder, writer }: RulesPlace, key: string): KeptRules {
  const stem = stemOf(key);
  let known = readTaught(state.get(key));
  /** Files all of whose content is known. */
  let read: readonly string[] = [];
  let isStale = false;
  let count = 0;
  let work = Promise.resolve();

  /** A file must not be replaced while it is read here, or read while it is replaced. */
  function inOrder(task: () => Promise<void>): Promise<void> {
    const done = work.then(task);
    work = done.catch(() => undefined);
    return done;
  }

  async function takeIn(): Promise<void> {
    const found = await readFiles(folder, stem, 'set aside').catch(() => null);
    known = [readTaught(state.get(key)), found?.taught ?? []].reduce(joinTaught, known);
    if (found === null) return;
    read = found.names;
    isStale = !isSame(found.taught, known);
  }

  async function writeFile(): Promise<void> {
    if (!isStale) return;
    isStale = false;
    count += 1;
    const name = `${stem}-${writer}-${count}.json`;
    const old = read;
    try {
      await writeWhole(folder, name, sealLine({ kept: keptVersion, taught: known }));
    } catch (error) {
      isStale = true;
      throw error;
    }
    read = [name];
    // One that another window was quicker to remove is gone as it should be.
    for (const each of old) await folder.remove(each).catch(() => undefined);
  }

  const load = () => inOrder(takeIn);
  const write = () => inOrder(writeFile);

  return {
    files: `${stem}*.json`,
    get rules() {
      return rulesIn(known);
    },
    load,
    async change(edit) {
      await load();
      known = edit(known);
      isStale = true;
      const put = Promise.resolve(state.update(key, { taught: known }));
      const [kept, written] = await Promise.allSettled([put, write()]);
      if (kept.status === 'rejected' && written.status === 'rejected') throw kept.reason as Error;
    },
    write,
  };
}

/** The rules that another store has in its folder under a key; none where they can't be read. */
export async function readKeptRules(
  folder: Folder,
  key: string,
): Promise<readonly PublisherRule[]> {
  const found = await readFiles(folder, stemOf(key), 'leave').catch(() => null);
  return rulesIn(found?.taught ?? []);
}

interface FoundRules {
  readonly taught: readonly Taught[];
  /** The files that it is all of; those of a newer version, or damaged, are not among them. */
  readonly names: readonly string[];
}

/** What the files in a folder say; a file that is damaged is set aside or left. */
async function readFiles(
  folder: Folder,
  stem: string,
  damaged: 'set aside' | 'leave',
): Promise<FoundRules> {
  let taught: readonly Taught[] = [];
  const names: string[] = [];
  const all = await folder.list();
  for (const name of all.filter((each) => isRulesFile(each, stem))) {
    const text = await folder.read(name);
    // One that is gone meanwhile is in another by now, which the next look finds.
    const found = text === null ? 'gone' : readFile(text);
    if (found === 'damaged' && damaged === 'set aside') await setAside(folder, name, all);
    if (typeof found === 'string') continue;
    taught = joinTaught(taught, found);
    names.push(name);
  }
  return { taught, names };
}

function isRulesFile(name: string, stem: string): boolean {
  if (isSetAside(name) || isUnfinished(name) || !name.endsWith('.json')) return false;
  return name === `${stem}.json` || name.startsWith(`${stem}-`);
}

function readFile(text: string): readonly Taught[] | 'newer' | 'damaged' {
  const { values, damaged } = openLines(text);
  if (newerFile.safeParse(values[0]).success) return 'newer';
  const read = fileSchema.safeParse(values[0]);
  return !damaged && read.success ? readTaught(read.data) : 'damaged';
}

function stemOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

function isSame(a: readonly Taught[], b: readonly Taught[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
