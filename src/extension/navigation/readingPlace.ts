import * as vscode from 'vscode';
import type { Papers } from '../papers/papers.ts';
import type { PaperPlace } from '../preview/paperPlace.ts';
import type { ReadingView } from '../preview/registerPreviews.ts';
import type { RowReveal } from './revealRow.ts';

/** Where the analyst reads, in the editor or the preview. */
export interface ReadingPlace {
  /** Fires when the reader moved on, by scrolling or by the cursor; not when we brought them there. */
  readonly onDidChange: vscode.Event<PaperPlace>;
  /** The place in what is in front; null if that is no paper. */
  now(): PaperPlace | null;
  dispose(): void;
}

/** A passage that we show scrolls into view; for so many milliseconds that is not reading on. */
const echo = 900;

export function createReadingPlace(
  papers: Papers,
  { previews, onDidScroll }: ReadingView,
  rowReveal: RowReveal,
): ReadingPlace {
  const changed = new vscode.EventEmitter<PaperPlace>();
  /** A passage in the middle of the page is the place that is read, not the top of the page. */
  let revealed: PaperPlace | null = null;
  let echoUntil = 0;

  const moved = (place: PaperPlace) => {
    if (performance.now() < echoUntil) return;
    revealed = null;
    changed.fire(place);
  };

  const movedIn = ({ document }: vscode.TextEditor, position: vscode.Position | undefined) => {
    if (position === undefined || !papers.isPaper(document)) return;
    moved({ uri: document.uri, offset: document.offsetAt(behindIndent(document, position)) });
  };

  const subscriptions = vscode.Disposable.from(
    changed,
    rowReveal.onWillReveal(({ uri, place }) => {
      echoUntil = performance.now() + echo;
      revealed = { uri: vscode.Uri.parse(uri, true), offset: place.start };
    }),
    onDidScroll(moved),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      movedIn(textEditor, selections[0]?.active);
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      movedIn(textEditor, readLine(textEditor, visibleRanges));
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor) movedIn(editor, editor.selection.active);
    }),
    previews.onDidChangeActive(() => {
      const { active } = previews;
      if (active) moved({ uri: active.uri, offset: active.offset });
    }),
  );

  return {
    onDidChange: changed.event,
    now() {
      const { active } = previews;
      if (active) {
        const isRevealed = revealed?.uri.toString() === active.uri.toString();
        return isRevealed ? revealed : { uri: active.uri, offset: active.offset };
      }
      const editor = vscode.window.activeTextEditor;
      if (!editor || !papers.isPaper(editor.document)) return null;
      const { document, selection } = editor;
      return { uri: document.uri, offset: document.offsetAt(selection.active) };
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

/** Where the line's text begins, for a cursor before that: an indent belongs to what stands behind it. */
function behindIndent(document: vscode.TextDocument, position: vscode.Position): vscode.Position {
  const indent = document.lineAt(position.line).firstNonWhitespaceCharacterIndex;
  return position.with({ character: Math.max(position.character, indent) });
}

/** The line that is read after scrolling: none while the cursor is in view, else one near the top. */
function readLine(
  { document, selection }: vscode.TextEditor,
  visible: readonly vscode.Range[],
): vscode.Position | undefined {
  const [first] = visible;
  if (!first || visible.some((range) => range.contains(selection.active))) return undefined;
  const line = Math.min(first.start.line + 1, first.end.line);
  return document.lineAt(line).range.start;
}
