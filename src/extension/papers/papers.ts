import type * as vscode from 'vscode';
import type { Paper, SourceRange } from '../../core/paper/paper.ts';

/** A paper that is open, at one version of its text. */
export interface OpenPaper {
  readonly uri: vscode.Uri;
  /** Counts up with each change of the text. */
  readonly version: number;
  readonly paper: Paper;
}

/** The papers that are open text documents, each read once per version and correction of roles. */
export interface TextPapers {
  /** Fires when a paper was opened, read anew after an edit or a correction, or closed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;

  /** Whether the document is of a kind that is read as it stands (Markdown or plain text). */
  isPaper(document: vscode.TextDocument): boolean;

  /**
   * The document as a paper, at its present version. Null until there is what reads papers, of which
   * `onDidChange` tells.
   */
  read(document: vscode.TextDocument): OpenPaper | null;

  /** The document as a paper, at its version when there is what reads papers. */
  whenRead(document: vscode.TextDocument): Promise<OpenPaper>;

  /** The open paper at this URI, or null: it may also be that it is not read yet. */
  find(uri: vscode.Uri): OpenPaper | null;

  /** Says that what an analyst decided about the paper's roles may have changed. */
  decisionsChanged(uri: vscode.Uri): void;

  dispose(): void;
}

/** All papers that are open: text documents, and files that a reader of their format reads. */
export interface Papers extends TextPapers {
  all(): readonly OpenPaper[];
  /** Tells of the papers that are read otherwise since the rules for publishers changed. */
  rulesChanged(): void;
  /** Whether the URI names a paper that is read from its file: HTML, PDF, Word. */
  isFile(uri: vscode.Uri): boolean;
  /** The whole paper, opened for as long as that takes; fails with a message that says what is wrong. */
  open(uri: vscode.Uri): Promise<OpenPaper>;
  /** Keeps a paper open; `changed` is called when it was opened or closed, and while it is read. */
  hold(uri: vscode.Uri, changed: () => void): HeldPaper;
}

/** How far the reading of a paper is; `total` is 0 while it is not known. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
  /** Whether the reading was cancelled when the beginning was there. */
  readonly isStopped: boolean;
}

/** Why a paper can't be shown. */
export interface Obstacle {
  /** What is wrong and what to do. */
  readonly message: string;
  /** Whether it makes sense to read the file again: what becomes of one that is not read has another name. */
  readonly again: boolean;
}

/** A paper that stays readable while no editor shows it. */
export interface HeldPaper {
  /** As it is now, perhaps only its beginning; null until it is open, and while it can't be opened. */
  read(): OpenPaper | null;
  /** The version that `read` would give; null where that gives none. */
  readonly version: number | null;
  /** Why the paper can't be opened; null while it is open or being opened. */
  readonly obstacle: Obstacle | null;
  /** Null for what is read at once, and when all is read. */
  readonly progress: ReadingProgress | null;
  /** Where a range of that version is now; null if it is gone or that can't be said. */
  follow(range: SourceRange, version: number): SourceRange | null;
  /** Opens the paper again if VS Code closed it. */
  refresh(): void;
  /** Reads again what could not be read, or was not to be. */
  readAgain(): void;
  /** Ends the reading. */
  cancel(): void;
  dispose(): void;
}
