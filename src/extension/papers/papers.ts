import type * as vscode from 'vscode';
import type { Paper } from '../../core/paper/paper.ts';

/** A paper whose document is open in VS Code, read at one version of the document. */
export interface OpenPaper {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly paper: Paper;
}

/** The papers that are open, each read once per version and correction of roles. */
export interface Papers {
  /** Fires when a paper was opened, read anew after an edit or a correction, or closed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;

  /** Whether the document is of a kind that can be read as a paper (Markdown or plain text). */
  isPaper(document: vscode.TextDocument): boolean;

  /** The document as a paper, at its present version. */
  read(document: vscode.TextDocument): OpenPaper;

  /** The open paper at this URI, or null. */
  find(uri: vscode.Uri): OpenPaper | null;

  dispose(): void;
}
