import { readDocumentInSteps } from '../../core/paper/document/readDocument.ts';
import type { Paper } from '../../core/paper/paper.ts';
import { readPaperInSteps, type ReadingOptions } from '../../core/paper/readPaper.ts';
import type { Steps } from '../../core/paper/steps.ts';
import type { ReadFile } from '../../readers/worker/messages.ts';

/** The paper that a file holds, in steps; a text by another name is read as the text that it is. */
export function* paperOfFile(
  file: ReadFile,
  options: Omit<ReadingOptions, 'format'>,
): Steps<Paper> {
  if ('document' in file) {
    return yield* readDocumentInSteps(file.document, { ...options, format: file.format });
  }
  const paper = yield* readPaperInSteps(file.text, { ...options, format: file.format });
  const notes = file.notes.map((message) => ({ message, range: { start: 0, end: 0 } }));
  return { ...paper, problems: [...notes, ...paper.problems] };
}
