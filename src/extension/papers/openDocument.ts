import * as vscode from 'vscode';
import { UserError } from '../errors.ts';

/** The text document at this URI, opened if need be; fails with a message that says what is wrong. */
export async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    throw new UserError(
      vscode.l10n.t(
        '{0} can’t be opened. It may have been deleted or moved.',
        vscode.workspace.asRelativePath(uri),
      ),
    );
  }
}
