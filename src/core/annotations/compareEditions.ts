import { anchorAll } from '../anchoring/anchorAll.ts';
import { longestAscent } from '../anchoring/commonOnce.ts';
import { describeRange } from '../anchoring/describeRange.ts';
import type { Anchor, Target } from '../anchoring/target.ts';
import type { Paper } from '../paper/paper.ts';
import { comparePoints, type ComparedPoint } from './comparePoints.ts';

/** What became of an annotation in another edition of its paper. */
export type ComparedAnnotation<T> =
  | {
      readonly annotation: T;
      /** Kept: it reads as it did, among what it stood among. Moved: it reads as it did, elsewhere. */
      readonly state: 'kept' | 'moved' | 'changed';
      /** Its passage in the new edition. */
      readonly anchor: Anchor;
    }
  | { readonly annotation: T; readonly state: 'lost'; readonly anchor: null };

/** What became of the annotations and key points of a paper in another edition of it. */
export interface EditionComparison<T> {
  /** In the order in which they were given. */
  readonly annotations: readonly ComparedAnnotation<T>[];
  /** Those of the new edition in their order, each removed one where it stood among them. */
  readonly points: readonly ComparedPoint[];
}

/** Compares two editions of a paper. The annotations' targets are those of the old one. */
export function compareEditions<T extends { readonly target: Target }>(
  oldPaper: Paper,
  newPaper: Paper,
  annotations: readonly T[],
): EditionComparison<T> {
  // The blocks come along to tell where everything went: what is out of their order has moved.
  const blocks = oldPaper.blocks.map(({ range }) =>
    describeRange(oldPaper.text, range.start, range.end),
  );
  const targets = [...annotations.map(({ target }) => target), ...blocks];
  const anchors = anchorAll(newPaper.text, targets, { oldText: oldPaper.text });
  const ordered = inOrder(targets, anchors);
  return {
    annotations: annotations.map((annotation, at) => {
      const anchor = anchors[at] ?? null;
      if (anchor === null) return { annotation, state: 'lost', anchor };
      if (anchor.how === 'changed') return { annotation, state: 'changed', anchor };
      return { annotation, state: ordered.has(anchor) ? 'kept' : 'moved', anchor };
    }),
    points: comparePoints(oldPaper.blocks, newPaper.blocks),
  };
}

/** The anchors of the largest set of targets that kept their order. */
function inOrder(
  targets: readonly Target[],
  anchors: readonly (Anchor | null)[],
): ReadonlySet<Anchor> {
  const placed = targets
    .flatMap(({ start, end }, at) => {
      const anchor = anchors[at] ?? null;
      return anchor === null ? [] : [{ start, end, anchor }];
    })
    .toSorted((a, b) => a.start - b.start || a.anchor.start - b.anchor.start)
    // A passage that begins where its block does is behind it.
    .map(({ anchor }, at, { length }) => ({ anchor, value: anchor.start + at / length }));
  return new Set(longestAscent(placed, ({ value }) => value).map(({ anchor }) => anchor));
}
