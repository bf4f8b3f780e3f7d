import type { ShownPart } from './paperView.ts';
import { partOfOffset } from './textRange.ts';

/** The innermost block that shows a source offset; the nearest before it where none does. */
export function blockOfOffset(parts: readonly ShownPart[], offset: number): HTMLElement | null {
  const shown = partOfOffset(parts, offset);
  if (shown === null) return null;
  const relative = offset - shown.part.range.start;
  let found: HTMLElement | null = null;
  let best = -1;
  for (const block of shown.element.querySelectorAll<HTMLElement>('[data-range]')) {
    const [start = 0] = (block.dataset['range'] ?? '').split(',').map(Number);
    if (start <= relative && start >= best) {
      found = block;
      best = start;
    }
  }
  return found?.closest<HTMLElement>('.tableScroll') ?? found;
}

/** Marks the block where the cursor of the text editor is, and no other; null marks none. */
export function markActiveBlock(parts: readonly ShownPart[], offset: number | null): void {
  const block = offset === null ? null : blockOfOffset(parts, offset);
  for (const old of document.querySelectorAll('.active-block')) {
    if (old !== block) old.classList.remove('active-block');
  }
  block?.classList.add('active-block');
}
