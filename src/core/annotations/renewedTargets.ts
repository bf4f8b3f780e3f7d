import type { LiveAnchor, LiveAnchors } from '../anchoring/liveAnchors.ts';
import type { Target, TargetReader } from '../anchoring/target.ts';
import { describeInPaper, type AnchoredPaper } from './describeInPaper.ts';

/**
 * New targets, by id, for passages that have another place since their file or its reader changed. An
 * orphan keeps its target, and so does a passage with other words, so that what changed in it stays to be
 * seen; but where another reader than the target's made the words, and the text that they were marked in
 * is known, it is the same passage. A target of a newer reader is left alone.
 */
export function renewedTargets(
  paper: AnchoredPaper,
  anchors: LiveAnchors,
  isOldTextKnown: boolean,
): ReadonlyMap<string, Target> {
  const renewed = new Map<string, Target>();
  for (const [id, live] of anchors) {
    const { anchor, target } = live;
    if (anchor === null || !mayBeRenewed(live, paper.reader, isOldTextKnown)) continue;
    const now = describeInPaper(paper, anchor.start, anchor.end);
    if (JSON.stringify(now) !== JSON.stringify(target)) renewed.set(id, now);
  }
  return renewed;
}

function mayBeRenewed(
  { anchor, target: { reader: old } }: LiveAnchor,
  reader: TargetReader | undefined,
  isOldTextKnown: boolean,
): boolean {
  const isSameFormat = old?.format === reader?.format;
  if (isSameFormat && (old?.version ?? 0) > (reader?.version ?? 0)) return false;
  if (anchor?.how !== 'changed') return true;
  const isOtherReader = old !== undefined && (!isSameFormat || old.version !== reader?.version);
  return isOtherReader && isOldTextKnown;
}
