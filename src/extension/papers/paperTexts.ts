import * as vscode from 'vscode';
import type { PaperTexts } from '../annotations/paperTexts.ts';
import type { AnchoredPaper } from '../../core/annotations/describeInPaper.ts';
import type { FilePaper, FilePapers } from './filePapers.ts';
import { isFileFormat } from './paperFormat.ts';
import type { TextPapers } from './papers.ts';

/** The texts of all papers: of a text document as it is now, of a file as its reader gave it. */
export function paperTexts(texts: Pick<TextPapers, 'isPaper'>, files: FilePapers): PaperTexts {
  const parse = (uri: string) => vscode.Uri.parse(uri, true);
  return {
    onDidChange: files.onDidChange,
    isPaper: texts.isPaper,
    isFile: (uri) => isFileFormat(parse(uri).path),
    find(uri) {
      const file = files.find(parse(uri));
      return file?.isComplete ? anchored(file) : null;
    },
    async read(uri) {
      if (isFileFormat(uri.path)) return anchored(await files.whenComplete(uri));
      return { text: (await vscode.workspace.openTextDocument(uri)).getText(), pages: [] };
    },
  };
}

function anchored({ file, paper: { text, pages } }: FilePaper): AnchoredPaper {
  if (!('document' in file)) return { text, pages };
  const { format, version } = file;
  return { text, pages, reader: { format, version } };
}
