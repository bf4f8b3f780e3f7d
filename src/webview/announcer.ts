import { element } from './element.ts';

/** Speaks to screen readers without moving the focus. */
export interface Announcer {
  readonly element: HTMLElement;
  readonly say: (text: string) => void;
}

/** A polite live region, empty and out of sight. */
export function createAnnouncer(): Announcer {
  const region = element('div', { class: 'out-of-sight', role: 'status', 'aria-live': 'polite' });
  return {
    element: region,
    say: (text) => {
      // The same text twice is a change only if something came between.
      region.textContent = region.textContent === text ? `${text}\u00a0` : text;
    },
  };
}
