import type { ShownAnnotation, ToWebview } from '../core/protocol.ts';
import { markActiveBlock } from './activeBlock.ts';
import type { AnnotationLayer } from './annotationLayer.ts';
import type { Cards } from './cards.ts';
import { layOutCards } from './cardLayout.ts';
import { settleImages, type ImagePolicy } from './images.ts';
import { keepSelection } from './keepSelection.ts';
import { drawKeyPointCounts, undressKeyPointCount } from './keyPointCounts.ts';
import { makeRoot } from './makeRoot.ts';
import type { Messenger } from './messenger.ts';
import type { NoteFocus } from './noteFocus.ts';
import { createPagesMode, type PagesMode } from './pagesMode.ts';
import { createPaperView, type PaperView, type ShownPart } from './paperView.ts';
import type { Scrolling } from './scrolling.ts';
import { offsetAtTop, scrollToOffset } from './scrollSync.ts';
import { selectionIn, type PaperSelection } from './selectionWatch.ts';
import type { SelectionToolbar } from './selectionToolbar.ts';
import { noPaper, type ShownPaper } from './shownPaper.ts';
import type { Skeleton } from './skeleton.ts';
import { drawTitleTags, undressTitleTags } from './titleTags.ts';
import type { Visits } from './visits.ts';

type About<Type> = Extract<ToWebview, { readonly type: Type }>;

/** The parts of the page, made in main.ts. */
export interface PageParts {
  readonly skeleton: Skeleton;
  readonly messenger: Messenger;
  readonly scrolling: Scrolling;
  readonly layer: AnnotationLayer;
  readonly cards: Cards;
  readonly focus: NoteFocus;
  readonly toolbar: SelectionToolbar;
  readonly visits: Visits;
}

/** The page with the paper that it shows. */
export interface ReadingPage extends PageParts {
  readonly state: ShownPaper;
  readonly view: PaperView;
  readonly main: HTMLElement;
  showPaper(message: About<'paperChanged'>): void;
  readonly pages: PagesMode;
  /** Shows the paper's own pages, or its text again, at the same place. */
  showPages(message: About<'pagesChanged'>): Promise<void>;
  readonly offsetAtTop: () => number | null;
  readonly selection: () => PaperSelection | null;
  showProgress(message: About<'readingProgressed'>): void;
  showNotices(message: About<'noticesChanged'>): void;
  fail(message: About<'paperFailed'>): void;
  /** Brings highlights, cards, tags and counts up to date with the annotations. */
  drawNotes(): void;
  /** Places the cards before the next frame; `layOutNow` does so at once. */
  layOut(): void;
  layOutNow(): void;
}

/** Cards stand beside the text from this width on; the style sheet changes at the same one. */
const narrow = window.matchMedia('(max-width: 899.98px)');

