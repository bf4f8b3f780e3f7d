import createMarkdownIt, { type Token } from 'markdown-it';
import { attributeOf, tagsIn, type HtmlTag } from './htmlTags.ts';

const { Token: MarkdownToken } = createMarkdownIt;
const { unescapeAll } = createMarkdownIt().utils;

/** Elements that only say how words look; drawn as they are, without their attributes. */
const formatting = new Set(
  'a abbr b cite code del em i ins kbd mark q s small strong sub sup u var'.split(' '),
);
/** Elements that only hold others; their tags are left out. */
const wrapping = new Set(
  'article aside body caption center dd div dl dt figcaption figure font footer header html li main nav ol p section span tbody tfoot thead ul'.split(
    ' ',
  ),
);

/** Whether a tag is drawn within a line, or left out there. */
export function isInlineTag({ name }: HtmlTag): boolean {
  return (
    formatting.has(name) || name === 'br' || name === 'img' || name === 'span' || name === 'font'
  );
}

interface Open {
  /** Null for an element of Markdown, which no HTML can close. */
  readonly name: string | null;
  readonly index: number;
}

/**
 * Inline tokens with the raw HTML in them made into tokens of our own: harmless pairs of tags are
 * elements, comments and wrappers are left out, everything else is text as it is written.
 */
export function drawableInlines(children: readonly Token[]): readonly Token[] {
  if (!children.some(({ type }) => type === 'html_inline')) return children;
  const drawn: (Token | null)[] = [];
  const opens: Open[] = [];
  for (const token of children) {
    const tag = token.type === 'html_inline' ? tagsIn(token.content)[0] : undefined;
    if (token.type !== 'html_inline') {
      if (token.nesting < 0) closeMarkdown(opens);
      if (token.nesting > 0) opens.push({ name: null, index: drawn.length });
      drawn.push(token);
    } else if (tag === undefined) drawn.push(asText(token));
    else if (tag.name === 'br') drawn.push(new MarkdownToken('hardbreak', 'br', 0));
    else if (tag.name === 'img') drawn.push(imageFrom(tag) ?? asText(token));
    else if (tag.name === '!' || wrapping.has(tag.name)) drawn.push(null);
    else if (!formatting.has(tag.name)) drawn.push(asText(token));
    else if (!tag.closes) {
      opens.push({ name: tag.name, index: drawn.length });
      drawn.push(token);
    } else if (!closePair(drawn, opens, tag)) drawn.push(asText(token));
  }
  const tokens = drawn.filter((token) => token !== null);
  return tokens.map((token) => (token.type === 'html_inline' ? asText(token) : token));
}

function closeMarkdown(opens: Open[]): void {
  while (opens.length > 0 && opens.pop()?.name !== null);
}

/** Draws the pair that a closing tag ends; false if nothing of its name is open here. */
function closePair(drawn: (Token | null)[], opens: Open[], tag: HtmlTag): boolean {
  let at = opens.length - 1;
  while (at >= 0 && opens[at]?.name !== tag.name && opens[at]?.name !== null) at -= 1;
  const open = opens[at];
  if (open?.name !== tag.name) return false;
  opens.length = at;
  const opening = tagsIn(drawn[open.index]?.content ?? '')[0];
  if (opening === undefined) return false;
  if (tag.name === 'a') {
    const href = attributeOf(opening, 'href');
    drawn[open.index] = href === null ? null : linkOpen(href);
    drawn.push(href === null ? null : new MarkdownToken('link_close', 'a', -1));
  } else {
    drawn[open.index] = new MarkdownToken('html_open', tag.name, 1);
    drawn.push(new MarkdownToken('html_close', tag.name, -1));
  }
  return true;
}

function linkOpen(href: string): Token {
  const token = new MarkdownToken('link_open', 'a', 1);
  token.attrSet('href', unescapeAll(href));
  return token;
}

function imageFrom(tag: HtmlTag): Token | null {
  const source = attributeOf(tag, 'src');
  if (source === null) return null;
  const token = new MarkdownToken('image', 'img', 0);
  token.attrSet('src', unescapeAll(source));
  token.content = unescapeAll(attributeOf(tag, 'alt') ?? '');
  return token;
}

function asText(token: Token): Token {
  const text = new MarkdownToken('text', '', 0);
  text.content = token.content;
  text.meta = token.meta;
  return text;
}
