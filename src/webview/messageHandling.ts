import type { SourceRange } from '../core/paper/paper.ts';
import type { ToWebview } from '../core/protocol.ts';
import { markActiveBlock } from './activeBlock.ts';
import { flash } from './flash.ts';
import { blockOfOffset } from './activeBlock.ts';
import { unfold } from './folds.ts';
import type { PageView } from './pagesMode.ts';
import type { ReadingPage } from './readingPage.ts';
import { applyTypography } from './readingSettings.ts';
import { scrollToOffset } from './scrollSync.ts';
import { rangeOfSource } from './textRange.ts';

/** Does what a message of the host says; one about another paper or an older version does nothing. */
export function handleMessage(page: ReadingPage, message: ToWebview): void {
  const { state, view, scrolling } = page;
  if (message.type === 'settingsChanged') {
    state.settings = message.settings;
    scrolling.keepPlace(view.parts, () => {
      applyTypography(message.settings);
      page.toolbar.set(message.settings);
      page.drawNotes();
    });
    return;
  }
  if (message.type === 'paperChanged') {
    page.showPaper(message);
    return;
  }
  if (message.type === 'readingProgressed') {
    page.showProgress(message);
    return;
  }
  if (message.type === 'noticesChanged') {
    page.showNotices(message);
    return;
  }
  if (message.type === 'pagesChanged') {
    void page.showPages(message);
    return;
  }
  if (message.type === 'paperFailed') {
    page.fail(message);
    return;
  }
  if (message.uri !== state.uri || message.version < state.version) return;
  switch (message.type) {
    case 'annotationsChanged':
      state.placed = message.annotations;
      state.hasNotes = true;
      page.drawNotes();
      return;
    case 'revealRange':
      reveal(page, message.start, message.end, message.flash);
      return;
    case 'scrollToSource':
      if (page.pages.view) {
        void page.pages.view.show({ start: message.offset, end: message.offset });
        return;
      }
      page.layOutNow();
      scrollToOffset(view.parts, scrolling, message.offset);
      return;
    case 'activeOffsetChanged':
      state.activeOffset = message.offset;
      markActiveBlock(view.parts, message.offset);
      return;
    case 'writingRefused':
      page.cards.writeAgain(message.id, message);
      return;
    case 'selectAnnotation':
      page.focus.selectFor(message.id, message.edit);
      return;
  }
}

/** Brings a passage into view on the pages of a PDF. */
async function revealOnPages(
  page: ReadingPage,
  view: PageView,
  range: SourceRange,
  isFlashing: boolean,
): Promise<void> {
  const shown = await view.show(range);
  if (shown !== null && isFlashing) flash(page.main, shown);
}

function reveal(page: ReadingPage, start: number, end: number, isFlashing: boolean): void {
  if (page.pages.view) {
    void revealOnPages(page, page.pages.view, { start, end }, isFlashing);
    return;
  }
  const { view, scrolling } = page;
  const range = rangeOfSource(view.parts, { start, end: Math.max(end, start + 1) });
  const block = range === null ? blockOfOffset(view.parts, start) : null;
  const place = range?.startContainer ?? block;
  if (place === null) return;
  unfold(place);
  page.layOutNow();
  const target = range ?? block;
  if (target === null) return;
  scrolling.bringIntoView(target);
  if (isFlashing && range !== null) flash(page.main, range);
}
