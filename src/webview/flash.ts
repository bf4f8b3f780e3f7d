import { element } from './element.ts';

/** Milliseconds that a passage stays marked after a jump; the style sheet fades in the same time. */
const duration = 1600;

/** Marks the place of a range for a moment, over the text and without touching it. */
export function flash(parent: HTMLElement, range: Range): void {
  for (const old of parent.querySelectorAll('.here')) old.remove();
  const origin = parent.getBoundingClientRect();
  const marks = [...range.getClientRects()]
    .filter(({ width, height }) => width > 1 && height > 1)
    .map(({ left, top, width, height }) => {
      const mark = element('div', { class: 'here', 'aria-hidden': 'true' });
      mark.style.setProperty('left', `${left - origin.left}px`);
      mark.style.setProperty('top', `${top - origin.top}px`);
      mark.style.setProperty('width', `${width}px`);
      mark.style.setProperty('height', `${height}px`);
      return mark;
    });
  parent.append(...marks);
  setTimeout(() => {
    for (const mark of marks) mark.remove();
  }, duration);
}
