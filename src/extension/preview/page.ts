import * as vscode from 'vscode';
import type { Paper, SourceRange } from '../../core/paper/paper.ts';
import type {
  PagesOfPaper,
  PlacedAnnotation,
  ReadingSettings,
  ToWebview,
} from '../../core/protocol.ts';
import type { Steps } from '../../core/paper/steps.ts';
import type { RenderedPaper } from '../../core/rendering/renderedPaper.ts';
import { folderOf } from '../papers/folderOf.ts';
import type { Obstacle, OpenPaper, ReadingProgress } from '../papers/papers.ts';
import type { Reading } from '../papers/reading.ts';
import { inStretches, workOn } from '../papers/stretches.ts';
import type { PaperWish } from './incoming.ts';
import { previewHtml, resourceRoots } from './previewHtml.ts';
import { refusal } from './refusal.ts';

/** The page in a webview, as far as the host knows what it shows. Nothing here asks whether it listens. */
export interface Page {
  /** Version of the document that the page shows; null while it shows no paper. */
  readonly version: number | null;
  /** Loads the shell anew, for a paper at `uri`; the page then says `ready`. */
  load(uri: vscode.Uri, remoteImages: boolean): void;
  /** Forgets what the page shows: the next paper is sent whole. */
  forget(): void;
  /**
   * Sends what differs from what the page shows. What takes long goes on in stretches, and the page tells
   * when it is done.
   */
  putPaper(open: OpenPaper): 'unchanged' | 'put' | 'putting';
  /** Whether the page has only the beginning of a paper that is being put: where it stands says nothing. */
  readonly isGrowing: boolean;
  /** Shows the paper's own pages, or its text again. */
  putPages(isShown: boolean): void;
  putAnnotations(annotations: readonly PlacedAnnotation[]): void;
  putSettings(settings: ReadingSettings): void;
  /** Says how much is read; null when there is nothing left to read. */
  putProgress(progress: ReadingProgress | null): void;
  /** Says why there is no paper, and offers to read the file again where that makes sense. */
  fail(obstacle: Obstacle): void;
  reveal(range: SourceRange): void;
  scrollTo(offset: number): void;
  markActive(offset: number): void;
  selectAnnotation(id: string, edit: boolean): void;
  /** Gives back what was written with a wish that failed. */
  refuse(wish: PaperWish): void;
}

interface Content {
  readonly paper: Paper;
  readonly version: number;
  readonly rendered: RenderedPaper;
}

/** What every page is made with. */
export interface PageParts {
  readonly extensionUri: vscode.Uri;
  readonly reading: Reading;
}

type Drawing = NonNullable<Reading['now']>;

/** Most characters of HTML in a message: VS Code writes each as JSON twice, some 20 ms for this much. */
const largestPiece = 100_000;

