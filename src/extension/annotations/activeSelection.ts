import * as vscode from 'vscode';
import type { SourceRange } from '../../core/paper/paper.ts';

/** A passage that the analyst has selected; an empty range is the cursor. */
export interface SelectedPassage {
  readonly uri: vscode.Uri;
  readonly range: SourceRange;
}

/** Somewhere a passage can be selected; null while nothing is selected there or it is not in front. */
export type ActiveSelection = () => SelectedPassage | null;

/** The selections of the active text editor, if it shows a paper. */
export function editorSelections(
  isPaper: (document: vscode.TextDocument) => boolean,
): readonly SelectedPassage[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isPaper(editor.document)) return [];
  const { document } = editor;
  return editor.selections.map((selection) => ({
    uri: document.uri,
    range: { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) },
  }));
}

/** The first of the sources that has a selection, in the order given. */
export function firstSelection(sources: readonly ActiveSelection[]): ActiveSelection {
  return () => {
    for (const source of sources) {
      const passage = source();
      if (passage !== null) return passage;
    }
    return null;
  };
}
