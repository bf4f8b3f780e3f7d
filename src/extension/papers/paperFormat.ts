import type * as vscode from 'vscode';
import type { TextFormat } from '../../core/paper/paper.ts';

const byLanguage: Readonly<Record<string, TextFormat | undefined>> = {
  markdown: 'markdown',
  plaintext: 'text',
};

/** The format that a file's name stands for; null if it is not that of a paper. */
export function formatOfName(path: string): TextFormat | null {
  const ending = /\.(?:(md|markdown)|(?:txt|text))$/i.exec(path);
  if (ending === null) return null;
  return ending[1] === undefined ? 'text' : 'markdown';
}

/**
 * The format of a document by its language, or by its name where settings give such files a language
 * of their own; null if it is not a paper.
 */
export function formatOf(
  document: Pick<vscode.TextDocument, 'languageId' | 'uri'>,
): TextFormat | null {
  return byLanguage[document.languageId] ?? formatOfName(document.uri.path);
}
