import type { Box } from './box.ts';
import { sharedHeight } from './box.ts';

/** A strip of white between two columns. */
export interface Gutter extends Box {
  /** How many lines have text on both sides of it. */
  readonly rows: number;
}

/** Narrower strips may be gaps between words that happen to stand over each other: in points. */
const NARROWEST = 6;
/** More pieces than that on a page are a map or a chart, whose order means nothing. */
const MOST_PIECES = 3000;

/**
 * All strips of white with text on both sides in at least `rows` lines, the tallest first. Each strip is
 * as wide as the narrowest of its gaps.
 */
export function guttersBetween(pieces: readonly Box[], rows: number): Gutter[] {
  if (pieces.length > MOST_PIECES) return [];
  const gaps = gapsBetween(pieces);
  const freeIn = freeStrips(pieces);
  const used = new Set<Gutter>();
  const gutters: Gutter[] = [];
  for (const [at, gap] of gaps.entries()) {
    if (used.has(gap)) continue;
    let grown = gap;
    for (let below = at + 1; below < gaps.length; below += 1) {
      const next = gaps[below];
      if (next === undefined) break;
      const left = Math.max(grown.left, next.left);
      const right = Math.min(grown.right, next.right);
      if (right - left < NARROWEST) continue;
      const bottom = Math.max(grown.bottom, next.bottom);
      // What was free of pieces so far is so for a narrower strip as well.
      const free = freeIn({ left, right, top: Math.min(next.top, grown.bottom), bottom });
      if (free === null) break;
      used.add(next);
      const isNewRow = next.top > grown.bottom - 2;
      const rows = grown.rows + (isNewRow ? 1 : 0);
      grown = { left: free.left, right: free.right, top: grown.top, bottom, rows };
    }
    if (grown.rows >= rows) gutters.push(grown);
  }
  return gutters.sort((a, b) => b.bottom - b.top - (a.bottom - a.top) || a.left - b.left);
}

/** The gaps between neighbours in a line, from top to bottom. */
function gapsBetween(pieces: readonly Box[]): Gutter[] {
  const sorted = [...pieces].sort((a, b) => a.left - b.left || a.top - b.top);
  const gaps: Gutter[] = [];
  for (const [at, piece] of sorted.entries()) {
    let next: Box | undefined;
    for (let after = at + 1; next === undefined && after < sorted.length; after += 1) {
      const other = sorted[after];
      if (other === undefined || other.left <= piece.right - 1) continue;
      // Most stand in other lines.
      if (other.top >= piece.bottom || other.bottom <= piece.top) continue;
      if (sharedHeight(piece, other) > 0.5) next = other;
    }
    if (next === undefined || next.left - piece.right < NARROWEST) continue;
    gaps.push({
      left: piece.right,
      right: next.left,
      top: Math.max(piece.top, next.top),
      bottom: Math.min(piece.bottom, next.bottom),
      rows: 1,
    });
  }
  return gaps.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** A function that narrows a strip to what no piece reaches into; null where one lies across it. */
function freeStrips(pieces: readonly Box[]): (strip: Box) => Box | null {
  const sorted = [...pieces].sort((a, b) => a.top - b.top);
  const tallest = sorted.reduce((most, { top, bottom }) => Math.max(most, bottom - top), 0);
  const firstFrom = (top: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.top ?? 0) < top) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (strip) => {
    let { left, right } = strip;
    for (let at = firstFrom(strip.top - tallest); at < sorted.length; at += 1) {
      const piece = sorted[at];
      if (piece === undefined || piece.top >= strip.bottom - 1) break;
      if (piece.bottom <= strip.top + 1) continue;
      if (piece.left >= right - 0.5 || piece.right <= left + 0.5) continue;
      if (piece.left > left + NARROWEST) right = piece.left;
      else if (piece.right < right - NARROWEST) left = piece.right;
      else return null;
    }
    return right - left < NARROWEST ? null : { ...strip, left, right };
  };
}
