import type { ContentMap } from '../tokens.ts';

/** A number of a map or another list of numbers; 0 where the list has none. */
export function numberAt(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}

/** The offset behind the last character of the source that a map covers; 0 if it covers none. */
export function sourceEnd(map: ContentMap): number {
  return numberAt(map, map.length - 3) + numberAt(map, map.length - 1);
}

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
    const lastLength = numberAt(map, last + 2);
    const continues =
      lastLength === map[last + 3] &&
      numberAt(map, last) + lastLength === content &&
      numberAt(map, last + 1) + lastLength === source;
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
    const at = numberAt(map, run);
    if (at >= to) return;
    const source = numberAt(map, run + 1);
    const length = numberAt(map, run + 2);
    const sourceLength = numberAt(map, run + 3);
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
    const content = numberAt(inner, run);
    const source = numberAt(inner, run + 1);
    const length = numberAt(inner, run + 2);
    const sourceLength = numberAt(inner, run + 3);
    if (length === sourceLength) addSlice(composed, content, outer, source, source + length);
    else {
      const place: number[] = [];
      addSlice(place, 0, outer, source, source + sourceLength);
      const start = place[1];
      if (start === undefined) continue;
      const end = sourceEnd(place);
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
    if (numberAt(map, middle * 4) + numberAt(map, middle * 4 + 2) <= content) low = middle + 1;
    else high = middle;
  }
  return low * 4;
}
