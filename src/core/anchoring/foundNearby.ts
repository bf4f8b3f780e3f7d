import { foundBetween } from './foundBetween.ts';
import { foundUnchanged } from './foundUnchanged.ts';
import { byOldPlace, type Landmark } from './placement.ts';
import type { Place, Target } from './target.ts';
import { readWords, type Words } from './words.ts';

/** Length of text that is read for one target, about, when not all of the text is. */
const readForOne = 4096;

/** What a first look at a text found. */
export interface Nearby {
  readonly found: ReadonlyMap<Target, Place>;
  /** The words of the text, if they were read for that. */
  readonly words: Words | null;
}

/**
 * The targets that plainly are where their neighbours say, so that the rest of the text need not be
 * searched for them.
 *
 * @param targets those that do not stand at their position, in its order
 * @param standing those that do, in its order
 */
export function foundNearby(
  text: string,
  targets: readonly Target[],
  standing: readonly Landmark[],
): Nearby {
  const unchanged = foundUnchanged(text, targets, standing);
  if (unchanged.size === targets.length) return { found: unchanged, words: null };
  const rest: Target[] = [];
  for (const target of targets) if (!unchanged.has(target)) rest.push(target);
  const landmarks = [...standing, ...landmarksAt(unchanged)].sort(byOldPlace);
  const words = text.length < rest.length * readForOne ? readWords(text) : null;
  const changed = foundBetween(text, rest, landmarks, words);
  return { found: new Map([...unchanged, ...changed]), words };
}

/** The landmarks that places of targets are. */
export function landmarksAt(places: ReadonlyMap<Target, Place>): readonly Landmark[] {
  const landmarks: Landmark[] = [];
  for (const [target, { start, end }] of places) landmarks.push({ target, start, end });
  return landmarks;
}