/** `whenPut` is called when a paper that took long is put, and told whether the page was made anew. */
export function createPage(
  webview: vscode.Webview,
  { extensionUri, reading }: PageParts,
  whenPut: (isAnew: boolean) => void,
): Page {
  let content: Content | null = null;
  /** The paper that is shown whole. */
  let whole: Paper | null = null;
  let putting: { readonly paper: Paper; pieces: number } | null = null;
  let uri = '';
  let baseUri = '';
  let remoteImages = false;
  let isReading = false;
  /** The notices that the page shows. */
  let noticed = '';

  const about = () => ({ uri, version: content?.version ?? 0 });
  const pagesOf = ({ text, origins, pages }: Paper): PagesOfPaper => ({
    file: webview.asWebviewUri(vscode.Uri.parse(uri, true)).toString(),
    resources: `${webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist')).toString()}/`,
    origins,
    labels: pages.map(({ label }) => label),
    starts: pages.map(({ start }) => start),
    length: text.length,
  });
  const post = (message: ToWebview) => void webview.postMessage(message);
  const putNotices = ({ problems, blocks }: Paper) => {
    // Problems without a place are those of the file. A beginning without text says nothing of the rest.
    const isEarly = isReading && blocks.length === 0;
    const ofFile = isEarly ? [] : problems.filter(({ range }) => range.end === 0);
    const notices = ofFile.map(({ message }) => message);
    if (notices.join('\n') === noticed) return;
    noticed = notices.join('\n');
    post({ type: 'noticesChanged', ...about(), notices });
  };
  const clear = () => {
    content = null;
    whole = null;
    putting = null;
    noticed = '';
  };

  function* putInSteps(
    { renderPaperInSteps, changesInPieces, applyChanges }: Drawing,
    { paper, version }: OpenPaper,
    mine: { pieces: number },
  ): Steps<void> {
    const rendered = yield* renderPaperInSteps(paper);
    const pieces = changesInPieces(content?.rendered ?? null, rendered, largestPiece);
    mine.pieces = pieces.length;
    for (const changes of pieces) {
      yield;
      const shown = applyChanges(content?.rendered ?? null, changes);
      content = { paper, version, rendered: shown };
      post({ type: 'paperChanged', ...about(), changes, baseUri, remoteImages });
    }
    content = { paper, version, rendered };
    putNotices(paper);
    whole = paper;
    putting = null;
  }

  return {
    get version() {
      return content?.version ?? null;
    },
    load(paper, withRemoteImages) {
      clear();
      uri = paper.toString();
      remoteImages = withRemoteImages;
      baseUri = `${webview.asWebviewUri(folderOf(paper)).toString()}/`;
      webview.options = {
        enableScripts: true,
        enableForms: false,
        localResourceRoots: resourceRoots(extensionUri, paper),
      };
      webview.html = previewHtml({
        webview,
        extensionUri,
        remoteImages,
        pages: /\.pdf$/iu.test(paper.path),
      });
    },
    forget: clear,
    get isGrowing() {
      return (putting?.pieces ?? 0) > 1;
    },
    putPaper(open) {
      if (putting?.paper === open.paper) return 'putting';
      if (putting === null && whole === open.paper) return 'unchanged';
      if (reading.now === null) {
        void reading.load().then(() => {
          whenPut(false);
        });
        return 'putting';
      }
      const mine = { paper: open.paper, pieces: 0 };
      putting = mine;
      whole = null;
      const steps = putInSteps(reading.now, open, mine);
      if (workOn(steps) !== null) return 'put';
      void inStretches(steps, () => putting !== mine).then(() => {
        if (whole === open.paper) whenPut(mine.pieces > 1);
      });
      return 'putting';
    },
    putPages(isShown) {
      if (!content) return;
      const pages = isShown ? pagesOf(content.paper) : null;
      post({ type: 'pagesChanged', ...about(), pages });
    },
    putAnnotations(annotations) {
      if (content === null || reading.now === null) return;
      const { shownAnnotation } = reading.now;
      const { paper } = content;
      const shown = annotations.map((placed) => shownAnnotation(placed, paper));
      post({ type: 'annotationsChanged', ...about(), annotations: shown });
    },
    putSettings(settings) {
      post({ type: 'settingsChanged', settings });
    },
    putProgress(progress) {
      if (progress !== null || isReading) post({ type: 'readingProgressed', ...about(), progress });
      isReading = progress !== null;
    },
    fail({ message, again }) {
      clear();
      isReading = false;
      post({ type: 'paperFailed', ...about(), message, again });
    },
    reveal(range) {
      post({ type: 'revealRange', ...about(), ...range, flash: true });
    },
    scrollTo(offset) {
      if (content) post({ type: 'scrollToSource', ...about(), offset });
    },
    markActive(offset) {
      if (content) post({ type: 'activeOffsetChanged', ...about(), offset });
    },
    selectAnnotation(id, edit) {
      if (content) post({ type: 'selectAnnotation', ...about(), id, edit });
    },
    refuse(wish) {
      const refused = refusal(wish);
      if (refused) post({ ...about(), ...refused });
    },
  };
}
