import * as vscode from 'vscode';
import type { Paper, SourceRange } from '../../core/paper/paper.ts';
import type { ReadingSettings } from '../../core/protocol.ts';
import type { Annotations } from '../annotations/annotations.ts';
import type { Papers } from '../papers/papers.ts';
import { createChangeTrail, type ChangeTrail } from './changeTrail.ts';
import { holdDocument, type HeldDocument } from './heldDocument.ts';
import { createIncoming, type PaperWish } from './incoming.ts';
import { createPage } from './page.ts';

/** What every preview is made with. */
export interface PreviewParts {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly papers: Papers;
  readonly annotations: Annotations;
  readSettings(paper: vscode.Uri): ReadingSettings;
  /** Does what the page wishes, beyond what the preview itself answers. */
  fulfil(preview: Preview, wish: PaperWish): void;
}

/** A place in a paper, to open a preview at. */
export interface PaperPlace {
  readonly uri: vscode.Uri;
  readonly offset: number;
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
  const page = createPage(panel.webview, parts.extensionUri);
  const incoming = createIncoming((message) => {
    log.warn(message);
  });
  let { uri, offset } = place;
  let held: HeldDocument;
  let trail: { readonly document: vscode.TextDocument; readonly changes: ChangeTrail } | null =
    null;
  let annotationsDue = true;
  let ready = false;
  let selected: { readonly range: SourceRange; readonly version: number } | null = null;
  let selectedAnnotation: string | null = null;
  let toReveal: SourceRange | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const isLive = () => ready && panel.visible;

  const follow = (range: SourceRange, version: number) =>
    trail && range.start <= range.end ? trail.changes.follow(range, version) : null;

  const load = (remoteImages: boolean) => {
    ready = false;
    page.load(uri, remoteImages);
  };

  const hold = () => {
    held = holdDocument(uri, () => {
      const { document } = held;
      if (document !== trail?.document) {
        trail?.changes.dispose();
        trail = document && { document, changes: createChangeTrail(document) };
        selected = null;
      }
      sync();
    });
  };

  /** Brings the page up to date; a page that does not listen gets everything when it does. */
  const sync = () => {
    if (!isLive()) return;
    const { document, problem } = held;
    if (problem !== null) page.fail(problem);
    if (document === null) return;
    const open = papers.read(document);
    const obstacle = whyUnreadable(open.paper);
    if (obstacle !== null) {
      page.fail(obstacle);
      return;
    }
    const isFirst = page.version === null;
    if (page.putPaper(open)) annotationsDue = true;
    if (annotationsDue) page.putAnnotations(annotations.placed(uri));
    annotationsDue = false;
    if (toReveal) page.reveal(toReveal);
    else if (isFirst) page.scrollTo(offset);
    toReveal = null;
  };

  const sendAll = () => {
    clearTimeout(waiting);
    ready = true;
    page.forget();
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
      selected = wish.selection && { range: wish.selection, version: held.document?.version ?? 0 };
    } else if (wish.type === 'annotationSelected') selectedAnnotation = wish.id;
    else if (wish.type === 'loadRemoteImages') load(true);
    else {
      if (wish.type === 'scrolled') offset = wish.offset;
      parts.fulfil(preview, wish);
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
      ({ uri, offset } = next);
      selected = null;
      selectedAnnotation = null;
      toReveal = null;
      hold();
      load(false);
    },
    reveal(range) {
      toReveal = range;
      offset = range.start;
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
      if (isLive()) page.selectAnnotation(id, edit);
    },
    annotationsChanged() {
      annotationsDue = true;
      // Anchors of edits that the page does not show yet come with those edits.
      if (page.version === held.document?.version) sync();
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
    trail?.changes.dispose();
  });

  hold();
  load(false);
  return preview;
}

/** What is wrong with a paper that has nothing to show, and what to do; null if it can be shown. */
function whyUnreadable(paper: Paper): string | null {
  if (paper.blocks.length > 0) return null;
  const problem = paper.problems[0];
  if (problem) return problem.message;
  return vscode.l10n.t('This paper is empty. Text that is put into it appears here.');
}
