import type * as vscode from 'vscode';

/** A place in a paper, to open a preview at. */
export interface PaperPlace {
  readonly uri: vscode.Uri;
  readonly offset: number;
  /** Whether the paper's own pages are shown rather than its text. */
  readonly pages?: boolean;
}
