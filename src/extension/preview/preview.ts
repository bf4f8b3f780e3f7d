import * as vscode from 'vscode';
import type { SourceRange } from '../../core/paper/paper.ts';
import type { ReadingSettings } from '../../core/protocol.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { HeldPaper, Papers } from '../papers/papers.ts';
import { createIncoming, type PaperWish } from './incoming.ts';
import { createPage, type PageParts } from './page.ts';
import type { PaperPlace } from './paperPlace.ts';
import { whyUnreadable } from './whyUnreadable.ts';

/** What every preview is made with. */
export interface PreviewParts extends PageParts {
  readonly log: vscode.LogOutputChannel;
  readonly papers: Papers;
  readonly annotations: Annotations;
  readSettings(paper: vscode.Uri): ReadingSettings;
  /** Does what the page wishes, beyond what the preview itself answers; false if it failed, which was told. */
  fulfil(preview: Preview, wish: PaperWish): Promise<boolean>;
}

/** A paper in a webview panel: tells the page what changed, and hears its wishes. */
export interface Preview {
  readonly panel: vscode.WebviewPanel;
  /** The paper that is shown. */
  readonly uri: vscode.Uri;
  /** The place of the source at the top of the page. */
  readonly offset: number;
  /** What is selected in the page, in the document as it is now; null if nothing is. */
  selection(): SourceRange | null;
  readonly selectedAnnotation: string | null;
  /** Shows another paper, or the same one under its new name. */
  show(place: PaperPlace): void;
  /** Brings a passage into view and marks it for a moment. */
  reveal(range: SourceRange): void;
  /** Whether the paper has pages of its own, and whether they are shown; null for a paper without. */
  readonly pages: 'shown' | 'hidden' | null;
  showPages(isShown: boolean): void;
  scrollTo(offset: number): void;
  markActive(offset: number): void;
  selectAnnotation(id: string, edit: boolean): void;
  annotationsChanged(): void;
  settingsChanged(): void;
  paperChanged(): void;
}

/**
 * VS Code throws a hidden page away, and the new one says `ready`. Should it have kept the page after
 * all, the whole state is sent after this many milliseconds.
 */
const patience = 1500;

