import type { SourceRange } from '../core/paper/paper.ts';
import type { ShownPart } from './paperView.ts';
import { blockAt } from './scrolling.ts';
import { sourceOfRange } from './textRange.ts';

/** A selection of text that comes from the source. */
export interface PaperSelection {
  readonly source: SourceRange;
  readonly range: Range;
}

/** Milliseconds of rest before a selection counts. */
const rest = 40;

/** The selection in the paper; null where nothing of the source is selected. */
export function selectionIn(parts: readonly ShownPart[]): PaperSelection | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const source = sourceOfRange(range, parts);
  return source === null ? null : { source, range };
}

/** Tells of the selection in the paper whenever it has come to rest. */
export function watchSelection(
  selected: () => PaperSelection | null,
  tell: (selection: PaperSelection | null) => void,
): void {
  let isPressed = false;
  let timer = 0;
  const now = (): void => {
    clearTimeout(timer);
    timer = 0;
    if (!isPressed) tell(selected());
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(now, rest);
  };
  // The host must know what is selected before the command that the keys stand for.
  document.addEventListener(
    'keydown',
    ({ ctrlKey, altKey, metaKey }) => {
      if (timer !== 0 && (ctrlKey || altKey || metaKey)) now();
    },
    { capture: true },
  );
  document.addEventListener('selectionchange', later);
  document.addEventListener('mousedown', (event) => {
    isPressed = event.button === 0;
  });
  for (const end of ['mouseup', 'dragend'] as const) {
    window.addEventListener(end, () => {
      isPressed = false;
      later();
    });
  }
}

/** Where the keyboard begins to select: at the focused element, else at the first line in sight. */
export function selectionStart(parts: readonly ShownPart[]): Element | null {
  return document.activeElement?.closest('mark,[data-range]') ?? blockAt(parts, 0);
}

/** Selects a block, so that a menu on it acts on what is seen to be selected. */
export function selectBlock(block: Element): void {
  document.getSelection()?.selectAllChildren(block);
}

/**
 * Extends the selection by the keyboard, which a browser does only in what can be edited; without one it
 * begins at `start`. False where there is no text.
 */
export function extendSelection(
  container: Element,
  start: () => Node | null,
  direction: 'forward' | 'backward',
  by: 'character' | 'word' | 'line',
): boolean {
  const selection = document.getSelection();
  if (selection === null) return false;
  if (!container.contains(selection.focusNode)) {
    const first = start();
    if (first === null) return false;
    selection.collapse(first, 0);
  }
  selection.modify('extend', direction, by);
  return true;
}
