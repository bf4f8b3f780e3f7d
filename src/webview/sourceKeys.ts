import type { ShownPart } from './paperView.ts';
import { blockAt } from './scrolling.ts';
import { selectBlock, selectionIn } from './selectionWatch.ts';
import { sourceOfPoint } from './textRange.ts';

/** Where the keyboard is in the paper: the selection, else the focus, else what is at the top. */
export function offsetAtKeyboard(parts: readonly ShownPart[]): number | null {
  const selected = selectionIn(parts);
  if (selected !== null) return selected.source.start;
  const focused = document.activeElement;
  const place = focused === null || focused === document.body ? blockAt(parts, 0) : focused;
  return place === null ? null : sourceOfPoint(place, 0, parts);
}

/**
 * A double click goes to its character in the source; a menu that is opened without a selection acts on
 * the block under it, which is therefore selected.
 */
export function listenToPaper(
  paper: HTMLElement,
  parts: () => readonly ShownPart[],
  revealSource: (offset: number) => void,
): void {
  paper.addEventListener('dblclick', (event) => {
    if (isOnControl(event)) return;
    const place = document.caretPositionFromPoint(event.clientX, event.clientY);
    if (place === null) return;
    const offset = sourceOfPoint(place.offsetNode, place.offset, parts());
    if (offset !== null) revealSource(offset);
  });
  paper.addEventListener('contextmenu', (event) => {
    if (isOnControl(event) || selectionIn(parts()) !== null) return;
    if (!(event.target instanceof Element) || event.target.closest('mark[data-ids]') !== null)
      return;
    const block = event.target.closest('[data-range]');
    if (block !== null) selectBlock(block);
  });
}

function isOnControl(event: Event): boolean {
  return (
    event.target instanceof Element && event.target.closest('a,button,summary,textarea') !== null
  );
}
