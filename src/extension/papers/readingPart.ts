// What reads and draws papers: a window in which no paper is open yet needs none of it.
export { quoteWithCitation } from '../../core/citation/quoteWithCitation.ts';
export { scan } from '../../core/navigation/scan.ts';
export { readPaper } from '../../core/paper/readPaper.ts';
export { ruleFor } from '../../core/paper/roles/publisherRules.ts';
export { applyChanges } from '../../core/rendering/changesBetween.ts';
export { changesInPieces } from '../../core/rendering/changesInPieces.ts';
export { renderPaperInSteps } from '../../core/rendering/renderPaper.ts';
export { shownAnnotation } from '../../core/rendering/shownAnnotation.ts';
export { paperOfDocument } from './paperOfDocument.ts';
export { paperOfFile } from './paperOfFile.ts';
