import type { StatedFact } from '../../core/paper/document/paperDocument.ts';
import { titleMatch } from '../../core/paper/roles/statedTitle.ts';
import type { FlowItem } from './flow.ts';
import { isDisplay } from './markers.ts';
import { wordsOfBlock } from './words.ts';

/** The indexes of the lines that are the title: one, or a few that go on in capitals; none where none is found. */
export function titleLines(
  items: readonly FlowItem[],
  facts: readonly StatedFact[],
  lastOfMain: number,
): readonly number[] {
  const lines = items.slice(0, lastOfMain + 1).flatMap(({ block, siteText, look }, index) => {
    const words = wordsOfBlock(block);
    return words === '' || words.length > 300 ? [] : [{ index, block, siteText, look, words }];
  });
  const titles = facts
    .filter(({ field }) => field === 'title')
    .toSorted((one, other) => other.trust - one.trust);
  for (const { text } of titles) {
    // A menu may name the paper too: the title is a heading, and the highest of those.
    const rank = ({ block, words }: (typeof lines)[number]): number =>
      10 * titleMatch(words, text) - (block.type === 'heading' ? block.level : 7);
    const [found] = lines
      .filter(({ words }) => titleMatch(words, text) > 0)
      .toSorted((one, other) => rank(other) - rank(one));
    if (found !== undefined && (found.block.type === 'heading' || found.siteText === null))
      return [found.index];
  }
  const own = lines.filter(({ siteText }) => siteText === null);
  const marked =
    own.find(({ block }) => block.cue === 'title') ??
    own.find(({ block, index, words }) => {
      const isHeading = block.type === 'heading' && block.level === 1 && !isDisplay(words);
      return isHeading && isAtTheTop(items.slice(0, index));
    });
  return marked === undefined ? coverLines(items) : [marked.index];
}

/** Whether only a few passages stand before a line: an introduction, a notice. */
function isAtTheTop(before: readonly FlowItem[]): boolean {
  return before.filter(({ siteText, plain }) => siteText === null && plain >= 100).length <= 3;
}

/** A cover is no longer than this many lines. */
const longestCover = 8;

/** The first line before the text that is bold or in capitals, and those that go on in capitals behind it. */
function coverLines(items: readonly FlowItem[]): readonly number[] {
  const isOnCover = ({ siteText, block, length }: FlowItem): boolean =>
    siteText === null && block.type === 'paragraph' && length >= 6 && length <= 200;
  const start = items.findIndex(({ siteText }) => siteText === null);
  const cover = items.slice(start, start + longestCover);
  const end = cover.findIndex((item) => item.siteText === null && !isOnCover(item));
  const lines = end < 0 ? cover : cover.slice(0, end);
  const first = lines.findIndex(
    (item) => isOnCover(item) && (item.look?.isBold === true || isCapitals(item)),
  );
  const found = lines[first];
  if (found === undefined) return [];
  const indexes = [start + first];
  for (let at = first + 1; at < lines.length && isCapitals(found); at += 1) {
    const line = lines[at];
    if (line === undefined || !isOnCover(line) || !isCapitals(line)) break;
    indexes.push(start + at);
  }
  return indexes;
}

function isCapitals({ block }: FlowItem): boolean {
  const words = wordsOfBlock(block);
  return /\p{Lu}{3}/u.test(words) && words === words.toUpperCase();
}
