import type { Place, Target } from './target.ts';

/** Quotes that are longer, in code units, are found by their heads and tails. */
export const longest = 2400;
const pieceLength = 900;
const pieceContext = 96;

/** The target itself, or targets of the head and the tail of its quote if that is long. */
export function piecesOf(target: Target): readonly Target[] {
  const { exact, prefix, suffix, start, end } = target;
  if (exact.length <= longest) return [target];
  const tail = exact.length - pieceLength;
  return [
    {
      exact: exact.slice(0, pieceLength),
      prefix,
      suffix: exact.slice(pieceLength, pieceLength + pieceContext),
      start,
      end: start + pieceLength,
    },
    {
      exact: exact.slice(tail),
      prefix: exact.slice(tail - pieceContext, tail),
      suffix,
      start: start + tail,
      end,
    },
  ];
}

/** The place of a target by those of its pieces; null if one has none, or they are not of one passage. */
export function joinedPlace(target: Target, places: readonly (Place | null)[]): Place | null {
  const head = places[0] ?? null;
  const tail = places.at(-1) ?? null;
  if (head === null || tail === null) return null;
  if (places.length === 1) return head;
  const length = tail.end - head.start;
  const was = target.end - target.start;
  if (tail.start < head.start || length < was * 0.4 || length > was * 2.5) return null;
  return { start: head.start, end: tail.end, score: Math.min(head.score, tail.score) };
}
