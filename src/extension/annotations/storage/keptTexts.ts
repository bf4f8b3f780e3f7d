import type * as vscode from 'vscode';
import { checksum } from '../../../core/store/checksum.ts';
import { writeWhole, type Folder } from '../../../core/store/folder.ts';

/**
 * The texts that papers' notes were made on: with them, what changed in a paper is known and needs no
 * guessing. One for each paper with annotations; a missing one costs precision, nothing else.
 */
export interface KeptTexts {
  /** Null where none is kept, or it can't be read. */
  read(uri: string): Promise<string | null>;
  /** Keeps a text in the place of the paper's earlier one. */
  keep(uri: string, text: string): void;
  /** The paper has another URI. */
  carry(from: string, to: string): Promise<void>;
}

/** Longest text that is kept, in UTF-16 code units: longer ones are not read as papers. */
const longest = 8_000_000;

/** Keeps texts in a folder; those of papers that have no annotations any more are removed. */
export function createKeptTexts(
  folder: Folder,
  annotated: () => readonly string[],
  log: vscode.LogOutputChannel,
): KeptTexts {
  const known = new Map<string, string>();
  let writes = Promise.resolve();
  const nameOf = (uri: string) => `${checksum(uri)}.txt.gz`;

  function inOrder(task: () => Promise<void>): Promise<void> {
    writes = writes.then(task).catch((error: unknown) => {
      log.warn('Annotations: text', String(error));
    });
    return writes;
  }

  async function removeOthers(): Promise<void> {
    const wanted = new Set(annotated().map(nameOf));
    for (const name of await folder.list()) {
      if (!wanted.has(name)) await folder.remove(name);
    }
  }

  return {
    read: (uri) => folder.read(nameOf(uri)).catch(() => null),
    keep(uri, text) {
      if (text.length > longest) return;
      const sum = checksum(text);
      if (known.get(uri) === sum) return;
      known.set(uri, sum);
      void inOrder(async () => {
        if ((await folder.read(nameOf(uri)).catch(() => null)) === text) return;
        await writeWhole(folder, nameOf(uri), text);
        await removeOthers();
      });
    },
    carry: (from, to) =>
      inOrder(async () => {
        known.delete(from);
        if ((await folder.list()).includes(nameOf(from))) {
          await folder.rename(nameOf(from), nameOf(to));
        }
      }),
  };
}
