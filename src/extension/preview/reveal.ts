import type * as vscode from 'vscode';
import type { SourceRange } from '../../core/paper/paper.ts';

export interface RevealOptions {
  /** Leaves the keyboard focus where it is: for trees, and while a pick list moves. */
  readonly preserveFocus?: boolean;
}

/** Brings a passage of a paper before the reader. */
export interface Reveal {
  /**
   * Shows the passage in the text editor or the preview, whichever is in front, and marks it for a
   * moment; a paper that is shown nowhere opens in the text editor, or in the preview if it is read
   * from its file.
   */
  reveal(paper: vscode.Uri, range: SourceRange, options?: RevealOptions): Promise<void>;

  /** Shows the passage in every view of the paper that is visible, and leaves the focus where it is. */
  revealEverywhere(paper: vscode.Uri, range: SourceRange): Promise<void>;

  /** Opens the note of an annotation for writing, in a preview of its paper. */
  revealNote(paper: vscode.Uri, id: string): Promise<void>;

  /** The same as `reveal`, always in the text editor: beside the preview if there is no editor yet. */
  revealSource(paper: vscode.Uri, range: SourceRange, options?: RevealOptions): Promise<void>;
}
