import { describeRange } from '../anchoring/describeRange.ts';
import type { Target, TargetReader } from '../anchoring/target.ts';
import { pageAt } from '../paper/pageAt.ts';
import type { Paper } from '../paper/paper.ts';

/** A text to anchor in, with its pages and what made it. */
export interface AnchoredPaper extends Pick<Paper, 'text' | 'pages'> {
  /** Left out where the text is the file's own. */
  readonly reader?: TargetReader;
}

/**
 * Describes a passage of a paper, with the page on which it begins where the paper has pages, and with the
 * reader where one made the text.
 */
export function describeInPaper(paper: AnchoredPaper, start: number, end: number): Target {
  const target = describeRange(paper.text, start, end);
  const page = pageAt(paper, target.start);
  const { reader } = paper;
  return {
    ...target,
    ...(page < 0 ? {} : { page: page + 1 }),
    ...(reader === undefined ? {} : { reader }),
  };
}
