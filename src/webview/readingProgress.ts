import { button, element } from './element.ts';
import { words } from './words.ts';

/** Says how much of a long paper is read, and lets the reader stop it. */
export interface ReadingProgress {
  readonly element: HTMLElement;
  /** Null when there is nothing left to read. */
  show(progress: { readonly done: number; readonly total: number } | null): void;
}

/** Milliseconds before a word is said: most papers are there by then. */
const patience = 400;

export function createReadingProgress(cancel: () => void): ReadingProgress {
  const bar = element('progress', { 'aria-label': words.reading });
  const text = element('span');
  const box = element(
    'div',
    { class: 'reading-progress' },
    bar,
    text,
    button({ class: 'reading-cancel' }, cancel, words.cancel),
  );
  box.hidden = true;
  let timer = 0;
  return {
    element: box,
    show(progress) {
      if (progress === null) {
        clearTimeout(timer);
        timer = 0;
        box.hidden = true;
        return;
      }
      const { done, total } = progress;
      if (total > 0) {
        bar.max = total;
        bar.value = done;
      } else bar.removeAttribute('value');
      text.textContent = total > 0 ? words.readSoFar(done, total) : words.reading;
      timer ||= window.setTimeout(() => {
        box.hidden = false;
      }, patience);
    },
  };
}
