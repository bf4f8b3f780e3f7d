import { closedFoldOf } from './folds.ts';
import type { ShownPart } from './paperView.ts';
import { blockAt, partAt, type Scrolling } from './scrolling.ts';
import { pointAt, renderedOffsetOf, textIndexOf } from './textIndex.ts';
import { characterOfOffset, partOfOffset, sourceOfRendered } from './textRange.ts';

/** Pixels that a character may reach over the top and still count as the first that is seen. */
const tolerance = 2;
/** Least milliseconds between two `scrolled` wishes. */
const pause = 60;

/** The source offset of what is at the top of the page; null in an empty paper. */
export function offsetAtTop(parts: readonly ShownPart[]): number | null {
  if (window.scrollY === 0) return parts.length === 0 ? null : 0;
  const shown = partAt(parts, tolerance);
  if (shown === null) return parts.at(-1)?.part.range.end ?? null;
  const { part, element } = shown;
  const box = element.getBoundingClientRect();
  if (box.top > tolerance) return part.range.start;
  const share = Math.min(Math.max((tolerance - box.top) / box.height, 0), 1);
  if (part.kind === 'titleBlock' || closedFoldOf(element.lastElementChild ?? element) !== null) {
    return Math.round(part.range.start + share * extentOf(parts, shown));
  }
  if (textIndexOf(element).length === 0) {
    return Math.round(part.range.start + share * (part.range.end - part.range.start));
  }
  const block = blockAt(parts, tolerance) ?? element;
  const rendered = firstSeenCharacter(element, block);
  const next = parts[parts.indexOf(shown) + 1];
  // Only the padding of a panel is left of it.
  if (rendered >= textIndexOf(element).length && next !== undefined) return next.part.range.start;
  return part.range.start + sourceOfRendered(part.map, rendered);
}

/**
 * How much of the source a title block stands for: its facts come from all over, in the page's order,
 * but the source goes on where the next part begins.
 */
function extentOf(parts: readonly ShownPart[], shown: ShownPart): number {
  const { start, end } = shown.part.range;
  const next = parts[parts.indexOf(shown) + 1]?.part.range.start ?? end;
  return next > start ? Math.min(next, end) - start : 0;
}

/** Lines go down the page as text goes on, so the first line that is seen is found by halving. */
function firstSeenCharacter(part: HTMLElement, block: Element): number {
  const index = textIndexOf(part);
  let low = renderedOffsetOf(part, block, 0);
  let high = renderedOffsetOf(part, block, block.childNodes.length);
  const range = document.createRange();
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = pointAt(index, middle, 'start');
    if (point === null) break;
    range.setStart(point.node, point.offset);
    range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
    if (range.getBoundingClientRect().bottom > tolerance) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How far below the top of the window the place of a source offset is, in pixels. */
function heightOfOffset(parts: readonly ShownPart[], offset: number): number | null {
  const shown = partOfOffset(parts, offset);
  if (shown === null) return null;
  const { kind, range } = shown.part;
  const character = kind === 'titleBlock' ? null : characterOfOffset(shown, offset);
  if (character === null) {
    const extent = kind === 'titleBlock' ? extentOf(parts, shown) : range.end - range.start;
    const share = Math.min(Math.max((offset - range.start) / Math.max(extent, 1), 0), 1);
    const box = shown.element.getBoundingClientRect();
    return box.top + share * box.height;
  }
  const fold = closedFoldOf(character.startContainer);
  if (fold !== null) return fold.getBoundingClientRect().top;
  return character.getBoundingClientRect().top;
}

/** Tells of the reader's scrolling, with the source offset at the top of the page. */
export function watchScrolling(
  top: () => number | null,
  scrolling: Scrolling,
  tell: (offset: number) => void,
): void {
  let isWaiting = false;
  let last: number | null = null;
  window.addEventListener('scroll', () => {
    // Asked of every scroll event, so that it knows which were heard.
    if (!scrolling.isByReader() || isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      const offset = top();
      if (offset !== null && offset !== last) tell(offset);
      last = offset;
    }, pause);
  });
}

/** Puts the place of a source offset at the top of the page; the very start shows the page's start. */
export function scrollToOffset(
  parts: readonly ShownPart[],
  scrolling: Scrolling,
  offset: number,
): void {
  const height = offset === 0 ? -window.scrollY : heightOfOffset(parts, offset);
  if (height !== null) scrolling.moveBy(height);
}
