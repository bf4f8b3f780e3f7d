import { describeRange } from '../anchoring/describeRange.ts';
import type { Target } from '../anchoring/target.ts';
import { pageAt } from '../paper/pageAt.ts';
import type { Paper } from '../paper/paper.ts';

/** Describes a passage of a paper, with the page on which it begins where the paper has pages. */
export function describeInPaper(
  paper: Pick<Paper, 'text' | 'pages'>,
  start: number,
  end: number,
): Target {
  const target = describeRange(paper.text, start, end);
  const page = pageAt(paper, target.start);
  return page < 0 ? target : { ...target, page: page + 1 };
}
