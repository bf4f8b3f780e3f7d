import type { ToWebview } from '../core/protocol.ts';
import { button, element } from './element.ts';
import { words } from './words.ts';

type Progress = Extract<ToWebview, { readonly type: 'readingProgressed' }>['progress'];

/** Says how much of a long paper is read, and lets the reader stop it and go on. */
export interface ReadingProgress {
  readonly element: HTMLElement;
  /** Null when there is nothing left to read. */
  show(progress: Progress): void;
}

/** Milliseconds before a word is said: most papers are there by then. */
const patience = 400;

export function createReadingProgress(cancel: () => void, readRest: () => void): ReadingProgress {
  const bar = element('progress', { 'aria-label': words.reading });
  const text = element('span', { id: 'reading-progress' });
  const stop = button({ class: 'reading-action' }, cancel, words.cancel);
  const goOn = button(
    { class: 'reading-action', 'aria-describedby': text.id },
    readRest,
    words.readRest,
  );
  const box = element('div', { class: 'reading-progress' }, bar, text, stop, goOn);
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
      const { done, total, isStopped } = progress;
      const hasFocus = box.contains(document.activeElement);
      bar.hidden = isStopped;
      stop.hidden = isStopped;
      goOn.hidden = !isStopped;
      // The button that was pressed is gone: the keyboard goes on with the other.
      if (hasFocus) (isStopped ? goOn : stop).focus();
      if (isStopped) {
        text.textContent = words.onlyBeginning(done, total);
        box.hidden = false;
        return;
      }
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
