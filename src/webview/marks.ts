import type { NoteFocus } from './noteFocus.ts';

/** Opens notes from their marks: by a click that selects no text, and by Enter or Space. */
export function listenToMarks(
  paper: HTMLElement,
  focus: NoteFocus,
  toCard: (id: string) => void,
): void {
  paper.addEventListener('click', (event) => {
    const mark = markOf(event);
    const isSelecting = document.getSelection()?.isCollapsed === false;
    if (mark !== null && !isSelecting && event.detail < 2) focus.cycle(mark);
    else if (mark === null && !isSelecting) focus.select(null);
  });
  paper.addEventListener('keydown', (event) => {
    const isStop =
      event.target instanceof HTMLElement && event.target.dataset['starts'] !== undefined;
    if (!isStop || (event.key !== 'Enter' && event.key !== ' ') || event.altKey) return;
    const mark = markOf(event);
    if (mark === null) return;
    event.preventDefault();
    event.stopPropagation();
    focus.cycle(mark);
    if (focus.selected !== null) toCard(focus.selected);
  });
}

function markOf(event: Event): HTMLElement | null {
  if (!(event.target instanceof Element)) return null;
  const mark = event.target.closest<HTMLElement>('mark[data-ids]');
  if (mark !== null || !(event instanceof MouseEvent)) return mark;
  // On the pages of a PDF the text to select lies over the marks.
  const below = document.elementsFromPoint(event.clientX, event.clientY);
  return below.find((each): each is HTMLElement => each.matches('.page-marks mark')) ?? null;
}
