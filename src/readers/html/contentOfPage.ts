import type {
  AboutBlock,
  DocumentBlock,
  DocumentCue,
  StatedFact,
} from '../../core/paper/document/paperDocument.ts';
import { datesIn } from '../../core/paper/roles/dates.ts';
import { headingMeaning } from '../../core/paper/roles/headingWords.ts';
import { isByline } from '../../core/paper/roles/people.ts';
import { isSeriesAlone } from '../../core/paper/roles/seriesWords.ts';
import type { FlowItem } from './flow.ts';
import { titleLines } from './pageTitle.ts';
import { wordsOfBlock } from './words.ts';

/** Text without links that is as long as this is a passage, not a label; in UTF-16 code units. */
const passage = 100;
/** Below this share of a page's passages the extractor has found a part of the text only. */
const enough = 0.35;
/** How many lines may stand above a title and belong to it: a series, a date. */
const aboveTitle = 3;

/**
 * Says of the blocks of a page which are site text by where they stand: what stands before the title, and
 * what stands behind the main text without being a part of the paper.
 */
export function withSiteText(
  items: readonly FlowItem[],
  facts: readonly StatedFact[],
): readonly FlowItem[] {
  const main = mainRange(items);
  if (main === null) return items;
  const title = titleLines(items, facts, main.last);
  const first = title[0] === undefined ? 0 : Math.min(title[0], main.first);
  // Bylines and dates of the paper stand before its text; those in it are of teasers and quotations.
  const text = items.findIndex(({ plain }, index) => index >= first && plain >= 2 * passage);
  const lastTopics = lastOfTopics(items, main.last);
  let isPart = false;
  return items.map((item, index) => {
    // What is stated to be the title is that, in whatever header of the page it stands.
    if (title.includes(index)) return { ...withoutReason(item), ...cued(item, 'title') };
    const { block } = item;
    if (item.siteText !== null || block.type === 'rule' || block.type === 'note') return item;
    if (index < first) {
      const isOfTitle = index >= first - aboveTitle && belongsToTitle(item);
      return isOfTitle ? item : withReason(item, 'before the text');
    }
    if (index <= main.last) {
      if (isLinkAlone(item) && index < text) return withReason(item, 'link to another page');
      return index > text && isOfHead(block.cue) ? withoutCue(item) : item;
    }
    if (block.type === 'heading') isPart = isOwn(wordsOfBlock(block));
    if (isPart || (block.cue === 'tags' && index <= lastTopics)) return item;
    // What heads the topics is left for the core's own rules to judge.
    const isLabel = item.length < 40 && items[index + 1]?.block.cue === 'tags';
    return isLabel ? item : withReason(withoutCue(item), 'after the text');
  });
}

interface MainRange {
  readonly first: number;
  readonly last: number;
}

/** From the first to the last passage of the main text; null where a page has none. */
function mainRange(items: readonly FlowItem[]): MainRange | null {
  const passages = items.filter(({ siteText, plain }) => siteText === null && plain >= passage);
  const lengthOf = (some: readonly FlowItem[]): number =>
    some.reduce((length, { plain }) => length + plain, 0);
  const kept = passages.filter(({ isMain }) => isMain);
  const isFound = lengthOf(kept) >= enough * lengthOf(passages);
  const isEvidence = (item: FlowItem): boolean =>
    item.siteText === null && (isFound ? item.isMain && item.length > 0 : item.plain >= passage);
  const first = items.findIndex(isEvidence);
  return first < 0 ? null : { first, last: items.findLastIndex(isEvidence) };
}

/** Topics of the paper stand right behind its text; those further down are of the site. */
const topicsReach = 8;
/** Nobody gives a paper more topics than this: such a list is the site's. */
const mostTopics = 25;

/** The index of the last row of topics right behind the text. */
function lastOfTopics(items: readonly FlowItem[], lastOfMain: number): number {
  let last = lastOfMain;
  for (let at = lastOfMain + 1; at <= last + topicsReach && at < items.length; at += 1) {
    const block = items[at]?.block;
    const isFew = block?.type !== 'list' || block.items.length <= mostTopics;
    if (block?.cue === 'tags' && isFew) last = at;
    // A heading of its own begins another part of the page.
    else if (block?.type === 'heading' && headingMeaning(wordsOfBlock(block)) === 'related') break;
  }
  return last;
}

function belongsToTitle({ block, length }: FlowItem): boolean {
  const words = wordsOfBlock(block);
  if (length > 120 || words === '') return false;
  return isSeriesAlone(words) || isByline(words) || datesIn(words).length > 0;
}

/** A heading that is nothing but a link leads to another page: a translation, a series. */
function isLinkAlone({ block, plain, length }: FlowItem): boolean {
  return block.type === 'heading' && length > 0 && plain <= 1;
}

/** Sections behind the text that are the paper's own. */
function isOwn(words: string): boolean {
  const meaning = headingMeaning(words);
  return meaning !== null && meaning !== 'related' && meaning !== 'siteText';
}

function isOfHead(cue: DocumentCue | undefined): boolean {
  return cue === 'byline' || cue === 'date' || cue === 'subtitle';
}

function cued(item: FlowItem, cue: DocumentCue): Pick<FlowItem, 'block'> {
  return { block: { ...withoutReason(item).block, cue } };
}

function withoutCue(item: FlowItem): FlowItem {
  return { ...item, block: without(item.block, 'cue') };
}

function withReason(item: FlowItem, siteText: string): FlowItem {
  return { ...item, siteText, block: { ...item.block, siteText } };
}

function withoutReason(item: FlowItem): FlowItem {
  return { ...item, siteText: null, block: without(item.block, 'siteText') };
}

function without(block: DocumentBlock, name: keyof AboutBlock): DocumentBlock {
  const others = Object.entries(block).filter(([key]) => key !== name);
  return Object.fromEntries(others) as unknown as DocumentBlock;
}
