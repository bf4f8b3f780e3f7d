import * as vscode from 'vscode';
import { wholeChunk } from '../../core/paper/chunks.ts';
import { noMetadata } from '../../core/paper/noMetadata.ts';
import type { Paper, PaperFormat } from '../../core/paper/paper.ts';

/** A paper that is too long to read: its text, no blocks, and a problem that says so. */
export function oversizedPaper(
  text: string,
  name: string,
  format: PaperFormat,
  limit: number,
): Paper {
  const message = vscode.l10n.t(
    'This file is too large to be read as a paper: it has {0} million characters, {1} million can be read. Split it into parts, or open it in the text editor.',
    (text.length / 1_000_000).toFixed(1),
    (limit / 1_000_000).toFixed(0),
  );
  return {
    name,
    format,
    text,
    blocks: [],
    chunks: wholeChunk([]),
    metadata: noMetadata,
    problems: [{ message, range: { start: 0, end: 0 } }],
  };
}
