import type { ContentMap } from '../tokens.ts';

/** Adds a run to a map in the making; one that continues the last run lengthens it. */
export function addRun(
  map: number[],
  content: number,
  source: number,
  length: number,
  sourceLength: number,
): void {
  if (length === 0) return;
  const last = map.length - 4;
  if (last >= 0 && length === sourceLength) {
    const lastLength = map[last + 2] ?? 0;
    const continues =
      lastLength === map[last + 3] &&
      (map[last] ?? 0) + lastLength === content &&
      (map[last + 1] ?? 0) + lastLength === source;
    if (continues) {
      map[last + 2] = lastLength + length;
      map[last + 3] = lastLength + length;
      return;
    }
  }
  map.push(content, source, length, sourceLength);
}

/** Adds the part of `map` between two offsets in its content, moved to `content`. */
export function addSlice(
  target: number[],
  content: number,
  map: ContentMap,
  from: number,
  to: number,
): void {
  for (let run = firstRunBehind(map, from); run < map.length; run += 4) {
    const at = map[run] ?? 0;
    if (at >= to) return;
    const source = map[run + 1] ?? 0;
    const length = map[run + 2] ?? 0;
    const sourceLength = map[run + 3] ?? 0;
    const start = Math.max(at, from);
    const end = Math.min(at + length, to);
    if (length === sourceLength)
      addRun(target, content + start - from, source + start - at, end - start, end - start);
    else addRun(target, content + start - from, source, end - start, sourceLength);
  }
}

/** Leads a map through another one: what `inner` calls source is the content of `outer`. */
export function composeMaps(inner: ContentMap, outer: ContentMap): ContentMap {
  const composed: number[] = [];
  for (let run = 0; run < inner.length; run += 4) {
    const content = inner[run] ?? 0;
    const source = inner[run + 1] ?? 0;
    const length = inner[run + 2] ?? 0;
    const sourceLength = inner[run + 3] ?? 0;
    if (length === sourceLength) addSlice(composed, content, outer, source, source + length);
    else {
      const place: number[] = [];
      addSlice(place, 0, outer, source, source + sourceLength);
      const start = place[1];
      if (start === undefined) continue;
      const end = (place.at(-3) ?? 0) + (place.at(-1) ?? 0);
      addRun(composed, content, start, length, end - start);
    }
  }
  return composed;
}

function firstRunBehind(map: ContentMap, content: number): number {
  let low = 0;
  let high = map.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle * 4] ?? 0) + (map[middle * 4 + 2] ?? 0) <= content) low = middle + 1;
    else high = middle;
  }
  return low * 4;
}
