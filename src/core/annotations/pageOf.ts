import { pageLabelAt } from '../paper/pageAt.ts';
import type { Paper } from '../paper/paper.ts';
import type { PlacedAnnotation } from '../protocol.ts';

/**
 * The label of the page on which an annotation's passage begins. An orphan, or one in a paper whose pages are
 * not known, has that of its file's page when it was made, as the file counts; null if there are no pages.
 */
export function pageOf(
  { annotation, anchor }: PlacedAnnotation,
  pages: Paper['pages'],
): string | null {
  const now = anchor === null ? null : pageLabelAt({ pages }, anchor.start);
  if (now !== null) return now;
  const { page } = annotation.target;
  return page === undefined ? null : (pages[page - 1]?.label ?? String(page));
}
