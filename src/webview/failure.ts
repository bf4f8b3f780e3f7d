import { button, element } from './element.ts';
import { words } from './words.ts';

/** Says why the paper can't be shown. */
export interface Failure {
  readonly element: HTMLElement;
  /** `again` offers to read the file again. */
  show(message: string, again: boolean): void;
  hide(): void;
}

export function createFailure(readAgain: () => void): Failure {
  const text = element('p');
  const again = button({ class: 'failure-action' }, readAgain, words.readAgain);
  const box = element('div', { class: 'failure', role: 'alert' }, text, again);
  box.hidden = true;
  return {
    element: box,
    show(message, isOffered) {
      text.textContent = message;
      again.hidden = !isOffered;
      box.hidden = false;
    },
    hide() {
      box.hidden = true;
    },
  };
}
