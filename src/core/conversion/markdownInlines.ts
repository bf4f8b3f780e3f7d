import type { Token } from 'markdown-it';
import { footnoteOf } from '../paper/markdown/footnoteTokens.ts';
import { sourceOf } from '../paper/tokens.ts';
import { comment, escapeMarkdown } from './markdownEscapes.ts';

/** Where the pictures of a paper are, by their index in `Paper.images`; null for one that is nowhere. */
export type ImageAddress = (image: number) => string | null;

const marks: Readonly<Record<string, readonly [string, string]>> = {
  strong_open: ['**', '**'],
  em_open: ['*', '*'],
  sup_open: ['<sup>', '</sup>'],
  sub_open: ['<sub>', '</sub>'],
  s_open: ['~~', '~~'],
};

interface Open {
  readonly token: Token;
  text: string;
}

/** What stands in a line as Markdown, on one line but for breaks that were meant. */
export function markdownInlines(tokens: readonly Token[], imageAddress: ImageAddress): string {
  const [first] = tokens;
  const open: Open[] = first === undefined ? [] : [{ token: first, text: '' }];
  const add = (text: string): void => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += text;
  };
  tokens.forEach((token, at) => {
    if (token.nesting > 0) open.push({ token, text: '' });
    else if (token.nesting < 0 && open.length > 1) {
      const closed = open.pop();
      if (closed) add(marked(closed, open.at(-1)?.text ?? '', tokens[at + 1]));
    } else add(shown(token, imageAddress));
  });
  return open.map(({ text }) => text).join('');
}

/** A marked text with its marks, where Markdown would take them for such; blanks go outside. */
function marked({ token, text }: Open, before: string, next: Token | undefined): string {
  const words = text.trim();
  if (words === '') return text;
  const left = text.slice(0, text.indexOf(words));
  const right = text.slice(left.length + words.length);
  if (token.type === 'link_open')
    return left + linked(words, String(token.attrGet('href') ?? '')) + right;
  const pair = marks[token.type];
  if (pair === undefined) return text;
  const isOpening = left !== '' || isApart(before.at(-1), words.charAt(0));
  const isClosing = right !== '' || isApart(next?.content.charAt(0), words.at(-1) ?? '');
  if (!pair[0].startsWith('<') && !(isOpening && isClosing)) return text;
  return `${left}${pair[0]}${words}${pair[1]}${right}`;
}

/** Whether a mark between the two characters is one: not where a word goes on behind a sign. */
function isApart(outer: string | undefined, inner: string): boolean {
  return /[\p{L}\p{N}]/u.test(inner) || outer === undefined || !/[\p{L}\p{N}]/u.test(outer);
}

function linked(words: string, href: string): string {
  const isFollowed = /^(?:https?:\/\/|mailto:)[^\s<>]+$/iu.test(href) && !words.includes('](');
  return isFollowed ? `[${words}](<${href}>)` : words;
}

function shown(token: Token, imageAddress: ImageAddress): string {
  switch (token.type) {
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '\\\n';
    case 'html_inline':
      return token.content;
    case 'code_inline':
      return code(token.content);
    case 'footnote_ref':
      return `[^${footnoteOf(token).number}]`;
    case 'page_mark':
      return comment(`page ${sourceOf(token).page ?? ''}`);
    case 'image':
      return image(token, imageAddress);
    default:
      return escapeMarkdown(token.content.replace(/\s+/gu, ' '));
  }
}

function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isApart = /^`|`$|^ .* $/u.test(text);
  return isApart ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A picture, or its description where the picture is nowhere to be had. */
function image(token: Token, imageAddress: ImageAddress): string {
  const description = escapeMarkdown(token.content.replace(/\s+/gu, ' '));
  const { image: index } = sourceOf(token);
  const address =
    (index === undefined ? null : imageAddress(index)) ??
    (String(token.attrGet('src') ?? '') || null);
  return address === null || /[\s<>]/u.test(address)
    ? description
    : `![${description}](<${address}>)`;
}
