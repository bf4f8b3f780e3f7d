import type { DocumentFormat } from '../core/paper/paper.ts';
import { htmlReader } from './html/htmlReader.ts';
import { pdfReader } from './pdf/pdfReader.ts';
import type { DocumentReader } from './reader.ts';
import { wordReader } from './word/wordReader.ts';
import type { LoadAsset } from './worker/serve.ts';

/** What scripts and measurements call; the workers of the extension import the files themselves. */
export { sniff } from './sniff/sniff.ts';

/** The readers by format. `load` gives them the files that are packaged with them. */
export function createReaders(load: LoadAsset): Readonly<Record<DocumentFormat, DocumentReader>> {
  return { html: htmlReader, pdf: pdfReader(load), docx: wordReader };
}
