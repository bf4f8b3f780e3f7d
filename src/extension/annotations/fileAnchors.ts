import { placeAll, type LiveAnchors, type Targeted } from '../../core/anchoring/liveAnchors.ts';
import type { PaperTexts } from './paperTexts.ts';
import type { KeptTexts } from './storage/keptTexts.ts';

/** The texts that targets are anchored in: as they are now, and as they were when the targets were made. */
export interface AnchoredTexts {
  readonly texts: PaperTexts;
  readonly kept: KeptTexts;
}

/** Where what is stored about papers that are read from files stands now. */
export interface FileAnchors {
  /** The present anchors by id, or null while the paper is not read. */
  find(uri: string): LiveAnchors | null;
  /** Reads the stored targets of a paper again, after a change to its record. */
  refresh(uri: string): void;
}

interface Placed {
  readonly text: string;
  readonly anchors: LiveAnchors;
}

/** Whether every target stands where it was made. */
export function isCurrent(anchors: LiveAnchors): boolean {
  return [...anchors.values()].every(({ anchor }) => anchor?.how === 'exact');
}

/**
 * Anchors targets in the texts that readers make. Nobody edits those, so a text that another version of
 * the file or of the reader gives is anchored in anew, each time from the targets as they are stored, and
 * by the text that these were made on. `moved` is told when that text arrives and says more.
 */
export function createFileAnchors(
  { texts, kept }: AnchoredTexts,
  targets: (uri: string) => readonly Targeted[],
  moved: (uri: string) => void,
): FileAnchors {
  const known = new Map<string, Placed>();

  const place = (uri: string, text: string, old: LiveAnchors) => {
    const anchors = placeAll(text, targets(uri), old);
    known.set(uri, { text, anchors });
    if (!isCurrent(anchors)) void placeByOldText(uri, text);
    else if (anchors.size > 0) kept.keep(uri, text);
    return anchors;
  };

  const placeByOldText = async (uri: string, text: string) => {
    const oldText = await kept.read(uri);
    if (oldText === null || oldText === text || known.get(uri)?.text !== text) return;
    known.set(uri, { text, anchors: placeAll(text, targets(uri), new Map(), oldText) });
    moved(uri);
  };

  return {
    find(uri) {
      const text = texts.find(uri);
      const before = known.get(uri);
      if (text === null) {
        known.delete(uri);
        return null;
      }
      return before?.text === text ? before.anchors : place(uri, text, new Map());
    },
    refresh(uri) {
      const before = known.get(uri);
      if (before) place(uri, before.text, before.anchors);
    },
  };
}
