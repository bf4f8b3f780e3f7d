import type { Box } from './box.ts';
import { around } from './box.ts';

/** A transform as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Anything thinner is a line, not an area: in points. */
const LINE_WIDTH = 3;
/** Shorter lines belong to letters and signs. */
const SHORTEST_RULE = 8;
/** A line of text fits into anything larger. */
const LOWEST_AREA = 10;
const NARROWEST_AREA = 36;
/** Dots and little squares can be drawn for bullets. */
const SMALLEST_DOT = 1;
const LARGEST_DOT = 9;
/** An area as large as that is the page's own ground. */
const LARGEST_SHARE = 0.8;

/** Rules, areas and dots among what is drawn on a page; `drawn` as in `PageContent`. */
export function drawingOf(
  drawn: readonly number[],
  view: Matrix,
  width: number,
  height: number,
): { rules: Box[]; areas: Box[]; dots: Box[] } {
  const rules: Box[] = [];
  const areas: Box[] = [];
  const dots: Box[] = [];
  for (let at = 0; at + 4 < drawn.length; at += 5) {
    const [how = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0] = drawn.slice(at, at + 5);
    const box = placed(view, [x0, y0, x1, y1]);
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    if (box.right < 0 || box.left > width || box.bottom < 0 || box.top > height) continue;
    const isEven = wide < 1.5 * high && high < 1.5 * wide;
    if (isEven && wide >= SMALLEST_DOT && wide <= LARGEST_DOT && how !== 2) dots.push(box);
    else if (how === 4) continue;
    else if (wide <= LINE_WIDTH || high <= LINE_WIDTH) {
      if (Math.max(wide, high) >= SHORTEST_RULE) rules.push(box);
    } else if (wide >= NARROWEST_AREA && high >= LOWEST_AREA) {
      if (wide * high < LARGEST_SHARE * width * height) areas.push(box);
      if (how === 2) rules.push(...sides(box));
    }
  }
  return { rules: joined(rules), areas, dots };
}

/** Pieces of a line that touch end to end as one. */
function joined(rules: readonly Box[]): Box[] {
  const lying = ({ left, top, right, bottom }: Box) => right - left >= bottom - top;
  const across = joinedAlong(rules.filter(lying));
  const turned = ({ left, top, right, bottom }: Box) => ({
    left: top,
    top: left,
    right: bottom,
    bottom: right,
  });
  const down = joinedAlong(rules.filter((rule) => !lying(rule)).map(turned)).map(turned);
  return [...across, ...down];
}

function joinedAlong(rules: readonly Box[]): Box[] {
  const whole: Box[] = [];
  const height = ({ top, bottom }: Box) => Math.round((top + bottom) / 2);
  for (const rule of [...rules].sort((a, b) => height(a) - height(b) || a.left - b.left)) {
    const last = whole.at(-1);
    if (last !== undefined && height(last) === height(rule) && rule.left <= last.right + LINE_WIDTH)
      whole[whole.length - 1] = around([last, rule]);
    else whole.push(rule);
  }
  return whole;
}

/** A rectangle of two corners in the coordinates of the view. */
export function placed(view: Matrix, corners: readonly number[]): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = corners;
  return boxOf(place(view, x0, y0), place(view, x1, y1));
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function boxOf([x0, y0]: [number, number], [x1, y1]: [number, number]): Box {
  return {
    left: Math.min(x0, x1),
    top: Math.min(y0, y1),
    right: Math.max(x0, x1),
    bottom: Math.max(y0, y1),
  };
}

function sides({ left, top, right, bottom }: Box): Box[] {
  return [
    { left, top, right, bottom: top },
    { left, top: bottom, right, bottom },
    { left, top, right: left, bottom },
    { left: right, top, right, bottom },
  ];
}
