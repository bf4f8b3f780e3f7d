import type { AnchoredPaper } from '../../core/annotations/describeInPaper.ts';
import { renewedTargets } from '../../core/annotations/renewedTargets.ts';
import { placeAll, type LiveAnchors, type Targeted } from '../../core/anchoring/liveAnchors.ts';
import type { Target } from '../../core/anchoring/target.ts';
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
  /** Whether targets were renewed since the text arrived. */
  readonly isRenewed: boolean;
}

/** Whether every target stands where it was made. */
export function isCurrent(anchors: LiveAnchors): boolean {
  return [...anchors.values()].every(({ anchor }) => anchor?.how === 'exact');
}

/** What is told of papers when their texts arrive. */
export interface FileAnchorsEvents {
  /** Anchors are known better, by the text that the targets were made on. */
  moved(uri: string): void;
  /** Targets whose passages stand elsewhere, as they read now. */
  renewed(uri: string, targets: ReadonlyMap<string, Target>): void;
}

/**
 * Anchors targets in the texts that readers make. Nobody edits those, so a text that another version of
 * the file or of the reader gives is anchored in anew, from the targets as they are stored, and by the
 * text that these were made on. Targets are renewed only then: windows whose texts differ for a while
 * would else renew each other's for ever.
 */
export function createFileAnchors(
  { texts, kept }: AnchoredTexts,
  targets: (uri: string) => readonly Targeted[],
  events: FileAnchorsEvents,
): FileAnchors {
  const known = new Map<string, Placed>();

  const place = (uri: string, paper: AnchoredPaper, before: Placed | null) => {
    const { text } = paper;
    const anchors = placeAll(text, targets(uri), before?.anchors ?? new Map());
    known.set(uri, { text, anchors, isRenewed: before?.isRenewed ?? false });
    if (!isCurrent(anchors)) void placeByOldText(uri, paper);
    else if (anchors.size > 0) kept.keep(uri, text);
    return anchors;
  };

  const placeByOldText = async (uri: string, paper: AnchoredPaper) => {
    const { text } = paper;
    const oldText = await kept.read(uri);
    const before = known.get(uri);
    if (before?.text !== text) return;
    const isKnown = oldText !== null && oldText !== text;
    const anchors = isKnown ? placeAll(text, targets(uri), new Map(), oldText) : before.anchors;
    known.set(uri, { text, anchors, isRenewed: true });
    if (isKnown) events.moved(uri);
    const renewed = before.isRenewed ? new Map() : renewedTargets(paper, anchors, isKnown);
    if (renewed.size > 0) events.renewed(uri, renewed);
  };

  return {
    find(uri) {
      const paper = texts.find(uri);
      const before = known.get(uri);
      if (paper === null) {
        known.delete(uri);
        return null;
      }
      return before?.text === paper.text ? before.anchors : place(uri, paper, null);
    },
    refresh(uri) {
      const paper = texts.find(uri);
      const before = known.get(uri);
      if (paper && before?.text === paper.text) place(uri, paper, before);
    },
  };
}
