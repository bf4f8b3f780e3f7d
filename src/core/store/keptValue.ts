import * as z from 'zod/mini';
import { setAside, writeWhole, type Folder } from './folder.ts';
import { openLines, sealLine } from './sealedLines.ts';
import type { KeyValueStore } from './stateRecords.ts';

/** A value that is kept twice, so that it outlives a state that is emptied or set back. */
export interface KeptValue {
  /** What was kept last, in the state or in the file, here or by another window. Never rejects. */
  load(): Promise<unknown>;
  /** Puts a value into the state, for `write` to put it into the file. */
  put(value: unknown): Promise<void>;
  /** Writes the file if it lacks the last value. What fails is tried again the next time. */
  write(): Promise<void>;
}

/** The version of the file's form that this code writes. */
const keptVersion = 1;

const revision = z.int().check(z.nonnegative());
const fileSchema = z.object({ kept: z.literal(keptVersion), revision, value: z.unknown() });
const newerFile = z.object({ kept: z.int().check(z.gt(keptVersion)) });
const stateSchema = z.object({ revision, value: z.unknown() });

interface Revised {
  readonly revision: number;
  readonly value: unknown;
}

/** Keeps a value under a key of the state and in a file of a folder; the higher revision holds. */
export function keepValue(
  { state, folder }: { readonly state: KeyValueStore; readonly folder: Folder },
  key: string,
): KeptValue {
  const file = fileOf(key);
  let last = revised(state.get(key));
  let isStale = false;
  /** A newer version's file is left alone. */
  let isNewer = false;
  let writes = Promise.resolve();

  async function readFile(): Promise<Revised | null> {
    const read = await readKeptFile(folder, file);
    isNewer = read === 'newer';
    if (read === 'damaged') await setAside(folder, file, await folder.list());
    return typeof read === 'string' ? null : read;
  }

  async function writeFile(): Promise<void> {
    if (!isStale || isNewer) return;
    isStale = false;
    try {
      await writeWhole(folder, file, sealLine({ kept: keptVersion, ...last }));
    } catch (error) {
      isStale = true;
      throw error;
    }
  }

  return {
    async load() {
      const inState = revised(state.get(key));
      const inFile = await readFile().catch(() => null);
      const found = inFile !== null && inFile.revision >= inState.revision ? inFile : inState;
      if (found.revision >= last.revision) last = found;
      return last.value;
    },
    async put(value) {
      last = { revision: last.revision + 1, value };
      isStale = true;
      await state.update(key, last);
    },
    write() {
      const written = writes.then(writeFile);
      writes = written.catch(() => undefined);
      return written;
    },
  };
}

/** What another store kept in its folder under a key; undefined if that is nothing or can't be read. */
export async function readKept(folder: Folder, key: string): Promise<unknown> {
  const read = await readKeptFile(folder, fileOf(key)).catch(() => null);
  return read === null || typeof read === 'string' ? undefined : read.value;
}

async function readKeptFile(
  folder: Folder,
  file: string,
): Promise<Revised | 'newer' | 'damaged' | null> {
  const text = await folder.read(file);
  if (text === null) return null;
  const { values, damaged } = openLines(text);
  if (newerFile.safeParse(values[0]).success) return 'newer';
  const read = fileSchema.safeParse(values[0]);
  return !damaged && read.success ? read.data : 'damaged';
}

function fileOf(key: string): string {
  return `${key.slice(key.lastIndexOf('.') + 1)}.json`;
}

/** A value of the state; one from before there were revisions is older than any. */
function revised(raw: unknown): Revised {
  return stateSchema.safeParse(raw).data ?? { revision: 0, value: raw };
}
