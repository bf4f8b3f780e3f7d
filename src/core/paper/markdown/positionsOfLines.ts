import type { SourceRange } from '../paper.ts';
import { movedMap, type ContentMap } from '../tokens.ts';
import { addRun, numberAt } from './positionsOfContent.ts';

/**
 * A text as markdown-it wants it (one character for a line end, no NUL, no byte order mark), with the
 * way back to the offsets of the text itself.
 */
export interface NormalText {
  readonly text: string;
  readonly range: (range: SourceRange) => SourceRange;
  readonly map: (map: ContentMap) => ContentMap;
}

/** Normalizes a text, or the part of one that begins at `base`, and keeps the way back. */
export function normalText(text: string, base = 0): NormalText {
  const plain = text.replace(/\0/gu, '\ufffd').replace(/^\ufeff/u, ' ');
  if (!plain.includes('\r'))
    return {
      text: plain,
      range: ({ start, end }) => ({ start: start + base, end: end + base }),
      map: (map) => (base === 0 ? map : movedMap(map, base)),
    };
  const pairs = pairsIn(plain);
  const place = (offset: number): number => base + offset + countBelow(pairs, offset);
  return {
    text: plain.replace(/\r\n?/gu, '\n'),
    range: ({ start, end }) => ({ start: place(start), end: place(end) }),
    map: (map) => movedMap(splitAtPairs(map, pairs), base),
  };
}

/** Offsets, in the normalized text, of the line ends that are two characters in the text. */
function pairsIn(text: string): readonly number[] {
  const pairs: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2))
    pairs.push(at - pairs.length);
  return pairs;
}

function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(ascending, middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function splitAtPairs(map: ContentMap, pairs: readonly number[]): ContentMap {
  const split: number[] = [];
  for (let run = 0; run < map.length; run += 4) {
    const content = numberAt(map, run);
    const source = numberAt(map, run + 1);
    const length = numberAt(map, run + 2);
    const sourceLength = numberAt(map, run + 3);
    let before = countBelow(pairs, source);
    if (length !== sourceLength) {
      const behind = countBelow(pairs, source + sourceLength);
      split.push(content, source + before, length, sourceLength + behind - before);
      continue;
    }
    let from = 0;
    for (; (pairs[before] ?? Infinity) < source + length; before += 1) {
      const pair = numberAt(pairs, before) - source;
      addRun(split, content + from, source + from + before, pair - from, pair - from);
      split.push(content + pair, source + pair + before, 1, 2);
      from = pair + 1;
    }
    addRun(split, content + from, source + from + before, length - from, length - from);
  }
  return split;
}
