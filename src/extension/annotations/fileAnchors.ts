import { placeAll, type LiveAnchors, type Targeted } from '../../core/anchoring/liveAnchors.ts';
import type { PaperTexts } from './paperTexts.ts';

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

/**
 * Anchors targets in the texts that readers make. Nobody edits those, so a text that another version of
 * the file or of the reader gives is anchored in anew, each time from the targets as they are stored.
 */
export function createFileAnchors(
  texts: PaperTexts,
  targets: (uri: string) => readonly Targeted[],
): FileAnchors {
  const known = new Map<string, Placed>();

  const place = (uri: string, text: string, old: LiveAnchors) => {
    const anchors = placeAll(text, targets(uri), old);
    known.set(uri, { text, anchors });
    return anchors;
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
