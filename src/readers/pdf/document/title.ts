import { isSeriesAlone } from '../../../core/paper/roles/seriesWords.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import type { BodyStyle } from '../layout/styles.ts';
import { blockText, folded } from './headings.ts';

/** What a paper is, printed over its title. */
const KIND = /^(?:memo(?:randum)?|letter|report|notice|contents|press release|directive)s?:?$/i;
/** Who publishes a paper, printed over its title. */
const BODY =
  /^(?:the )?(?:u\.?s\.? )?(?:department|ministry|office|bureau|agency|commission|committee|council|house|government|university|institute|centre|center) (?:of|for) [^:–—]{3,50}$/i;
/** How many pages a cover can have before the title. */
const COVER_PAGES = 2;

/**
 * The blocks that are the title of the paper: what the file calls its title, if that is printed on the
 * first pages; else what is printed largest on the first page that has text. Empty if nothing stands out.
 */
export function titleOf(
  blocks: readonly TextBlock[],
  body: BodyStyle,
  stated: string | null,
): TextBlock[] {
  const start = blocks[0]?.page ?? 0;
  const cover = blocks.filter(({ page }) => page < start + COVER_PAGES);
  if (stated !== null && folded(stated).length > 8) {
    const named = cover.find((block) => folded(blockText(block)) === folded(stated));
    if (named !== undefined) return [named];
  }
  const first = blocks.filter(({ page }) => page === start);
  const named = first.filter(
    (block) =>
      (blockText(block).match(/\p{L}/gu)?.length ?? 0) > 5 &&
      block.lines.length <= 6 &&
      !isSeriesAlone(blockText(block)) &&
      !KIND.test(blockText(block)) &&
      !BODY.test(blockText(block)) &&
      block.lines.every(({ cells }) => cells.length === 1),
  );
  const largest = named.reduce<TextBlock | null>(
    (best, block) => (best === null || block.size > best.size + 0.5 ? block : best),
    null,
  );
  if (largest === null || largest.size < 1.15 * body.size) return [];
  const at = first.indexOf(largest);
  const following = first.slice(at + 1);
  const end = following.findIndex((block) => Math.abs(block.size - largest.size) > 0.6);
  const more = following.slice(0, end < 0 ? 0 : Math.min(end, 2));
  return [largest, ...more.filter((block) => block.isBold === largest.isBold)];
}
