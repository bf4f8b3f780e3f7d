import type * as vscode from 'vscode';
import type { Paper } from '../../core/paper/paper.ts';
import { readPaperAgain, type PaperReading } from '../../core/paper/readPaper.ts';
import type { RoleDecisions } from './createPapers.ts';
import { fileName } from './fileName.ts';
import { oversizedPaper } from './oversizedPaper.ts';
import { formatOf } from './paperFormat.ts';

/** A document as a paper, and what a reading after the next edit goes on from. */
export interface DocumentReading {
  readonly paper: Paper;
  /** Null for what is too long to be read. */
  readonly again: PaperReading | null;
}

/** Longest text that is read, in UTF-16 code units: beyond it every keystroke would be felt. */
const longestText = 8_000_000;

/** Reads a document as it is now; only around the edits where there is a reading from before. */
export function paperOfDocument(
  document: vscode.TextDocument,
  before: PaperReading | null,
  decided: RoleDecisions,
): DocumentReading {
  const format = formatOf(document) ?? 'text';
  const name = fileName(document.uri);
  const text = document.getText();
  if (text.length > longestText)
    return { paper: oversizedPaper(text, name, format, longestText), again: null };
  const again = readPaperAgain(before, text, { format, name, ...decided });
  return { paper: again.paper, again };
}
