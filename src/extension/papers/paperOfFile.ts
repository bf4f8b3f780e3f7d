import { readDocument } from '../../core/paper/document/readDocument.ts';
import type { Paper } from '../../core/paper/paper.ts';
import { readPaper, type ReadingOptions } from '../../core/paper/readPaper.ts';
import type { ReadFile } from '../../readers/worker/messages.ts';

/** The paper that a file holds; a text by another name is read as the text that it is. */
export function paperOfFile(file: ReadFile, options: Omit<ReadingOptions, 'format'>): Paper {
  if ('document' in file) return readDocument(file.document, { ...options, format: file.format });
  const paper = readPaper(file.text, { ...options, format: file.format });
  const notes = file.notes.map((message) => ({ message, range: { start: 0, end: 0 } }));
  return { ...paper, problems: [...notes, ...paper.problems] };
}
