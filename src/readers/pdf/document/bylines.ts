import { isNamesAlone } from '../../../core/paper/roles/people.ts';
import { bodyWord, degree, nameShape } from '../../../core/paper/roles/personWords.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import { blockText } from './headings.ts';

/** Below the title the authors stand among so many blocks, and at the end of a paper among so many. */
const BELOW_TITLE = 5;
const AT_END = 6;
const MOST_PEOPLE = 12;
/** A name and a post are no longer than that. */
const LONGEST = 100;
const SENTENCE = /\p{Ll}{2}[.!?]\s+\p{Lu}|[!?;:]$/u;

/**
 * Blocks whose place and letters say that they name the authors: nothing but several names, or names in
 * large letters, right below the title; else, at the end of the paper, a name in bold with a post.
 */
export function bylinesOf(
  blocks: readonly TextBlock[],
  titles: ReadonlySet<TextBlock>,
): Set<TextBlock> {
  const title = blocks.findIndex((block) => titles.has(block));
  const below = blocks
    .slice(title + 1, title + 1 + BELOW_TITLE)
    .filter((block) => !titles.has(block) && block.page === blocks[title]?.page);
  const named = title < 0 ? undefined : below.find((block) => isNames(blockText(block)));
  if (named !== undefined) return new Set([named]);
  const people = title < 0 ? [] : peopleBelow(blocks.slice(title + 1, title + 1 + MOST_PEOPLE));
  if (people.length > 0) return new Set(people);
  const isSigned = blocks
    .slice(0, 30)
    .some((block) => /^(?:by|from|authors?)\b/i.test(blockText(block)));
  if (isSigned) return new Set();
  const end = blocks.slice(-AT_END).find((block) => isNameWithPost(block));
  return new Set(end === undefined ? [] : [end]);
}

/** Lines of one name each, one at least with a degree behind it. */
function peopleBelow(blocks: readonly TextBlock[]): TextBlock[] {
  const end = blocks.findIndex((block) => !isPerson(blockText(block)));
  const people = blocks.slice(0, Math.max(0, end));
  return people.some((block) => blockText(block).includes(',')) ? people : [];
}

function isPerson(text: string): boolean {
  const [name = '', ...degrees] = text.split(/,\s*/);
  return nameShape.test(name) && !bodyWord.test(name) && degrees.every((each) => degree.test(each));
}

/** Several names: one alone has the shape of a title as well. */
function isNames(text: string): boolean {
  return /,|&|\s(?:and|und|et|y)\s/.test(text) && text.length < 2 * LONGEST && isNamesAlone(text);
}

function isNameWithPost(block: TextBlock): boolean {
  const text = blockText(block);
  const name = /^[^,]+(?=,\s)/.exec(text)?.[0] ?? '';
  const [first] = block.lines[0]?.runs ?? [];
  return (
    text.length < LONGEST &&
    block.lines.length <= 2 &&
    !SENTENCE.test(text) &&
    first?.font.isBold === true &&
    !block.isBold &&
    nameShape.test(name) &&
    !bodyWord.test(name)
  );
}
