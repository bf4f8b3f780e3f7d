import { headingAbove } from './headingAbove.ts';
import type { Target } from './target.ts';

/** Context on each side that a target gets at least, and at most, in code units. */
const leastContext = 64;
const mostContext = 128;

/**
 * Describes a passage so that it can be found again. The context grows until quote and context
 * together stand in the text once, or are as long as they may get; the heading above the passage tells copies
 * apart that are alike so far. Offsets outside the text are moved to its ends, swapped ones put in
 * order, and a surrogate pair that an edge would split is taken in.
 */
export function describeRange(text: string, start: number, end: number): Target {
  const one = withinText(text, start);
  const other = withinText(text, end);
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  const from = splitsPair(text, low) ? low - 1 : low;
  const to = splitsPair(text, high) ? high + 1 : high;
  let target = withContext(text, from, to, leastContext);
  for (let context = leastContext * 2; context <= mostContext; context *= 2) {
    if (standsOnce(text, target)) break;
    target = withContext(text, from, to, context);
  }
  const heading = headingAbove(text, from);
  return heading === null ? target : { ...target, heading };
}

/** Whether the target's quote and context still stand, unit by unit, at its offsets. */
export function standsThere(text: string, target: Target): boolean {
  return (
    target.end - target.start === target.exact.length &&
    text.startsWith(target.exact, target.start) &&
    text.startsWith(target.suffix, target.end) &&
    target.start >= target.prefix.length &&
    text.startsWith(target.prefix, target.start - target.prefix.length)
  );
}

function withinText(text: string, offset: number): number {
  return Number.isNaN(offset) ? 0 : Math.trunc(Math.min(Math.max(offset, 0), text.length));
}

function withContext(text: string, start: number, end: number, context: number): Target {
  const from = Math.max(0, start - context);
  const to = Math.min(text.length, end + context);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
    start,
    end,
  };
}

function standsOnce(text: string, target: Target): boolean {
  const whole = target.prefix + target.exact + target.suffix;
  const first = text.indexOf(whole);
  return !text.includes(whole, first + 1);
}

function splitsPair(text: string, offset: number): boolean {
  return (
    (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00
  );
}
