import { anchorAll } from './anchorAll.ts';
import { foldAlike } from './foldedText.ts';
import type { Anchor, Target } from './target.ts';
import { trackThrough, type TextChange } from './trackRange.ts';

/** A target with the place it has in a text that is being edited; null while it is an orphan. */
export interface LiveAnchor {
  readonly target: Target;
  readonly anchor: Anchor | null;
}

/** The live anchors of one text, by the ids of what they belong to. */
export type LiveAnchors = ReadonlyMap<string, LiveAnchor>;

/** Something with a target: an annotation, a role correction. */
export interface Targeted {
  readonly id: string;
  readonly target: Target;
}

/**
 * Anchors the items; those whose target did not change since keep the place they were followed to.
 * The text that the targets were made on lets the others be found by what changed since.
 */
export function placeAll(
  text: string,
  items: readonly Targeted[],
  old: LiveAnchors,
  oldText?: string,
): LiveAnchors {
  const fresh = items.filter(({ id, target }) => !sameTarget(old.get(id)?.target, target));
  const found = anchorAll(
    text,
    fresh.map(({ target }) => target),
    oldText === undefined ? {} : { oldText },
  );
  const placed = new Map(fresh.map(({ id }, index) => [id, found[index] ?? null]));
  return new Map(
    items.map(({ id, target }) => {
      const anchor = placed.get(id);
      return [
        id,
        { target, anchor: anchor === undefined ? (old.get(id)?.anchor ?? null) : anchor },
      ];
    }),
  );
}

/** The anchors after an edit; one whose passage was deleted is an orphan. */
export function trackAll(anchors: LiveAnchors, changes: readonly TextChange[]): LiveAnchors {
  return new Map(
    [...anchors].map(([id, live]) => {
      if (live.anchor === null) return [id, live];
      const { start, end } = live.anchor;
      const range = trackThrough(live.anchor, changes);
      if (range === null) return [id, { ...live, anchor: null }];
      if (range.start === start && range.end === end) return [id, live];
      return [id, { ...live, anchor: { ...range, score: 1, how: 'moved' } }];
    }),
  );
}

/**
 * What edits left to do: orphans are looked for again (the passage may have been pasted, or its
 * deletion undone), and each anchor says anew whether its passage reads as it did.
 */
export function settleAll(text: string, anchors: LiveAnchors): LiveAnchors {
  const orphans = [...anchors].filter(([, { anchor }]) => anchor === null);
  const found = anchorAll(
    text,
    orphans.map(([, { target }]) => target),
  );
  const again = new Map(orphans.map(([id], index) => [id, found[index] ?? null]));
  return new Map(
    [...anchors].map(([id, live]) => {
      const followed = live.anchor && restored(text, live.target, live.anchor);
      const anchor = followed ?? again.get(id) ?? null;
      return [
        id,
        { ...live, anchor: anchor && { ...anchor, how: howIn(text, live.target, anchor) } },
      ];
    }),
  );
}

/** Whether two sets of anchors show the same places in the same way. */
export function sameAnchors(a: LiveAnchors, b: LiveAnchors): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...b]);
}

/**
 * The anchor, or where the passage stands whole again over it: when a deletion over its edge is undone,
 * what comes back is put beside what was left.
 */
function restored(text: string, { exact }: Target, anchor: Anchor): Anchor {
  if (text.slice(anchor.start, anchor.end) === exact || exact === '') return anchor;
  const from = Math.max(0, anchor.start - exact.length + 1);
  const at = text.slice(from, anchor.end + exact.length - 1).indexOf(exact);
  return at === -1 ? anchor : { ...anchor, start: from + at, end: from + at + exact.length };
}

function howIn(text: string, target: Target, { start, end }: Anchor): Anchor['how'] {
  if (!foldAlike(text.slice(start, end), target.exact)) return 'changed';
  return start === target.start && end === target.end ? 'exact' : 'moved';
}

function sameTarget(a: Target | undefined, b: Target): boolean {
  return a !== undefined && (a === b || JSON.stringify(a) === JSON.stringify(b));
}
