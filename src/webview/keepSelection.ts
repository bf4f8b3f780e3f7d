import type { ShownPart } from './paperView.ts';
import { pointAt, renderedOffsetOf, textIndexOf } from './textIndex.ts';

interface KeptPoint {
  readonly part: HTMLElement;
  readonly rendered: number;
}

/** Changes the marks of the page; selection and focus are afterwards on the same text as before. */
export function keepSelection(parts: readonly ShownPart[], change: () => void): void {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  const anchor = keptPoint(parts, anchorNode, selection?.anchorOffset ?? 0);
  const focus = keptPoint(parts, focusNode, selection?.focusOffset ?? 0);
  const focused = document.activeElement;
  const focusedId =
    focused instanceof HTMLElement ? focused.dataset['starts']?.split(' ')[0] : undefined;
  change();
  if (selection !== null && anchor !== null && focus !== null) restore(selection, anchor, focus);
  if (focusedId !== undefined && focused?.isConnected === false)
    stopOf(focusedId)?.focus({ preventScroll: true });
}

/** The mark by which the keyboard reaches an annotation; null where no text of it is shown. */
export function stopOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`mark[data-starts~="${CSS.escape(id)}"]`);
}

function keptPoint(
  parts: readonly ShownPart[],
  node: Node | null | undefined,
  offset: number,
): KeptPoint | null {
  if (node === null || node === undefined) return null;
  const shown = parts.find(({ element }) => element.contains(node));
  if (shown === undefined) return null;
  return { part: shown.element, rendered: renderedOffsetOf(shown.element, node, offset) };
}

function restore(selection: Selection, anchor: KeptPoint, focus: KeptPoint): void {
  const isForward =
    anchor.part === focus.part
      ? anchor.rendered <= focus.rendered
      : (anchor.part.compareDocumentPosition(focus.part) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const from = pointAt(textIndexOf(anchor.part), anchor.rendered, isForward ? 'start' : 'end');
  const to = pointAt(textIndexOf(focus.part), focus.rendered, isForward ? 'end' : 'start');
  if (from === null || to === null) return;
  const isSame =
    from.node === selection.anchorNode &&
    from.offset === selection.anchorOffset &&
    to.node === selection.focusNode &&
    to.offset === selection.focusOffset;
  if (!isSame) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
