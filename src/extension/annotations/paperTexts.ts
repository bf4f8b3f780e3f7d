import type * as vscode from 'vscode';
import type { AnchoredPaper } from '../../core/annotations/describeInPaper.ts';

/** The texts that annotations anchor in, of papers that are not text documents too. */
export interface PaperTexts {
  /** Fires with a paper that was read from its file, or was closed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** Whether annotations of the document's paper anchor in its own text. */
  isPaper(document: vscode.TextDocument): boolean;
  /** Whether the URI names a paper that is read from its file rather than a text document. */
  isFile(uri: string): boolean;
  /** An open paper of that kind, whole; null while it is not read to its end. */
  find(uri: string): AnchoredPaper | null;
  /** A paper, whole, opened for that if need be. */
  read(uri: vscode.Uri): Promise<AnchoredPaper>;
}
