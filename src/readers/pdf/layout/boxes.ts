import type { Box } from './box.ts';
import { around, holds } from './box.ts';
import type { Chunk } from './chunks.ts';
import type { PageText } from './pageText.ts';
import type { Group } from './regions.ts';
import type { BodyStyle } from './styles.ts';

/** A box holds at least that many lines; a shaded line is a heading or the head of a table. */
const FEWEST_LINES = 3;
/** What holds more of a page's letters than that is the page's own frame. */
const LARGEST_SHARE = 0.7;
/** Areas that touch, in points, are drawn in pieces. */
const TOUCH = 2;

/** The boxes of a page, filled or framed, each with what is written in it, and what stands in none. */
export function boxesOn(
  page: PageText,
  chunks: readonly Chunk[],
  body: BodyStyle,
): { boxes: Group[]; others: Chunk[] } {
  const letters = chunks.reduce((sum, chunk) => sum + chunk.letters, 0);
  const boxes: Group[] = [];
  let others = [...chunks];
  for (const area of merged(page.areas)) {
    const inside = others.filter((chunk) => holds(area, chunk));
    const lines = new Set(
      inside.map(({ baseline }) => Math.round(baseline / (0.6 * body.size + 1))),
    );
    const held = inside.reduce((sum, chunk) => sum + chunk.letters, 0);
    if (lines.size < FEWEST_LINES || held > LARGEST_SHARE * letters) continue;
    if (isCrossed(area, page.rules) || reachesOver(area, others)) continue;
    boxes.push({ ...around([area, around(inside)]), group: 'box' as const, chunks: inside });
    others = others.filter((chunk) => !inside.includes(chunk));
  }
  return { boxes, others };
}

/** Areas that touch or lie in each other as one, the largest first. */
function merged(areas: readonly Box[]): Box[] {
  const boxes: Box[] = [];
  for (let box of areas.slice(0, 400)) {
    for (let at = 0; at < boxes.length;) {
      const other = boxes[at];
      if (other !== undefined && touch(box, other)) {
        box = around([box, other]);
        boxes.splice(at, 1);
        at = 0;
      } else at += 1;
    }
    boxes.push(box);
  }
  const size = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top);
  return boxes.sort((a, b) => size(b) - size(a));
}

function touch(a: Box, b: Box): boolean {
  return (
    a.left <= b.right + TOUCH &&
    b.left <= a.right + TOUCH &&
    a.top <= b.bottom + TOUCH &&
    b.top <= a.bottom + TOUCH
  );
}

/** Rules from side to side within an area are those of a table. */
function isCrossed(area: Box, rules: readonly Box[]): boolean {
  const across = rules.filter(
    ({ left, right, top, bottom }) =>
      right - left > 0.7 * (area.right - area.left) &&
      bottom - top < 4 &&
      top > area.top + 6 &&
      bottom < area.bottom - 6 &&
      left > area.left - 6 &&
      right < area.right + 6,
  );
  return new Set(across.map(({ top }) => Math.round(top / 4))).size > 1;
}

/** Text that sticks out of an area wasn't set for it. */
function reachesOver(area: Box, chunks: readonly Chunk[]): boolean {
  const cut = chunks.filter(
    ({ left, right, top, bottom }) =>
      top > area.top - 2 &&
      bottom < area.bottom + 2 &&
      ((left < area.left - 4 && right > area.left + 12) ||
        (right > area.right + 4 && left < area.right - 12)),
  );
  return cut.length > 1;
}
