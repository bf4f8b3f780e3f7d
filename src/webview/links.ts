import { unfold } from './folds.ts';
import type { Visits } from './visits.ts';

/** Schemes that would act instead of lead somewhere. The renderer makes no such links, the host refuses them. */
const inert = /^(?:javascript|vbscript|data|blob|command):/i;

/** The element in the paper that a fragment names; null for a link that leads elsewhere or nowhere. */
export function targetOf(paper: HTMLElement, href: string): HTMLElement | null {
  if (!href.startsWith('#') || href === '#') return null;
  const raw = href.slice(1);
  const names = [raw, decoded(raw)];
  for (const name of names) {
    const found = paper.querySelector<HTMLElement>(`#${CSS.escape(name)}`);
    if (found !== null) return found;
  }
  return null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray percent sign: the name is meant as it is written.
    return fragment;
  }
}

/** Brings an element of the paper to the reader, and the keyboard with it. */
export function goTo(target: HTMLElement): void {
  unfold(target);
  target.scrollIntoView({ block: 'start', behavior: 'instant' });
  if (!target.matches('a[href],button,input,textarea,[tabindex]')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Follows the links of the page: inside it by scrolling, with a way back; all others by the host. */
export function followLinks(
  page: HTMLElement,
  visits: Visits,
  open: (href: string) => void,
  arrived: (target: HTMLElement) => void,
): void {
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    // Neither the browser nor VS Code's own listener is to act on it.
    event.preventDefault();
    event.stopPropagation();
    const href = link.getAttribute('href') ?? '';
    // The browser's own reading of the address: white space and control characters in it are dropped.
    if (href === '' || inert.test(link.href)) return;
    if (!href.startsWith('#')) {
      open(href);
      return;
    }
    const target = targetOf(page, href);
    if (target === null) return;
    visits.leave(() => {
      goTo(target);
    });
    arrived(target);
  };
  page.addEventListener('click', follow);
  page.addEventListener('auxclick', (event) => {
    if (event.button === 1) follow(event);
  });
}
