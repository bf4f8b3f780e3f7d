import type { PartChange, RenderedPaper, RenderedPart } from './renderedPaper.ts';
import { numberAt } from '../paper/markdown/positionsOfContent.ts';

/** What makes the parts of one rendered paper out of those of another, in the order of the parts. */
export function changesBetween(
  before: RenderedPaper | null,
  after: RenderedPaper,
): readonly PartChange[] {
  const old = before?.parts ?? [];
  const changes: PartChange[] = [];
  equalParts(old, after.parts).forEach((at, index) => {
    const part = after.parts[index];
    if (part === undefined) return;
    if (at === null) changes.push({ put: part });
    else keep(changes, at, part.range.start - (old[at]?.range.start ?? 0));
  });
  return changes;
}

/** The parts after changes. What the changes keep but is not there is left out. */
export function applyChanges(
  before: RenderedPaper | null,
  changes: readonly PartChange[],
): RenderedPaper {
  const old = before?.parts ?? [];
  const parts = changes.flatMap((change) =>
    'put' in change
      ? [change.put]
      : old
          .slice(change.keep, change.keep + change.count)
          .map((part) => shifted(part, change.shift)),
  );
  return { parts };
}

function shifted(part: RenderedPart, shift: number): RenderedPart {
  if (shift === 0) return part;
  const { start, end } = part.range;
  return { ...part, range: { start: start + shift, end: end + shift } };
}

/**
 * For each new part the index of an old one that differs in nothing but its place, or null; ascending.
 * An edit leaves most parts at both ends alone: only what lies between has to be searched.
 */
function equalParts(
  old: readonly RenderedPart[],
  parts: readonly RenderedPart[],
): readonly (number | null)[] {
  const shorter = Math.min(old.length, parts.length);
  let first = 0;
  while (first < shorter && areEqual(old[first], parts[first])) first += 1;
  let last = 0;
  while (last < shorter - first && areEqual(old.at(-1 - last), parts.at(-1 - last))) last += 1;
  const middle = old.slice(first, old.length - last);
  const places = placesByHtml(middle);
  let next = 0;
  return parts.map((part, index) => {
    if (index < first) return index;
    if (index >= parts.length - last) return index - parts.length + old.length;
    const at = nextEqual(middle, part, next, places.get(part.html) ?? []);
    if (at === null) return null;
    next = at + 1;
    return first + at;
  });
}

function placesByHtml(parts: readonly RenderedPart[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  parts.forEach(({ html }, index) => {
    const known = places.get(html);
    if (known === undefined) places.set(html, [index]);
    else known.push(index);
  });
  return places;
}

/** How far the search for an equal part may go past parts that would then be put anew. */
const reach = 200;

function nextEqual(
  old: readonly RenderedPart[],
  part: RenderedPart,
  from: number,
  places: readonly number[],
): number | null {
  for (let index = firstFrom(places, from); index < places.length; index += 1) {
    const at = numberAt(places, index);
    if (at - from > reach) return null;
    const candidate = old[at];
    if (areEqual(candidate, part)) return at;
  }
  return null;
}

function firstFrom(ascending: readonly number[], from: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(ascending, middle) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function areEqual(one: RenderedPart | undefined, other: RenderedPart | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    one.kind === other.kind &&
    one.range.end - one.range.start === other.range.end - other.range.start &&
    one.html === other.html &&
    (one.map === other.map ||
      (one.map.length === other.map.length &&
        one.map.every((value, index) => value === other.map[index])))
  );
}

function keep(changes: PartChange[], at: number, shift: number): void {
  const last = changes.at(-1);
  if (last !== undefined && 'keep' in last && last.keep + last.count === at && last.shift === shift)
    changes[changes.length - 1] = { ...last, count: last.count + 1 };
  else changes.push({ keep: at, count: 1, shift });
}
