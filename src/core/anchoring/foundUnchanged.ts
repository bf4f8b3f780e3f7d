import type { Landmark } from './placement.ts';
import type { Place, Target } from './target.ts';

/** How far from where it is expected a target is looked for, in code units. */
const reach = 4096;
/** Context on each side without which quote and context may stand somewhere by chance. */
const leastContext = 16;
/** Targets missed in a row after which the text may have shifted farther than the reach. */
const mostMissed = 6;
/** Searches of the whole text. */
const mostWholeSearches = 4;

/**
 * The targets whose quote and whole context stand, unit by unit, where those before them say: the
 * text between two of them grew or shrank by little. One that has none before it has to stand in the
 * text once. This takes no reading of the text, and most targets of a revised text are found so.
 *
 * @param targets those that do not stand at their position, in its order
 * @param standing those that do, in its order
 */
export function foundUnchanged(
  text: string,
  targets: readonly Target[],
  standing: readonly Landmark[],
): ReadonlyMap<Target, Place> {
  const found = new Map<Target, Place>();
  let last: Landmark | undefined;
  let missed = mostMissed;
  let wholeSearches = 0;
  let next = 0;
  for (const target of targets) {
    for (; next < standing.length; next += 1) {
      const landmark = standing[next];
      if (landmark === undefined || landmark.target.start > target.start) break;
      last = landmark;
    }
    if (!isTelling(target)) continue;
    const whole = target.prefix + target.exact + target.suffix;
    const shift = last === undefined ? 0 : last.start - last.target.start;
    const expected = target.start - target.prefix.length + shift;
    let at = last === undefined ? -1 : onlyOne(text, whole, expected - reach, expected + reach);
    if (at === -1 && missed >= mostMissed && wholeSearches < mostWholeSearches) {
      wholeSearches += 1;
      at = onlyOne(text, whole, 0, text.length);
    }
    const start = at + target.prefix.length;
    if (at === -1 || start < (last?.start ?? 0)) {
      missed += 1;
      continue;
    }
    missed = 0;
    const place = { start, end: start + target.exact.length, score: 1 };
    last = { target, ...place };
    found.set(target, place);
  }
  return found;
}

function isTelling({ exact, prefix, suffix }: Target): boolean {
  return exact !== '' && prefix.length >= leastContext && suffix.length >= leastContext;
}

/** Where a string stands that begins between two offsets; -1 if nowhere, or more than once. */
function onlyOne(text: string, part: string, from: number, to: number): number {
  const low = Math.max(0, from);
  const within = text.slice(low, Math.max(low, to + part.length));
  const at = within.indexOf(part);
  return at === -1 || within.includes(part, at + 1) ? -1 : low + at;
}
