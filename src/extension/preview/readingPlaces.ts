import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { prefix } from '../ids.ts';
import { fileName } from '../papers/fileName.ts';
import type { PaperPlace } from './paperPlace.ts';
import { editorsOf } from './scrollSync.ts';

/** How a paper was read last. */
interface Reading {
  /** The place of the source at the top of the page. */
  readonly offset: number;
  readonly locked: boolean;
  /** Whether its own pages were shown rather than its text. */
  readonly pages: boolean;
}

/** Remembers how far the papers of a workspace were read, the latest hundred of them. */
export interface ReadingPlaces {
  find(uri: vscode.Uri): Reading | null;
  /** Where to open a paper: at the top of its text editor, else where it was last read. */
  placeOf(uri: vscode.Uri): PaperPlace;
  /** The paper that was last read whose file name ends the title; null if there is none. */
  findByTitle(title: string): PaperPlace | null;
  /** Keeps what is new; the rest stays. */
  keep(uri: vscode.Uri, reading: Partial<Reading>): void;
  dispose(): void;
}

const key = `${prefix}.readingPlaces`;
const most = 100;
/** Scrolling says something often; milliseconds until it is written. */
const settling = 400;

const reading = z.object({
  offset: z.int().check(z.nonnegative()),
  locked: z.boolean(),
  pages: z._default(z.boolean(), false),
});
const stored = z.array(z.tuple([z.string(), reading]));

/** What can't be read of the memento is as good as not there: it only saves scrolling. */
export function createReadingPlaces(memento: vscode.Memento): ReadingPlaces {
  const before = stored.safeParse(memento.get(key));
  const readings = new Map<string, Reading>(before.success ? before.data : []);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const find = (uri: vscode.Uri) => readings.get(uri.toString()) ?? null;

  return {
    find,
    placeOf(uri) {
      const [editor] = editorsOf(uri);
      const top = editor?.visibleRanges[0]?.start;
      const offset = editor && top ? editor.document.offsetAt(top) : (find(uri)?.offset ?? 0);
      return { uri, offset, pages: find(uri)?.pages ?? false };
    },
    findByTitle(title) {
      for (const [name, { offset, pages }] of [...readings].reverse()) {
        const uri = vscode.Uri.parse(name);
        if (title.endsWith(` ${fileName(uri)}`)) return { uri, offset, pages };
      }
      return null;
    },
    keep(uri, reading) {
      const now = { offset: 0, locked: false, pages: false, ...find(uri), ...reading };
      // Put in again to be the latest.
      readings.delete(uri.toString());
      readings.set(uri.toString(), now);
      const latest = [...readings].slice(-most);
      clearTimeout(timer);
      timer = setTimeout(() => void memento.update(key, latest), settling);
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
