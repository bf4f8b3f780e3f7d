import { button, element } from './element.ts';
import { targetOf } from './links.ts';
import { words } from './words.ts';

/** Milliseconds before a note appears under a resting mouse, and before it goes when the mouse left. */
const delay = { show: 150, hide: 300 };
/** Pixels between the reference and the pop-up. */
const gap = 8;

/** A pop-up with the text of the footnote that the reader points at. */
export interface Footnotes {
  readonly element: HTMLElement;
  /** Hides the pop-up; false where none is shown. */
  close(): boolean;
}

/**
 * Shows footnotes where they are referred to: on hover, on focus, and to stay on a click; a second click
 * follows the reference. `follow` goes to the note itself.
 */
export function createFootnotes(paper: HTMLElement, follow: (href: string) => void): Footnotes {
  const popup = element('div', { class: 'footnote-popup', id: 'footnote-popup', role: 'note' });
  popup.hidden = true;
  let shownFor: HTMLAnchorElement | null = null;
  let isPinned = false;
  let timer = 0;

  // Who scrolls on or shows the paper's own pages is done with the note.
  const watch = new IntersectionObserver((entries) => {
    if (entries.some(({ target, isIntersecting }) => target === shownFor && !isIntersecting))
      close();
  });
  const close = (): boolean => {
    clearTimeout(timer);
    watch.disconnect();
    if (shownFor === null) return false;
    shownFor.removeAttribute('aria-describedby');
    shownFor = null;
    isPinned = false;
    popup.hidden = true;
    return true;
  };
  const show = (reference: HTMLAnchorElement, pin: boolean): void => {
    clearTimeout(timer);
    if (shownFor !== reference) {
      close();
      const href = reference.getAttribute('href') ?? '';
      const note = targetOf(paper, href);
      if (note === null) return;
      shownFor = reference;
      const go = (): void => {
        close();
        follow(href);
      };
      popup.setAttribute('aria-label', words.footnote(reference.textContent));
      popup.replaceChildren(contentOf(note), button({ class: 'link' }, go, words.goToFootnote));
      reference.setAttribute('aria-describedby', popup.id);
      popup.hidden = false;
      place(popup, reference);
      watch.observe(reference);
    }
    isPinned ||= pin;
  };
  const later = (act: () => void, milliseconds: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(act, milliseconds);
  };

  paper.addEventListener('mouseover', (event) => {
    const reference = referenceOf(event);
    if (reference === null || isPinned) return;
    later(() => {
      show(reference, false);
    }, delay.show);
  });
  paper.addEventListener('mouseout', (event) => {
    if (referenceOf(event) !== null && !isPinned) later(close, delay.hide);
  });
  popup.addEventListener('mouseenter', () => {
    clearTimeout(timer);
  });
  popup.addEventListener('mouseleave', () => {
    if (!isPinned) later(close, delay.hide);
  });
  paper.addEventListener('focusin', (event) => {
    const reference = referenceOf(event);
    if (reference?.matches(':focus-visible') === true) show(reference, false);
  });
  paper.addEventListener('focusout', (event) => {
    if (referenceOf(event) !== null && !isPinned) later(close, delay.hide);
  });
  popup.addEventListener('focusin', () => {
    clearTimeout(timer);
  });
  paper.addEventListener('click', (event) => {
    const reference = referenceOf(event);
    if (reference === null) {
      if (event.target instanceof Node && !popup.contains(event.target)) close();
      return;
    }
    // By keyboard the note is shown since the focus came; Enter then goes to it.
    if (event.detail === 0 || (isPinned && shownFor === reference)) {
      close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    show(reference, true);
  });
  return { element: popup, close };
}

function referenceOf(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element
    ? event.target.closest<HTMLAnchorElement>('a.footnoteRef')
    : null;
}

/** The note's text without what would name or mark things twice. */
function contentOf(note: HTMLElement): HTMLElement {
  const content = element('div', { class: 'footnote-text' });
  for (const child of note.cloneNode(true).childNodes) content.append(child.cloneNode(true));
  for (const extra of content.querySelectorAll('.footnoteBack')) extra.remove();
  for (const each of content.querySelectorAll('*')) {
    for (const name of [
      'id',
      'data-range',
      'data-ids',
      'data-starts',
      'tabindex',
      'role',
      'aria-label',
      'aria-details',
    ]) {
      each.removeAttribute(name);
    }
  }
  return content;
}

/** Below the reference where there is room, else above it, and inside the page. */
function place(popup: HTMLElement, reference: HTMLElement): void {
  const mark = reference.getBoundingClientRect();
  const { width, height } = popup.getBoundingClientRect();
  const origin = popup.offsetParent?.getBoundingClientRect() ?? new DOMRect();
  const isRoomBelow = mark.bottom + gap + height <= window.innerHeight;
  const y = isRoomBelow || mark.top < height + gap ? mark.bottom + gap : mark.top - gap - height;
  const most = document.documentElement.clientWidth - width - gap;
  const x = Math.max(Math.min(mark.left - width / 2, most), gap);
  popup.style.setProperty('left', `${x - origin.left}px`);
  popup.style.setProperty('top', `${y - origin.top}px`);
}
