import type { Token } from 'markdown-it';
import { footnoteOf } from '../paper/markdown/footnoteTokens.ts';
import { contentMapOf } from '../paper/tokens.ts';
import { splitInlines } from './cutInlines.ts';
import { backLinks, drawFootnoteReference, footnoteId } from './drawFootnotes.ts';
import { drawImage, drawLink, isFollowed } from './drawLinks.ts';
import { blockAttributes, drawText, escapeHtml, type Drawing } from './drawing.ts';
import { drawWords } from './drawWords.ts';
import { drawableInlines } from './htmlInlines.ts';
import { sourceEnd } from '../paper/markdown/positionsOfContent.ts';

/**
 * HTML of tokens; what of it is text is added to the drawing. There is no white space between elements.
 * markdown-it's own renderer writes any tag and attribute that a token names, and line ends between
 * them that are nowhere in the source, so it is not used.
 */
export function drawTokens(drawing: Drawing, tokens: readonly Token[]): string {
  return drawAll(drawing, tokens);
}

/** HTML of what stands within a line. */
export function drawInlines(drawing: Drawing, children: readonly Token[]): string {
  return drawAll(drawing, drawableInlines(children));
}

function drawAll(drawing: Drawing, tokens: readonly Token[]): string {
  const parts: string[] = [];
  const opens: Token[] = [];
  let link: Token | null = null;
  for (const token of tokens) {
    const opened = token.nesting < 0 ? (opens.pop() ?? token) : token;
    if (token.type === 'inline')
      parts.push(
        opens.at(-1)?.type === 'heading_open'
          ? drawHeadingWords(drawing, token.children ?? [])
          : drawInlines(drawing, token.children ?? []),
      );
    else if (token.type === 'link_open' && link === null && isFollowed(token)) {
      link = token;
      parts.push(drawLink(drawing, token));
    } else if (token.type === 'link_close' && opened === link) {
      link = null;
      parts.push('</a>');
    } else if (token.type === 'text') parts.push(drawWords(drawing, token, link !== null));
    else parts.push((draws[token.type] ?? drawElement)(drawing, token, opened));
    if (token.nesting > 0) opens.push(token);
  }
  return parts.join('');
}

/** A heading's words. The colon that leads over to the text is kept, but a heading needs none. */
function drawHeadingWords(drawing: Drawing, children: readonly Token[]): string {
  const last = children.at(-1);
  const colon = last?.type === 'text' ? /\s?:\s*$/u.exec(last.content)?.[0] : undefined;
  const source = last === undefined ? [] : contentMapOf(last);
  const end = sourceEnd(source);
  const split = colon === undefined ? null : splitInlines(children, end - colon.length);
  if (split === null || split[0].length === 0) return drawInlines(drawing, children);
  const words = drawInlines(drawing, split[0]);
  return `${words}<span class="joint">${drawInlines(drawing, split[1])}</span>`;
}

/** Draws one token. `opened` is the token that an end belongs to, else the token itself. */
type Draw = (drawing: Drawing, token: Token, opened: Token) => string;

/** The elements that a token may name; nothing else is ever written as a tag. */
const elements = new Set(
  (
    'abbr b blockquote cite code del em i ins kbd li mark ol p q s small strong sub sup tbody td th ' +
    'thead tr u ul var'
  ).split(' '),
);

const drawElement: Draw = (drawing, token) => {
  if (token.hidden || !elements.has(token.tag)) return '';
  if (token.nesting < 0) return `</${token.tag}>`;
  const attributes = token.block ? `${blockAttributes(drawing, token)}${setting(token)}` : '';
  return `<${token.tag}${attributes}>`;
};

const alignments: Readonly<Record<string, string>> = {
  'text-align:left': ' class="alignLeft"',
  'text-align:center': ' class="alignCenter"',
  'text-align:right': ' class="alignRight"',
};

/** The two things that a token says about the look of its element: alignment and first number. */
function setting(token: Token): string {
  const start = Number(token.attrGet('start') ?? Number.NaN);
  if (token.tag === 'ol' && Number.isSafeInteger(start)) return ` start="${start}"`;
  return alignments[token.attrGet('style') ?? ''] ?? '';
}

const drawShown: Draw = (drawing, token) => drawText(drawing, token.content, contentMapOf(token));

const drawPreformatted: Draw = (drawing, token) => {
  const source = contentMapOf(token);
  // A line end that the reader added at the end is nothing to be shown.
  const content = token.content.slice(0, (source.at(-4) ?? 0) + (source.at(-2) ?? 0));
  const attributes = blockAttributes(drawing, token);
  return `<pre tabindex="0"${attributes}><code>${drawText(drawing, content, source)}</code></pre>`;
};

const drawBreak: Draw = (drawing, token) => {
  const source = contentMapOf(token);
  const start = token.type === 'hardbreak' ? '<br>' : '';
  return source.length === 0 ? start : `${start}${drawText(drawing, '\n', source)}`;
};

const draws: Readonly<Record<string, Draw>> = {
  html_inline: drawShown,
  code_inline: (...args) => `<code>${drawShown(...args)}</code>`,
  softbreak: drawBreak,
  hardbreak: drawBreak,
  image: drawImage,
  link_open: () => '',
  link_close: () => '',
  footnote_ref: drawFootnoteReference,
  footnote_open: (drawing, token) => {
    const id = footnoteId(footnoteOf(token));
    return `<div class="footnote" id="${id}"${blockAttributes(drawing, token)}>`;
  },
  footnote_close: (drawing, _, opened) => `${backLinks(drawing, footnoteOf(opened))}</div>`,
  code_block: drawPreformatted,
  fence: drawPreformatted,
  front_matter: drawPreformatted,
  reference_definition: () => '',
  hr: (drawing, token) => `<hr${blockAttributes(drawing, token)}>`,
  table_open: (drawing, token) =>
    `<div class="tableScroll" tabindex="0"><table${blockAttributes(drawing, token)}>`,
  table_close: () => '</table></div>',
  heading_open: (drawing, token) => {
    const drawn = drawing.headings.get(token);
    if (drawn === undefined) return `<p class="heading"${blockAttributes(drawing, token)}>`;
    return `<${drawn.tag} id="${escapeHtml(drawn.id)}"${blockAttributes(drawing, token)}>`;
  },
  heading_close: (drawing, _, opened) => `</${drawing.headings.get(opened)?.tag ?? 'p'}>`,
};
