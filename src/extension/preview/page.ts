import * as vscode from 'vscode';
import type { Paper, SourceRange } from '../../core/paper/paper.ts';
import type { PlacedAnnotation, ReadingSettings, ToWebview } from '../../core/protocol.ts';
import { changesBetween } from '../../core/rendering/changesBetween.ts';
import { withNotesDrawn } from '../../core/rendering/renderNote.ts';
import { renderPaper } from '../../core/rendering/renderPaper.ts';
import type { RenderedPaper } from '../../core/rendering/renderedPaper.ts';
import type { OpenPaper } from '../papers/papers.ts';
import { folderOf, previewHtml, resourceRoots } from './previewHtml.ts';

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
  putAnnotations(annotations: readonly PlacedAnnotation[]): void;
  putSettings(settings: ReadingSettings): void;
  fail(message: string): void;
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

  const about = () => ({ uri, version: content?.version ?? 0 });
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
      webview.html = previewHtml({ webview, extensionUri, remoteImages });
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
    putAnnotations(annotations) {
      post({
        type: 'annotationsChanged',
        ...about(),
        annotations: annotations.map(withNotesDrawn),
      });
    },
    putSettings(settings) {
      post({ type: 'settingsChanged', settings });
    },
    fail(message) {
      content = null;
      post({ type: 'paperFailed', ...about(), message });
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
