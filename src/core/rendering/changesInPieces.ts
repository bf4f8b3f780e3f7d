import { changesBetween } from './changesBetween.ts';
import type { PartChange, RenderedPaper } from './renderedPaper.ts';

/**
 * As `changesBetween`, in pieces to be applied one after the other, each of which puts `most` characters of
 * HTML or a single part. What is put in more than one piece is put from nothing: a page shows the
 * beginning of the new paper then, never parts of two papers.
 */
export function changesInPieces(
  before: RenderedPaper | null,
  after: RenderedPaper,
  most: number,
): readonly (readonly PartChange[])[] {
  const changes = changesBetween(before, after);
  if (changes.reduce((sum, change) => sum + sizeOf(change), 0) <= most) return [changes];
  const pieces: PartChange[][] = [];
  let piece: PartChange[] = [];
  let size = 0;
  after.parts.forEach((part, index) => {
    if (piece.length === 0 || size + part.html.length > most) {
      piece = index === 0 ? [] : [{ keep: 0, count: index, shift: 0 }];
      pieces.push(piece);
      size = 0;
    }
    piece.push({ put: part });
    size += part.html.length;
  });
  return pieces;
}

function sizeOf(change: PartChange): number {
  return 'put' in change ? change.put.html.length : 0;
}
