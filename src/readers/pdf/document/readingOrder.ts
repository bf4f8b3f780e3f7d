import type { TextBlock } from '../layout/paragraphs.ts';
import type { Element } from './elements.ts';

/** The rest of a sentence is looked for among so many elements of its page. */
const REACH = 24;

/**
 * Elements with the rest of a sentence right behind its beginning, where something beside the column, a
 * box or a margin, stands between the two.
 */
export function withSentencesJoined(elements: readonly Element[]): Element[] {
  const rest = [...elements];
  for (let at = 0; at < rest.length; at += 1) {
    const block = textOf(rest[at]);
    const next = textOf(rest[at + 1]);
    if (block === null || !isOpen(block) || (next !== null && goesOn(block, next))) continue;
    for (let ahead = at + 2; ahead < Math.min(rest.length, at + REACH); ahead += 1) {
      const found = textOf(rest[ahead]);
      if (rest[ahead]?.kind === 'page') break;
      if (found === null || !goesOn(block, found)) continue;
      const isAside = rest.slice(at + 1, ahead).every((each) => standsBeside(each, block));
      const [moved] = isAside ? rest.splice(ahead, 1) : [];
      if (moved !== undefined) rest.splice(at + 1, 0, moved);
      break;
    }
  }
  return rest;
}

function textOf(element: Element | undefined): TextBlock | null {
  return element?.kind === 'text' ? element.block : null;
}

function isOpen(block: TextBlock): boolean {
  return (
    block.lines.length > 1 &&
    !/[.!?:;…][)\]"'”’»]*(?:\d{1,3})?$/.test(block.lines.at(-1)?.text ?? '')
  );
}

/** Whether a block is right below another, in the same letters, and begins in the midst of a sentence. */
function goesOn(before: TextBlock, after: TextBlock): boolean {
  return (
    after.page === before.page &&
    after.marker === null &&
    Math.abs(after.size - before.size) < 0.5 &&
    Math.abs(after.left - before.left) < 14 &&
    after.top > before.bottom - 2 &&
    after.top < before.bottom + 3 * before.size &&
    /^\p{Ll}/u.test(after.lines[0]?.text ?? '')
  );
}

/** Whether an element stands beside a block rather than below it in its column. */
function standsBeside(element: Element, { right }: TextBlock): boolean {
  if (element.kind === 'text') return element.block.left > right - 12;
  if (element.kind === 'table') return element.table.left > right - 12;
  return element.kind === 'box';
}
