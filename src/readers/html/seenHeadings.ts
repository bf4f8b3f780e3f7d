import type { DocumentBlock, Inline } from '../../core/paper/document/paperDocument.ts';
import { wordsOf, wordsOfBlock } from './words.ts';
import type { FlowItem } from './flow.ts';
import { headingLooks, type HeadingLooks } from './headingLooks.ts';
import { isBullet, isDisplay, isMarker } from './markers.ts';

/** A heading is no longer than this; what is longer is text that a template made large. */
const longestHeading = 220;

/**
 * Headings as the reader sees them, not as the template numbers them: numbers and bullets that are marked up as
 * headings are the markers of what follows; amounts, names of pictures and whole sentences are text; lines
 * that look like headings are.
 */
export function withSeenHeadings(items: readonly FlowItem[]): readonly DocumentBlock[] {
  const seen = items.map(asSeen);
  const looks = headingLooks(seen);
  let level = 1;
  const blocks = seen.map((item, index) => {
    const { block } = item;
    if (block.type === 'heading' && !isMarker(wordsOf(block.content))) level = block.level;
    const own = ownLevel(seen, index, looks, level);
    if (own === null || block.type !== 'paragraph') return block;
    return { ...block, type: 'heading' as const, level: own, content: block.content.map(plain) };
  });
  return withMarkers(blocks);
}

/** A heading that is none to the reader as the text that it is; a marker stays a heading until it is joined. */
function asSeen(item: FlowItem): FlowItem {
  const { block } = item;
  if (block.type !== 'heading' || block.cue === 'title') return item;
  const words = wordsOf(block.content);
  if (isMarker(words)) return item;
  const isSentence = words.length > longestHeading || (words.length > 120 && /[.;]$/u.test(words));
  if (words !== '' && !isDisplay(words) && !isSentence) return item;
  const { content, id, siteText } = block;
  const about = {
    ...(id === undefined ? {} : { id }),
    ...(siteText === undefined ? {} : { siteText }),
  };
  return { ...item, block: { ...about, type: 'paragraph', content } };
}

/** The level of the heading that a line looks like; null for one that stands in a text or before another line. */
function ownLevel(
  items: readonly FlowItem[],
  index: number,
  looks: HeadingLooks,
  level: number,
): number | null {
  const item = items[index];
  const rank = item === undefined ? null : looks.rankOf(item);
  if (rank === null) return null;
  const next = items[index + 1];
  const isAbove =
    next !== undefined &&
    next.block.siteText === undefined &&
    (next.block.type !== 'paragraph' ||
      looks.rankOf(next) !== rank ||
      next.length > 3 * (item?.length ?? 0));
  if (!isAbove) return null;
  return Math.min(6, rank === 'asHeadings' ? looks.level : level + 1);
}

/** Joins a marker that is marked up as a heading to the paragraph behind it, as an item of a list. */
function withMarkers(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block === undefined) break;
    const marker = block.type === 'heading' ? wordsOfBlock(block) : '';
    if (!isMarker(marker) || next?.type !== 'paragraph') {
      joined.push(block);
      continue;
    }
    at += 1;
    addItem(joined, isBullet(marker) ? null : marker, next);
  }
  return joined;
}

function addItem(joined: DocumentBlock[], marker: string | null, block: DocumentBlock): void {
  const last = joined.at(-1);
  const item = { marker, blocks: [block] };
  const ordered = marker !== null;
  const { siteText } = block;
  if (last?.type === 'list' && last.ordered === ordered && last.siteText === siteText)
    joined[joined.length - 1] = { ...last, items: [...last.items, item] };
  else {
    const about = siteText === undefined ? {} : { siteText };
    joined.push({ ...about, type: 'list', ordered, items: [item] });
  }
}

function plain(inline: Inline): Inline {
  return inline.type === 'text' && inline.marks !== undefined
    ? { ...inline, marks: inline.marks.filter((mark) => mark !== 'strong') }
    : inline;
}