/** An empty page. */
export function createReadingPage(parts: PageParts): ReadingPage {
  const { skeleton, messenger, scrolling, layer, cards, focus, visits } = parts;
  const state = noPaper();
  let images: ImagePolicy = { baseUri: '', remoteImages: false };
  let isLayoutDue = false;

  const loadRemote = (): void => {
    messenger.send({ type: 'loadRemoteImages', uri: state.uri, version: state.version });
  };
  const view = createPaperView(skeleton.paper, (html) => {
    const root = makeRoot(html);
    settleImages(root, images, loadRemote, (change) => {
      scrolling.keepPlace(view.parts, change);
      layOut();
    });
    return root;
  });
  const undress = (shown: ShownPart): void => {
    keepSelection([shown], () => {
      layer.undress(shown);
      undressTitleTags(shown.element);
      undressKeyPointCount(shown.element);
    });
  };
  const layOutNow = (): void => {
    isLayoutDue = false;
    scrolling.keepPlace(view.parts, () => {
      layOutCards(skeleton.page, cards.column, narrow.matches);
    });
  };
  const layOut = (): void => {
    if (isLayoutDue) return;
    isLayoutDue = true;
    requestAnimationFrame(() => {
      if (isLayoutDue) layOutNow();
    });
  };
  const pages = createPagesMode(skeleton.pages, scrolling, layOut);
  const drawNotes = (): void => {
    const { settings } = state;
    const deleted = state.hasNotes ? cards.outlived(state.placed) : [];
    const placed = deleted.length === 0 ? state.placed : inOrder([...state.placed, ...deleted]);
    pages.view?.draw(placed, settings.categories);
    scrolling.keepPlace(view.parts, () => {
      layer.draw(view.parts, placed, settings.categories);
      cards.draw(placed, settings.categories, deleted);
      drawTitleTags(skeleton.paper, state.placed);
      drawKeyPointCounts(skeleton.paper);
    });
    focus.update(placed, settings.categories);
    layOut();
  };
  const showText = (isShown: boolean): void => {
    skeleton.page.classList.toggle('with-pages', !isShown);
    skeleton.paper.hidden = !isShown;
  };
  const begin = (uri: string): void => {
    const drafts = messenger.keptDrafts(uri);
    state.uri = uri;
    // What the page's menus tell their commands, beside what the mark or card under the pointer does.
    skeleton.page.dataset['vscodeContext'] = JSON.stringify({ uri });
    state.placed = [];
    state.hasNotes = false;
    state.activeOffset = null;
    visits.clear();
    focus.select(null);
    cards.draw([], []);
    cards.resume(drafts);
  };
  new ResizeObserver(layOut).observe(skeleton.paper);
  narrow.addEventListener('change', layOut);

  return {
    ...parts,
    state,
    view,
    main: skeleton.main,
    pages,
    drawNotes,
    layOut,
    layOutNow,
    offsetAtTop: () => (pages.view ? pages.view.offsetAtTop() : offsetAtTop(view.parts)),
    selection: () => (pages.view ? pages.view.selection() : selectionIn(view.parts)),
    showPages: async ({ uri, pages: shown }) => {
      if (uri !== state.uri) begin(uri);
      const offset = offsetAtTop(view.parts) ?? 0;
      // A selection is one of the view that is left.
      if (skeleton.paper.hidden !== (shown !== null)) document.getSelection()?.removeAllRanges();
      showText(shown === null);
      if (shown === null) {
        const place = pages.hide();
        layOutNow();
        if (place !== null) scrollToOffset(view.parts, scrolling, place);
        return;
      }
      try {
        await pages.show(shown, offset);
        drawNotes();
      } catch {
        showText(true);
        layOutNow();
        scrollToOffset(view.parts, scrolling, offset);
      }
    },
    showPaper: ({ uri, version, changes, baseUri, remoteImages }) => {
      const isWhole = !changes.some((change) => 'keep' in change);
      const isOther = uri !== state.uri;
      if (!isWhole && (isOther || version < state.version)) {
        // Made for another page than this one: ask for everything.
        messenger.send({ type: 'ready' });
        return;
      }
      const isAnew = baseUri !== images.baseUri || remoteImages !== images.remoteImages;
      images = { baseUri, remoteImages };
      if (isOther) begin(uri);
      skeleton.failure.hide();
      scrolling.keepPlace(isOther ? [] : view.parts, () => {
        if (view.apply(changes, undress, isAnew) === null) messenger.send({ type: 'ready' });
        else state.version = version;
        cards.forgetPlaces();
      });
      markActiveBlock(view.parts, state.activeOffset);
      drawTitleTags(skeleton.paper, state.placed);
      layOut();
    },
    showProgress: ({ uri, progress }) => {
      if (uri !== state.uri) begin(uri);
      if (progress !== null) skeleton.failure.hide();
      skeleton.progress.show(progress);
    },
    showNotices: ({ uri, notices }) => {
      if (uri !== state.uri) begin(uri);
      scrolling.keepPlace(view.parts, () => {
        skeleton.notices.show(notices);
      });
      layOut();
    },
    fail: ({ uri, version, message, again }) => {
      if (uri !== state.uri) begin(uri);
      state.version = version;
      view.apply([], undress);
      drawNotes();
      skeleton.progress.show(null);
      skeleton.notices.show([]);
      skeleton.failure.show(message, again);
    },
  };
}

/** Annotations in the order of their places, orphans last. */
function inOrder(all: readonly ShownAnnotation[]): readonly ShownAnnotation[] {
  const start = ({ anchor }: ShownAnnotation): number => anchor?.start ?? Number.MAX_SAFE_INTEGER;
  return all.toSorted((a, b) => start(a) - start(b));
}
