import type { FormBlock } from '../reading.ts';
import { roleSoFar, type Claim, type Draft, type RoleRule } from './claims.ts';
import { headingMeaning } from './headingWords.ts';
import { remembered } from './remembered.ts';

/** Dots up to a page number, found from the last dot on so that long runs of dots cost nothing. */
const leaders = /[.…](?<=\.\s?\.\s?\.\s?\.|…\s?…)\s{0,4}(?:\d{1,4}|[ivxlc]{1,6})(?:$|\s)/iu;
const hasLeaders = remembered((text) => leaders.test(text));
const pageAtEnd = /\s\d{1,4}$/u;

/** Claims lists of contents: lines with dot leaders, and what stands under a heading for them. */
export const contentsRule: RoleRule = (draft) => {
  let headings: ReadonlySet<string> | null = null;
  return draft.blocks.flatMap((form, block): readonly Claim[] => {
    if (roleSoFar(draft, block) !== null || form.kind === 'frontMatter') return [];
    if (hasLeaders(form.text)) {
      return [{ block, role: 'contents', confidence: 0.94, evidence: 'dots up to a page number' }];
    }
    const isHeading = form.kind === 'heading' || form.kind === 'paragraph';
    if (!isHeading || headingMeaning(form.text) !== 'contents') return [];
    headings ??= new Set(draft.blocks.filter(({ kind }) => kind === 'heading').map(folded));
    const entries = entriesBelow(draft, block, headings);
    const heading: Claim = {
      block,
      role: 'contents',
      confidence: 0.92,
      evidence: 'words of the heading',
    };
    return [
      heading,
      ...entries.map((at): Claim => {
        return { block: at, role: 'contents', confidence: 0.9, evidence: 'list of contents' };
      }),
    ];
  });
};

/** The entries below: list items, or short lines that return as headings or end in page numbers. */
function entriesBelow(
  { blocks }: Draft,
  heading: number,
  headings: ReadonlySet<string>,
): readonly number[] {
  const entries: number[] = [];
  for (let at = heading + 1; at < blocks.length; at += 1) {
    const form = blocks[at];
    if (form === undefined || form.text.length > 220) break;
    const isItem = form.kind === 'listItem';
    const returns = form.kind === 'paragraph' && headings.has(folded(form));
    if (!isItem && !returns && !pageAtEnd.test(form.text) && !hasLeaders(form.text)) break;
    entries.push(at);
  }
  return entries;
}

function folded({ text }: FormBlock): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
