import { isNamesAlone } from '../../../core/paper/roles/people.ts';
import { bodyWord, nameShape } from '../../../core/paper/roles/personWords.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import { blockText } from './headings.ts';

/** Below the title the authors stand among so many blocks, and at the end of a paper among so many. */
const BELOW_TITLE = 5;
const AT_END = 6;
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
  const isSigned = blocks
    .slice(0, 30)
    .some((block) => /^(?:by|from|authors?)\b/i.test(blockText(block)));
  if (isSigned) return new Set();
  const end = blocks.slice(-AT_END).find((block) => isNameWithPost(block));
  return new Set(end === undefined ? [] : [end]);
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
