import { element } from './element.ts';
import { words } from './words.ts';

/** The fixed elements of the page. */
export interface Skeleton {
  /** Everything; the origin of what is placed by coordinates. */
  readonly page: HTMLElement;
  readonly main: HTMLElement;
  /** Holds the paper's parts and nothing else. */
  readonly paper: HTMLElement;
  readonly failure: HTMLElement;
}

/** Builds the page in the body, in the host's root element if it made one. */
export function buildSkeleton(): Skeleton {
  const paper = element('div', { class: 'paper' });
  const failure = element('p', { class: 'failure', role: 'alert' });
  failure.hidden = true;
  const main = element('main', { 'aria-label': words.paper }, failure, paper);
  const page = element('div', { class: 'page' }, main);
  const root = document.getElementById('root') ?? element('div', { id: 'root' });
  root.replaceChildren(page);
  if (!root.isConnected) document.body.append(root);
  return { page, main, paper, failure };
}
