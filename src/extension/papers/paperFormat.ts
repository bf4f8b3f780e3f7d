import type * as vscode from 'vscode';
import type { TextFormat } from '../../core/paper/paper.ts';
import { schemes } from '../ids.ts';

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
  const { path, scheme } = document.uri;
  if (Object.values<string>(schemes).includes(scheme)) return null;
  return isFileFormat(path) ? null : (byLanguage[document.languageId] ?? formatOfName(path));
}

/** Whether a file's name is that of a web page: its source can be opened as text, its paper can't. */
export function isWebPage(path: string): boolean {
  return /\.(?:html?|xhtml)$/iu.test(path);
}

/** Whether a paper's file can be read in the text editor. */
export function hasText(path: string): boolean {
  return isWebPage(path) || !isFileFormat(path);
}

/** Whether a file's name is that of a paper which is read from its file, not from a text document. */
export function isFileFormat(path: string): boolean {
  return /\.(?:html?|xhtml|pdf|docx|doc|odt|epub|rtf)$/iu.test(path);
}
