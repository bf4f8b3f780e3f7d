import * as vscode from 'vscode';
import type { Paper, SourceRange } from '../../core/paper/paper.ts';
import type {
  PagesOfPaper,
  PlacedAnnotation,
  ReadingSettings,
  ToWebview,
} from '../../core/protocol.ts';
import { changesBetween } from '../../core/rendering/changesBetween.ts';
import { renderPaper } from '../../core/rendering/renderPaper.ts';
import { shownAnnotation } from '../../core/rendering/shownAnnotation.ts';
import type { RenderedPaper } from '../../core/rendering/renderedPaper.ts';
import { folderOf } from '../papers/folderOf.ts';
import type { OpenPaper, ReadingProgress } from '../papers/papers.ts';
import { previewHtml, resourceRoots } from './previewHtml.ts';

/** The page in a webview, as far as the host knows what it shows. Nothing here asks whether it listens. */
export interface Page {
  /** Version of the document that the page shows; null while it shows no paper. */
  readonly version: number | null;
  /** Loads the shell anew, for a paper at `uri`; the page then says `ready`. */
  load(uri: vscode.Uri, remoteImages: boolean): void;
  /** Forgets what the page shows: the next paper is sent whole. */
  forget(): void;
  /** Sends what differs from what the page shows; false if nothing does. */
  putPaper(open: OpenPaper): boolean;
  /** Shows the paper's own pages, or its text again. */
  putPages(isShown: boolean): void;
  putAnnotations(annotations: readonly PlacedAnnotation[]): void;
  putSettings(settings: ReadingSettings): void;
  /** Says how much is read; null when there is nothing left to read. */
  putProgress(progress: ReadingProgress | null): void;
  /** `again` offers to read the file again. */
  fail(message: string, again: boolean): void;
  reveal(range: SourceRange): void;
  scrollTo(offset: number): void;
  markActive(offset: number): void;
  selectAnnotation(id: string, edit: boolean): void;
}

interface Content {
  readonly paper: Paper;
  readonly version: number;
  readonly rendered: RenderedPaper;
}

export function createPage(webview: vscode.Webview, extensionUri: vscode.Uri): Page {
  let content: Content | null = null;
  let uri = '';
  let baseUri = '';
  let remoteImages = false;
  let isReading = false;

  const about = () => ({ uri, version: content?.version ?? 0 });
  const pagesOf = ({ text, origins, pages, problems, blocks }: Paper): PagesOfPaper => ({
    file: webview.asWebviewUri(vscode.Uri.parse(uri, true)).toString(),
    resources: `${webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist')).toString()}/`,
    origins,
    labels: pages.map(({ label }) => label),
    starts: pages.map(({ start }) => start),
    length: text.length,
    notice: blocks.length === 0 ? (problems[0]?.message ?? '') : '',
  });
  const post = (message: ToWebview) => void webview.postMessage(message);

  return {
    get version() {
      return content?.version ?? null;
    },
    load(paper, withRemoteImages) {
      content = null;
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
    forget() {
      content = null;
    },
    putPaper({ paper, version }) {
      if (paper === content?.paper) return false;
      const rendered = renderPaper(paper);
      const changes = changesBetween(content?.rendered ?? null, rendered);
      content = { paper, version, rendered };
      post({ type: 'paperChanged', ...about(), changes, baseUri, remoteImages });
      return true;
    },
    putPages(isShown) {
      if (!content) return;
      const pages = isShown ? pagesOf(content.paper) : null;
      post({ type: 'pagesChanged', ...about(), pages });
    },
    putAnnotations(annotations) {
      const paper = content?.paper ?? { text: '', pages: [] };
      const shown = annotations.map((placed) => shownAnnotation(placed, paper));
      post({ type: 'annotationsChanged', ...about(), annotations: shown });
    },
    putSettings(settings) {
      post({ type: 'settingsChanged', settings });
    },
    putProgress(progress) {
      const now = progress && { done: progress.done, total: progress.total };
      if (now !== null || isReading) post({ type: 'readingProgressed', ...about(), progress: now });
      isReading = now !== null;
    },
    fail(message, again) {
      content = null;
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
  };
}
