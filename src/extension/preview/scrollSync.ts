import * as vscode from 'vscode';
import type { Preview } from './preview.ts';
import type { Previews } from './previews.ts';
import { readScrollSync } from './readingSettings.ts';

/** Scrolls text editors and previews of one paper together. */
export interface ScrollSync {
  /** The reader scrolled the page: editors of the paper follow. */
  pageScrolled(preview: Preview, offset: number): void;
  dispose(): void;
}

/**
 * How long after we scrolled an editor its own scrolling is taken for ours, in milliseconds. VS Code
 * tells of it late, and in steps where scrolling is smooth.
 */
const echo = 400;

/** Previews follow editors by their first visible line, editors follow previews by the top block. */
export function registerScrollSync(previews: Previews): ScrollSync {
  const ownUntil = new WeakMap<vscode.TextEditor, number>();

  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const { document } = textEditor;
      const top = visibleRanges[0]?.start;
      if (!top || performance.now() < (ownUntil.get(textEditor) ?? 0)) return;
      if (!readScrollSync(document.uri).previewFollowsEditor) return;
      for (const preview of previews.showing(document.uri)) {
        preview.scrollTo(document.offsetAt(top));
      }
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const { document, selection } = textEditor;
      for (const preview of previews.showing(document.uri)) {
        preview.markActive(document.offsetAt(selection.active));
      }
    }),
  );

  return {
    pageScrolled(preview, offset) {
      if (!readScrollSync(preview.uri).editorFollowsPreview) return;
      for (const editor of editorsOf(preview.uri)) {
        ownUntil.set(editor, performance.now() + echo);
        const position = topOf(editor, offset);
        editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.AtTop);
      }
    },
    dispose() {
      subscriptions.dispose();
    },
  };
}

/** Lines that do not wrap are revealed at their beginning, or the editor would scroll to the right. */
function topOf({ document }: vscode.TextEditor, offset: number): vscode.Position {
  const position = document.positionAt(offset);
  const wrap = vscode.workspace.getConfiguration('editor', document).get<string>('wordWrap');
  return wrap === 'off' ? position.with({ character: 0 }) : position;
}

/** The visible text editors that show the document at this URI. */
export function editorsOf(uri: vscode.Uri): readonly vscode.TextEditor[] {
  const wanted = uri.toString();
  return vscode.window.visibleTextEditors.filter(
    (editor) => editor.document.uri.toString() === wanted,
  );
}
