/** What scripts and measurements call; the extension imports the files themselves. */
export type { PaperDocument } from './paper/document/paperDocument.ts';
export type { Paper } from './paper/paper.ts';
export { anchorAll } from './anchoring/anchorAll.ts';
export { describeRange } from './anchoring/describeRange.ts';
export { readDocument } from './paper/document/readDocument.ts';
export { readPaper, type ReadingOptions } from './paper/readPaper.ts';
export { summarizePaper, type PaperReport } from './paper/summarizePaper.ts';
export { changesBetween } from './rendering/changesBetween.ts';
export { renderPaper } from './rendering/renderPaper.ts';
