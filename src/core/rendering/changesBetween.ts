import type { PartChange, RenderedPaper, RenderedPart } from './renderedPaper.ts';

/** What makes the parts of one rendered paper out of those of another, in the order of the parts. */
export function changesBetween(
  before: RenderedPaper | null,
  after: RenderedPaper,
): readonly PartChange[] {
  const old = before?.parts ?? [];
  const changes: PartChange[] = [];
  const places = placesByHtml(old);
  let next = 0;
  for (const part of after.parts) {
    const at = nextEqual(old, part, next, places.get(part.html) ?? []);
    if (at === null) {
      changes.push({ put: part });
      continue;
    }
    next = at + 1;
    keep(changes, at, part.range.start - (old[at]?.range.start ?? 0));
  }
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
    const at = places[index] ?? 0;
    if (at - from > reach) return null;
    const candidate = old[at];
    if (candidate !== undefined && areEqual(candidate, part)) return at;
  }
  return null;
}

function firstFrom(ascending: readonly number[], from: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two parts differ in nothing but where they stand in the source. */
export function areEqual(one: RenderedPart, other: RenderedPart): boolean {
  if (one === other) return true;
  return (
    one.html === other.html &&
    one.kind === other.kind &&
    one.range.end - one.range.start === other.range.end - other.range.start &&
    one.map.length === other.map.length &&
    one.map.every((value, index) => value === other.map[index])
  );
}

function keep(changes: PartChange[], at: number, shift: number): void {
  const last = changes.at(-1);
  if (last !== undefined && 'keep' in last && last.keep + last.count === at && last.shift === shift)
    changes[changes.length - 1] = { ...last, count: last.count + 1 };
  else changes.push({ keep: at, count: 1, shift });
}
