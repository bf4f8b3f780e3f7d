import { element } from './element.ts';
import { createFailure, type Failure } from './failure.ts';
import { createNotices, type Notices } from './notices.ts';
import { createReadingProgress, type ReadingProgress } from './readingProgress.ts';
import { words } from './words.ts';

/** The fixed elements of the page. */
export interface Skeleton {
  /** Everything; the origin of what is placed by coordinates. */
  readonly page: HTMLElement;
  readonly main: HTMLElement;
  /** Holds the paper's parts and nothing else. */
  readonly paper: HTMLElement;
  readonly failure: Failure;
  readonly progress: ReadingProgress;
  readonly notices: Notices;
  /** Holds a PDF's own pages while they are shown; before the paper, so that its marks are found first. */
  readonly pages: HTMLElement;
}

/** What the fixed elements ask for. */
export interface SkeletonWishes {
  readonly cancelReading: () => void;
  readonly readAgain: () => void;
  /** Speak to screen readers. */
  readonly say: (text: string) => void;
}

/** Builds the page in the body, in the host's root element if it made one. */
export function buildSkeleton(wishes: SkeletonWishes): Skeleton {
  const paper = element('div', { class: 'paper' });
  const pages = element('div', { class: 'pages' });
  pages.hidden = true;
  const failure = createFailure(wishes.readAgain);
  const progress = createReadingProgress(wishes.cancelReading, wishes.readAgain);
  const notices = createNotices(wishes.say);
  const main = element(
    'main',
    { 'aria-label': words.paper },
    progress.element,
    failure.element,
    notices.element,
    pages,
    paper,
  );
  const page = element('div', { class: 'page' }, main);
  const root = document.getElementById('root') ?? element('div', { id: 'root' });
  root.replaceChildren(page);
  if (!root.isConnected) document.body.append(root);
  return { page, main, paper, failure, progress, notices, pages };
}
