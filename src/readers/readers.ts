import type { DocumentFormat } from '../core/paper/paper.ts';
import { htmlReader } from './html/htmlReader.ts';
import type { DocumentReader } from './reader.ts';
import { wordReader } from './word/wordReader.ts';

/** What scripts and measurements call; the workers of the extension import the files themselves. */
export { sniff } from './sniff/sniff.ts';

/** The readers by format; a format without one is not read yet. */
export const readers: Readonly<Partial<Record<DocumentFormat, DocumentReader>>> = {
  html: htmlReader,
  docx: wordReader,
};
