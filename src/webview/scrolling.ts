import type { ShownPart } from './paperView.ts';

/** Moves the page without the reader: the scroll events that follow are not the reader's. */
export interface Scrolling {
  moveBy(pixels: number): void;
  readonly moveTo: (pixels: number) => void;
  /** Scrolls only if the element, or its beginning if it is tall, is not in the window. */
  readonly bringIntoView: (target: Element | Range) => void;
  /** Scrolls until the element is the first thing in the window. */
  readonly bringToTop: (target: Element | Range) => void;
  /** Changes the page, and keeps what the reader sees at the top where it is. */
  keepPlace(parts: readonly ShownPart[], change: () => void): void;
  /** Whether it is the reader who has scrolled; from then on it is, until the page moves by itself. */
  isByReader(): boolean;
}

/** Pixels that are kept free above and below what is brought into view. */
const margin = 16;

/** Makes the one owner of programmatic scrolling. */
export function createScrolling(): Scrolling {
  /** Where the page was when it last moved by itself, or when the reader was last heard of. */
  let known = 0;
  let isReaders = false;
  const moveTo = (pixels: number): void => {
    window.scrollTo({ top: pixels, behavior: 'instant' });
    known = window.scrollY;
    isReaders = false;
  };
  const isElsewhere = (): boolean => Math.abs(window.scrollY - known) > 1;
  return {
    moveTo,
    moveBy: (pixels) => {
      moveTo(window.scrollY + pixels);
    },
    bringIntoView: (target) => {
      const { top, bottom } = target.getBoundingClientRect();
      const height = window.innerHeight;
      if (top >= margin && Math.min(bottom, top + height / 2) <= height - margin) return;
      moveTo(window.scrollY + top - Math.max((height - (bottom - top)) / 3, margin));
    },
    bringToTop: (target) => {
      moveTo(window.scrollY + target.getBoundingClientRect().top - margin);
    },
    keepPlace: (parts, change) => {
      const atTop = window.scrollY > 0 ? blockAt(parts, 0) : null;
      const before = atTop?.getBoundingClientRect().top ?? 0;
      const isUnheard = isElsewhere();
      change();
      if (atTop?.isConnected !== true) return;
      const moved = atTop.getBoundingClientRect().top - before;
      if (Math.abs(moved) < 1) return;
      moveTo(window.scrollY + moved);
      // The reader has scrolled just before.
      isReaders = isUnheard;
    },
    isByReader: () => {
      isReaders ||= isElsewhere();
      known = window.scrollY;
      return isReaders;
    },
  };
}

/** The first part whose end is below a height in the window; null if the paper ends above it. */
export function partAt(parts: readonly ShownPart[], height: number): ShownPart | null {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = parts[middle]?.element.getBoundingClientRect().bottom ?? 0;
    if (bottom > height) high = middle;
    else low = middle + 1;
  }
  return parts[low] ?? null;
}

/** The innermost block at a height in the window, or the first below it. */
export function blockAt(parts: readonly ShownPart[], height: number): HTMLElement | null {
  const shown = partAt(parts, height);
  if (shown === null) return null;
  let found: HTMLElement | null = null;
  for (const block of shown.element.querySelectorAll<HTMLElement>('[data-range]')) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom <= height || bottom === top) continue;
    if (found !== null && top > height) break;
    found = block;
    if (top > height) break;
  }
  return found ?? shown.element;
}
