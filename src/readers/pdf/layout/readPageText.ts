import type { PageContent, RawItem } from '../source/pageContent.ts';
import type { PageLink } from '../source/pageLinks.ts';
import type { Matrix } from './drawing.ts';
import { drawingOf, placed } from './drawing.ts';
import { drawnBullets } from './drawnBullets.ts';
import { fontOf } from './fontOf.ts';
import { linkedRuns } from './linkedRuns.ts';
import type { Font, PageText, TextRun } from './pageText.ts';

/** How a page is shown: its size in points and the transform from its own coordinates, y downwards. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

/** How far letters reach over and under the line they stand on, in parts of the font's size. */
const ASCENT = 0.75;
const DESCENT = 0.22;

/** The page upright, in points from its top left corner: what is written and what is drawn. */
export function readPageText(
  page: number,
  content: PageContent,
  links: readonly PageLink[],
  viewport: Viewport,
): PageText {
  const fonts = new Map([...content.fonts].map(([name, raw]) => [name, fontOf(raw)]));
  const view = viewport.transform as Matrix;
  const turns = content.items.map((item) => turnOf(times(view, item.transform as Matrix)));
  const main = mainTurn(content.items, turns);
  const turned = turning(view, main, viewport);
  const runs: TextRun[] = [];
  const across: TextRun[] = [];
  let followsSpace = false;
  for (const [at, item] of content.items.entries()) {
    if (item.str.trim() === '') {
      followsSpace = followsSpace || item.str !== '';
      continue;
    }
    const font = fonts.get(item.fontName) ?? fontOf(undefined);
    const run = runOf(at, item, turned.view, font, followsSpace);
    followsSpace = false;
    if (turns[at] !== main) across.push(run);
    else if (!repeats(run, runs)) runs.push(run);
  }
  const { width, height } = turned;
  const areas = links.map(({ rect, href }) => ({ ...placed(turned.view, rect), href }));
  const { dots, ...drawn } = drawingOf(content.drawn, turned.view, width, height);
  return {
    page,
    width,
    height,
    view: turned.view,
    runs: [...linkedRuns(runs, areas), ...drawnBullets(dots, runs)],
    turned: across,
    ...drawn,
  };
}

/** Applies `b` first. */
function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** Quarter turns clockwise, or -1 for text that is askew by more than a scanner's few degrees. */
function turnOf([a, b]: Matrix): number {
  const angle = Math.atan2(b, a) / (Math.PI / 2);
  const turn = Math.round(angle);
  return Math.abs(angle - turn) < 0.08 ? (turn + 4) % 4 : -1;
}

/** The turn of most of the text: a table can lie across its page. */
function mainTurn(items: readonly RawItem[], turns: readonly number[]): number {
  const letters = [0, 0, 0, 0];
  for (const [at, { str }] of items.entries()) {
    const turn = turns[at] ?? -1;
    if (turn >= 0) letters[turn] = (letters[turn] ?? 0) + str.trim().length;
  }
  return letters.indexOf(Math.max(...letters));
}

/** The view turned back, so that most of the text stands upright. */
function turning(view: Matrix, turn: number, { width, height }: Viewport) {
  if (turn === 1)
    return { view: times([0, -1, 1, 0, 0, width], view), width: height, height: width };
  if (turn === 2) return { view: times([-1, 0, 0, -1, width, height], view), width, height };
  if (turn === 3)
    return { view: times([0, 1, -1, 0, height, 0], view), width: height, height: width };
  return { view, width, height };
}

function runOf(
  at: number,
  item: RawItem,
  view: Matrix,
  font: Font,
  followsSpace: boolean,
): TextRun {
  const [a, b, c, d, x, baseline] = times(view, item.transform as Matrix);
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  const scale = Math.hypot(view[0], view[1]);
  const isRightToLeft = item.dir === 'rtl';
  return {
    item: at,
    offset: 0,
    text: item.str,
    left: x,
    right: x + item.width * scale,
    top: baseline - ASCENT * size,
    bottom: baseline + DESCENT * size,
    baseline,
    size,
    font,
    isRightToLeft,
    followsSpace,
    href: null,
  };
}

/** Whether the same was just written at nearly the same place: a shadow, or bold by drawing twice. */
function repeats(run: TextRun, before: readonly TextRun[]): boolean {
  const near = run.size * 0.12;
  return before
    .slice(-12)
    .some(
      ({ text, left, baseline, size }) =>
        text === run.text &&
        Math.abs(left - run.left) < near &&
        Math.abs(baseline - run.baseline) < near &&
        Math.abs(size - run.size) < near,
    );
}
