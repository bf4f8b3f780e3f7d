import { element } from './element.ts';
import { words } from './words.ts';

/** Says above the paper, be it shown as text or by its pages, what could not be read of its file. */
export interface Notices {
  readonly element: HTMLElement;
  show(notices: readonly string[]): void;
}

/** `say` speaks to screen readers: what is put above the paper later is nowhere near where they read. */
export function createNotices(say: (text: string) => void): Notices {
  const box = element('aside', { class: 'notices', 'aria-label': words.notices });
  box.hidden = true;
  let said = '';
  return {
    element: box,
    show(notices) {
      box.replaceChildren(...notices.map((notice) => element('p', {}, notice)));
      box.hidden = notices.length === 0;
      const text = notices.join(' ');
      if (text !== '' && text !== said) say(text);
      said = text;
    },
  };
}
