import * as vscode from 'vscode';
import type { Papers } from '../papers/papers.ts';
import { createFolding } from './folding.ts';
import { createTextSymbols } from './textSymbols.ts';

/** VS Code's own Outline, breadcrumbs and folding for papers; Markdown has symbols of its own. */
export function registerLanguageFeatures(papers: Papers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider('plaintext', createTextSymbols(papers), {
      label: vscode.l10n.t('Paper'),
    }),
    vscode.languages.registerFoldingRangeProvider(['plaintext', 'markdown'], createFolding(papers)),
  );
}
