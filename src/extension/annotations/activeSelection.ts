import * as vscode from 'vscode';
import type { SourceRange } from '../../core/paper/paper.ts';
import { UserError } from '../errors.ts';

/** A passage that the analyst has selected; an empty range is the cursor. */
export interface SelectedPassage {
  readonly uri: vscode.Uri;
  readonly range: SourceRange;
}

/** What commands on annotations ask of the preview that has the focus. */
export interface PreviewInFront {
  readonly uri: vscode.Uri;
  /** What is selected in the page; null if nothing is. */
  selection(): SourceRange | null;
  /** Id of the annotation that is selected in the page. */
  readonly selectedAnnotation: string | null;
  /** Selects an annotation, and opens its note for writing if `edit`. */
  selectAnnotation(id: string, edit: boolean): void;
}

/** Where the analyst works now: the preview or the text editor that has the focus. */
export interface ActiveSelection {
  preview(): PreviewInFront | null;
  /** The selections of what is in front, cursors too; empty if it shows no paper. */
  passages(): readonly SelectedPassage[];
}

/** Joins the selections of previews and text editors. */
export function createActiveSelection(
  isPaper: (document: vscode.TextDocument) => boolean,
  preview: () => PreviewInFront | null,
): ActiveSelection {
  return {
    preview,
    passages() {
      const front = preview();
      if (front === null) return editorSelections(isPaper);
      const range = front.selection();
      return range === null ? [] : [{ uri: front.uri, range }];
    },
  };
}

/** The passages that are selected, which has to be at least one. */
export function selectedPassages(selection: ActiveSelection): readonly SelectedPassage[] {
  const passages = selection.passages().filter(({ range }) => range.end > range.start);
  if (passages.length > 0) return passages;
  throw new UserError(
    vscode.l10n.t('Select a passage of a paper first, in the text editor or in the preview.'),
  );
}

/** The passages that are selected, or the places of the cursors where nothing is. */
export function selectedOrCursor(selection: ActiveSelection): readonly SelectedPassage[] {
  const passages = selection.passages();
  const selected = passages.filter(({ range }) => range.end > range.start);
  if (selected.length > 0) return selected;
  if (passages.length > 0) return passages;
  return selectedPassages(selection);
}

function editorSelections(
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
