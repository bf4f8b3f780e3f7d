import * as vscode from 'vscode';
import { reportError } from '../errors.ts';
import { fileName } from './fileName.ts';
import { formatOf } from './paperFormat.ts';

/** What an editor shows for bytes that are no UTF-8. */
const broken = '\ufffd';
const otherLetters = /[^\p{ASCII}\ufffd]/u;

/**
 * Offers to read a text paper as Windows-1252 where it isn't UTF-8, once for each file: VS Code shows what it
 * can't decode as broken letters, and bullets are among them.
 */
export function offerEncoding(log: vscode.LogOutputChannel): vscode.Disposable {
  const asked = new Set<string>();

  async function look(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    if (formatOf(document) === null || document.isDirty || document.encoding !== 'utf8') return;
    const text = document.getText();
    // Where any other letter was decoded, the file is UTF-8 with a damaged place.
    if (!text.includes(broken) || otherLetters.test(text) || asked.has(uri.toString())) return;
    asked.add(uri.toString());
    const accept = vscode.l10n.t('Read as Windows-1252');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} is not UTF-8, so some of its letters are shown as {1}. Many such files are Windows-1252; “Change File Encoding” offers others.',
        fileName(uri),
        broken,
      ),
      accept,
    );
    if (answer === accept)
      await vscode.workspace.openTextDocument(uri, { encoding: 'windows1252' });
  }

  const lookAt = (document: vscode.TextDocument) => {
    look(document).catch((error: unknown) => {
      reportError(log, 'encoding', error);
    });
  };
  vscode.workspace.textDocuments.forEach(lookAt);
  return vscode.workspace.onDidOpenTextDocument(lookAt);
}
