import type { Box } from './box.ts';
import type { TextRun } from './pageText.ts';

/** How far before its text a bullet stands, and how large it is, in parts of the font's size. */
const FARTHEST = 3.5;
const NEAREST = 0.2;
const LARGEST = 0.75;
/** What stands closer before it makes it a dot between words. */
const FREE = 1.5;
/** More dots are a pattern. */
const MOST_DOTS = 400;

/** Runs that stand for bullets which are drawn, not written: dots before text that has none before it. */
export function drawnBullets(dots: readonly Box[], runs: readonly TextRun[]): TextRun[] {
  if (dots.length > MOST_DOTS) return [];
  return dots.flatMap((dot) => {
    const middle = (dot.top + dot.bottom) / 2;
    const inLine = runs.filter(
      ({ top, bottom, size }) =>
        middle > top + 0.15 * size &&
        middle < bottom - 0.2 * size &&
        dot.right - dot.left < LARGEST * size,
    );
    const after = inLine
      .filter(({ left }) => left > dot.right)
      .reduce<TextRun | null>(
        (best, run) => (best === null || run.left < best.left ? run : best),
        null,
      );
    if (after === null) return [];
    const gap = after.left - dot.right;
    const isBeside = gap > NEAREST * after.size && gap < FARTHEST * after.size;
    const isFirst = inLine.every(
      ({ left, right }) => left > dot.right || right < dot.left - FREE * after.size,
    );
    return isBeside && isFirst ? [bullet(dot, after)] : [];
  });
}

function bullet({ left, right }: Box, text: TextRun): TextRun {
  const { top, bottom, baseline, size, font } = text;
  const about = { isRightToLeft: false, followsSpace: false, href: null };
  return {
    ...about,
    item: -1,
    offset: 0,
    text: '•',
    left,
    right,
    top,
    bottom,
    baseline,
    size,
    font,
  };
}
