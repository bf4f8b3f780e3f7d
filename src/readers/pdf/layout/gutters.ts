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
  const used = new Set<Gutter>();
  const gutters: Gutter[] = [];
  for (const [at, gap] of gaps.entries()) {
    if (used.has(gap)) continue;
    let grown = gap;
    for (const next of gaps.slice(at + 1)) {
      const left = Math.max(grown.left, next.left);
      const right = Math.min(grown.right, next.right);
      if (right - left < NARROWEST) continue;
      const bottom = Math.max(grown.bottom, next.bottom);
      if (isCrossed({ left, right, top: grown.top, bottom }, pieces)) break;
      used.add(next);
      const isNewRow = next.top > grown.bottom - 2;
      grown = { left, right, top: grown.top, bottom, rows: grown.rows + (isNewRow ? 1 : 0) };
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
    const next = sorted
      .slice(at + 1)
      .find((other) => other.left > piece.right - 1 && sharedHeight(piece, other) > 0.5);
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

/** Whether a piece reaches into the strip. */
function isCrossed(strip: Box, pieces: readonly Box[]): boolean {
  return pieces.some(
    ({ left, right, top, bottom }) =>
      left < strip.right - 0.5 &&
      right > strip.left + 0.5 &&
      top < strip.bottom - 1 &&
      bottom > strip.top + 1,
  );
}
