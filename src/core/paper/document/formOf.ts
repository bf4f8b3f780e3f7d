import type { Token } from 'markdown-it';
import type { FormBlock } from '../reading.ts';

/** What is to be seen of a block's words beside the words. */
type SeenForm = Partial<Pick<FormBlock, 'strong' | 'link' | 'ordinal'>>;

/** What is to be seen of the words of a block that a token opens, as far as rules for roles ask for it. */
export function formOf(tokens: readonly Token[], opening: number): SeenForm {
  const children = firstLine(tokens, opening);
  const [first] = children;
  return {
    ...seenIn(children),
    ...(first?.type === 'marker' ? { ordinal: first.content.trim() } : {}),
  };
}

/** The line of a heading or paragraph, or of the first paragraph of an item. */
function firstLine(tokens: readonly Token[], opening: number): readonly Token[] {
  for (const token of tokens.slice(Math.max(0, opening), opening + 3)) {
    if (token.type === 'inline') return token.children ?? [];
    if (!/^(?:heading|paragraph|list_item|footnote)_open$/u.test(token.type)) return [];
  }
  return [];
}

function seenIn(children: readonly Token[]): SeenForm {
  let [strong, linked] = [0, 0];
  let href: string | null = null;
  const words: { readonly isStrong: boolean; readonly isLinked: boolean }[] = [];
  for (const token of children) {
    if (token.type.startsWith('strong_')) strong += token.nesting;
    if (token.type.startsWith('link_')) linked += token.nesting;
    if (token.type === 'link_open') href ??= `${token.attrGet('href') ?? ''}`;
    const isWord = token.type === 'text' || token.type === 'code_inline';
    if (isWord && /[\p{L}\p{N}]/u.test(token.content))
      words.push({ isStrong: strong > 0, isLinked: linked > 0 });
  }
  const [first] = words;
  if (first === undefined) return {};
  const isWhole = words.every(({ isLinked }) => isLinked);
  const weight = words.every(({ isStrong }) => isStrong) ? 'whole' : 'lead';
  return {
    ...(first.isStrong ? { strong: weight } : {}),
    ...(href === null ? {} : { link: { href, isWhole } }),
  };
}