export function createPreview(
  panel: vscode.WebviewPanel,
  place: PaperPlace,
  parts: PreviewParts,
): Preview {
  const { log, papers, annotations } = parts;
  const page = createPage(panel.webview, parts, (isAnew) => {
    annotationsDue = true;
    placeDue ||= isAnew;
    sync();
  });
  const incoming = createIncoming((message) => {
    log.warn(message);
  });
  let { uri, offset, pages: pagesWanted = false } = place;
  /** The version of the paper whose pages are shown. */
  let pagesOf: number | null = null;
  let held: HeldPaper;
  let annotationsDue = true;
  /** Whether the page is still to be brought to `offset`, which may not be read yet. */
  let placeDue = true;
  let ready = false;
  let selected: { readonly range: SourceRange; readonly version: number } | null = null;
  let selectedAnnotation: string | null = null;
  let toReveal: SourceRange | null = null;
  let toSelect: { readonly id: string; readonly edit: boolean } | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const isLive = () => ready && panel.visible;

  const follow = (range: SourceRange, version: number) =>
    range.start <= range.end ? held.follow(range, version) : null;

  const load = (remoteImages: boolean) => {
    ready = false;
    page.load(uri, remoteImages);
  };

  const hold = () => {
    held = papers.hold(uri, () => {
      sync();
    });
  };

  /** Brings the page up to date; a page that does not listen gets everything when it does. */
  const sync = () => {
    if (!isLive()) return;
    if (held.obstacle !== null) {
      page.fail(held.obstacle);
      placeDue = true;
      return;
    }
    page.putProgress(held.progress);
    const open = held.read();
    if (open === null) return;
    const { paper } = open;
    const hasPages = held.progress === null && paper.pages.length > 0;
    const isScan = hasPages && paper.format === 'pdf' && paper.blocks.length === 0;
    const message = held.progress || isScan ? null : whyUnreadable(paper);
    if (message !== null) {
      page.fail({ message, again: false });
      return;
    }
    const put = page.putPaper(open);
    if (put === 'putting') return;
    if (put === 'put') annotationsDue = true;
    if (annotationsDue) page.putAnnotations(annotations.placed(uri));
    annotationsDue = false;
    const isRead = (at: number) => held.progress === null || at < paper.text.length;
    if (toReveal && isRead(toReveal.start)) {
      page.reveal(toReveal);
      toReveal = null;
      placeDue = false;
    } else if (placeDue && isRead(offset)) {
      page.scrollTo(offset);
      placeDue = false;
    }
    const pagesDue = hasPages && (pagesWanted || isScan) ? open.version : null;
    if (pagesDue !== pagesOf) page.putPages(pagesDue !== null);
    pagesOf = pagesDue;
    if (toSelect) page.selectAnnotation(toSelect.id, toSelect.edit);
    toSelect = null;
  };

  const sendAll = () => {
    clearTimeout(waiting);
    ready = true;
    page.forget();
    placeDue = true;
    pagesOf = null;
    selected = null;
    page.putSettings(parts.readSettings(uri));
    held.refresh();
    sync();
  };

  const receive = (message: unknown) => {
    const wish = incoming.accept(message, { uri: uri.toString(), follow });
    if (wish === null) return;
    if (wish.type === 'ready') sendAll();
    else if (wish.type === 'selectionChanged') {
      selected = wish.selection && { range: wish.selection, version: held.version ?? 0 };
    } else if (wish.type === 'annotationSelected') selectedAnnotation = wish.id;
    else if (wish.type === 'loadRemoteImages') load(true);
    else if (wish.type === 'cancelReading') held.cancel();
    else if (wish.type === 'readAgain') held.readAgain();
    else {
      if (wish.type === 'scrolled') {
        if (page.isGrowing) return;
        offset = wish.offset;
        placeDue = false;
      }
      void parts.fulfil(preview, wish).then((isDone) => {
        if (!isDone) page.refuse(wish);
      });
    }
  };

  const preview: Preview = {
    panel,
    get uri() {
      return uri;
    },
    get offset() {
      return offset;
    },
    selection: () => selected && follow(selected.range, selected.version),
    get selectedAnnotation() {
      const all = annotations.placed(uri);
      return all.some(({ annotation }) => annotation.id === selectedAnnotation)
        ? selectedAnnotation
        : null;
    },
    show(next) {
      held.dispose();
      ({ uri, offset, pages: pagesWanted = false } = next);
      pagesOf = null;
      selected = null;
      selectedAnnotation = null;
      toReveal = null;
      toSelect = null;
      hold();
      load(false);
    },
    reveal(range) {
      toReveal = range;
      offset = range.start;
      sync();
    },
    get pages() {
      const paper = held.progress === null ? held.read()?.paper : undefined;
      if (paper?.format !== 'pdf' || paper.pages.length === 0) return null;
      return pagesOf === null ? 'hidden' : 'shown';
    },
    showPages(isShown) {
      pagesWanted = isShown;
      sync();
    },
    scrollTo(to) {
      offset = to;
      if (isLive()) page.scrollTo(to);
    },
    markActive(at) {
      if (isLive()) page.markActive(at);
    },
    selectAnnotation(id, edit) {
      toSelect = { id, edit };
      sync();
    },
    annotationsChanged() {
      annotationsDue = true;
      // Anchors of edits that the page does not show yet come with those edits.
      if (page.version === held.version) sync();
    },
    settingsChanged() {
      if (isLive()) page.putSettings(parts.readSettings(uri));
    },
    paperChanged: sync,
  };

  const subscriptions = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage(receive),
    panel.onDidChangeViewState(() => {
      clearTimeout(waiting);
      if (!panel.visible) ready = false;
      else if (!ready) waiting = setTimeout(sendAll, patience);
    }),
  );
  panel.onDidDispose(() => {
    clearTimeout(waiting);
    subscriptions.dispose();
    held.dispose();
  });

  hold();
  load(false);
  return preview;
}
