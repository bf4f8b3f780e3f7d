import { element } from './element.ts';
import { words } from './words.ts';

/** Says above the paper what could not be read of its file. */
export interface Notices {
  readonly element: HTMLElement;
  show(notices: readonly string[]): void;
}

export function createNotices(): Notices {
  const box = element('aside', { class: 'notices', 'aria-label': words.notices });
  box.hidden = true;
  return {
    element: box,
    show(notices) {
      box.replaceChildren(...notices.map((notice) => element('p', {}, notice)));
      box.hidden = notices.length === 0;
    },
  };
}
