import type { Paper, PaperPage } from './paper.ts';

/** Index in `paper.pages` of the page that an offset stands on; -1 for a paper without pages. */
export function pageAt({ pages }: Pick<Paper, 'pages'>, offset: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pages.length === 0 ? -1 : Math.max(0, low - 1);
}

/** The printed label of the page that an offset stands on, such as "iv" or "12"; null for a paper without pages. */
export function pageLabelAt(
  paper: Pick<Paper, 'pages'>,
  offset: number,
): PaperPage['label'] | null {
  return paper.pages[pageAt(paper, offset)]?.label ?? null;
}
