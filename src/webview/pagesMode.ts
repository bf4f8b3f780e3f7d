import type { Category } from '../core/annotations/annotation.ts';
import type { SourceRange } from '../core/paper/paper.ts';
import type { PlacedAnnotation, ToWebview } from '../core/protocol.ts';
import { element } from './element.ts';
import type { Scrolling } from './scrolling.ts';
import type { PaperSelection } from './selectionWatch.ts';
import { words } from './words.ts';

/** What a view of a PDF's pages is made with. */
export interface PageViewOptions {
  /** Address of the PDF. */
  readonly file: string;
  /** Where the extension's built files are, with a slash at the end. */
  readonly resources: string;
  /** As `Paper.origins`. */
  readonly origins: ArrayLike<number>;
  /** Labels of the pages as printed. */
  readonly labels: readonly string[];
  readonly scrolling: Scrolling;
  /** What is said on a page that can't be drawn. */
  readonly notDrawn: string;
  readonly nameOf: (label: string) => string;
  /** Called when pages got another size or marks another place. */
  readonly moved: () => void;
  /** The place in the text of a share of a page, from 0 at its top to 1. */
  offsetOn(page: number, share: number): number;
  /** The page of a place in the text. */
  pageOf(offset: number): number;
}

/** The pages of a PDF in an element. */
export interface PageView {
  /** Brings the marks on the pages up to date. */
  draw(placed: readonly PlacedAnnotation[], categories: readonly Category[]): void;
  selection(): PaperSelection | null;
  /** The place in the text of the first line in sight. */
  offsetAtTop(): number;
  /** Brings a passage into view, and returns its text on the page, if there is any. */
  readonly show: (range: SourceRange) => Promise<Range | null>;
  /** Puts a place of the text at the top of the window. */
  showAtTop(offset: number): Promise<void>;
  /** Where the keyboard begins to select: the first text in sight. */
  readonly firstInSight: () => Node | null;
  dispose(): void;
}

/** What the bundle of the page view leaves for us. */
export interface PageViewModule {
  readonly createPageView: (container: HTMLElement, options: PageViewOptions) => Promise<PageView>;
}

type Pages = NonNullable<Extract<ToWebview, { readonly type: 'pagesChanged' }>['pages']>;

/** The second way to show a PDF: its own pages. */
export interface PagesMode {
  /** Null while the paper is shown as text. */
  readonly view: PageView | null;
  /**
   * Shows the pages at a place of the text; resolves when they are there. Where they can't be shown, the box
   * says so, and this fails.
   */
  show(pages: Pages, offset: number): Promise<void>;
  /** Back to the text; answers the place at the top of the pages, or null if none were shown. */
  hide(): number | null;
}

const nonce = document.currentScript?.nonce ?? '';

/** Shows pages in `box`, which is hidden otherwise. */
export function createPagesMode(
  box: HTMLElement,
  scrolling: Scrolling,
  moved: () => void,
): PagesMode {
  let view: PageView | null = null;
  let turn = 0;

  const hide = (): number | null => {
    turn += 1;
    const offset = view?.offsetAtTop() ?? null;
    view?.dispose();
    view = null;
    box.hidden = true;
    box.classList.remove('failed');
    return offset;
  };

  return {
    get view() {
      return view;
    },
    async show(pages, offset) {
      hide();
      const now = (turn += 1);
      box.hidden = false;
      box.replaceChildren(element('p', { class: 'failure', role: 'status' }, words.loadingPages));
      let next: PageView;
      try {
        const { createPageView } = await load(pages.resources);
        next = await createPageView(box, { ...pages, ...places(pages), scrolling, moved });
      } catch (error) {
        if (now !== turn) return;
        box.classList.add('failed');
        box.replaceChildren(element('p', { role: 'alert' }, words.noPages));
        throw error;
      }
      if (now !== turn) {
        next.dispose();
        return;
      }
      view = next;
      if (offset > 0) await view.showAtTop(offset);
    },
    hide,
  };
}

function places({
  starts,
  length,
}: Pages): Pick<PageViewOptions, 'offsetOn' | 'pageOf' | 'nameOf' | 'notDrawn'> {
  return {
    nameOf: words.page,
    notDrawn: words.pageNotDrawn,
    offsetOn(page, share) {
      const start = starts[page] ?? length;
      const end = starts[page + 1] ?? length;
      return Math.floor(start + share * (end - start));
    },
    pageOf(offset) {
      const behind = starts.findIndex((start) => start > offset);
      return behind < 0 ? Math.max(0, starts.length - 1) : Math.max(0, behind - 1);
    },
  };
}

let loaded: Promise<PageViewModule> | undefined;

/** Loads the bundle of the page view with its styles, once. */
function load(resources: string): Promise<PageViewModule> {
  loaded ??= new Promise((resolve, reject) => {
    const styles = element('link', { rel: 'stylesheet', href: `${resources}pages/pageView.css` });
    const script = element('script', { src: `${resources}pages/pageView.js`, nonce });
    script.addEventListener('load', () => {
      resolve((globalThis as unknown as { readonly pageView: PageViewModule }).pageView);
    });
    script.addEventListener('error', () => {
      loaded = undefined;
      reject(new Error('The page view could not be loaded.'));
    });
    document.head.append(styles, script);
  });
  return loaded;
}
