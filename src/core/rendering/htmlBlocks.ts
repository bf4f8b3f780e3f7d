import createMarkdownIt, { type Token } from 'markdown-it';
import { addSlice, numberAt, sourceEnd } from '../paper/markdown/positionsOfContent.ts';
import type { SourceRange } from '../paper/paper.ts';
import { contentMapOf, sourceOf, type ContentMap } from '../paper/tokens.ts';
import { drawableInlines, isInlineTag } from './htmlInlines.ts';
import { tagsIn, type HtmlTag } from './htmlTags.ts';

const { Token: MarkdownToken } = createMarkdownIt;
const { unescapeAll } = createMarkdownIt().utils;

/** Elements that become blocks, with the token each opens and what it must stand in. */
const blocks = new Map<string, { readonly type: string; readonly within?: readonly string[] }>([
  ['ul', { type: 'bullet_list' }],
  ['ol', { type: 'ordered_list' }],
  ['li', { type: 'list_item', within: ['ul', 'ol'] }],
  ['blockquote', { type: 'blockquote' }],
  ['table', { type: 'table' }],
  ['tr', { type: 'tr', within: ['table'] }],
  ['th', { type: 'th', within: ['tr'] }],
  ['td', { type: 'td', within: ['tr'] }],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, { type: 'heading' }] as const),
]);
const holding: Readonly<Record<string, string | undefined>> = {
  ul: 'li',
  ol: 'li',
  table: 'tr',
  tr: 'td',
};
const wrapping = new Set(
  'article aside body caption center colgroup dd div dl dt figcaption figure footer header html main nav p section tbody tfoot thead'.split(
    ' ',
  ),
);

/** As deep as Markdown's own blocks go; browsers give up on deep trees too. */
const deepest = 100;

interface Open {
  readonly name: string;
  readonly token: Token;
}

/** The tokens that raw HTML between Markdown blocks is drawn as; always balanced. */
export function htmlBlockTokens(block: Token): readonly Token[] {
  return new HtmlReader(block.content, contentMapOf(block)).read();
}

class HtmlReader {
  readonly #html: string;
  readonly #map: ContentMap;
  readonly #tokens: Token[] = [];
  readonly #opens: Open[] = [];
  #inlines: Token[] = [];

  constructor(html: string, map: ContentMap) {
    this.#html = html;
    this.#map = map;
  }

  read(): readonly Token[] {
    let at = 0;
    for (const tag of tagsIn(this.#html)) {
      this.#text(at, tag.start);
      at = tag.end;
      if (tag.name === '!') continue;
      if (isInlineTag(tag)) this.#inline('html_inline', tag.start, tag.end);
      else if (tag.name === 'hr') this.#rule(tag);
      else if (wrapping.has(tag.name) || this.#isTooDeep(tag)) this.#flush();
      else if (!blocks.has(tag.name)) this.#text(tag.start, tag.end);
      else if (tag.closes) this.#close(tag);
      else this.#open(tag);
    }
    this.#text(at, this.#html.length);
    while (this.#opens.length > 0) this.#closeLast(this.#html.length);
    this.#flush();
    return this.#tokens;
  }

  #isTooDeep(tag: HtmlTag): boolean {
    return blocks.has(tag.name) && !tag.closes && this.#opens.length >= deepest;
  }

  #place(start: number, end: number): ContentMap {
    const place: number[] = [];
    addSlice(place, 0, this.#map, start, end);
    return place;
  }

  #range(start: number, end: number): SourceRange {
    const place = this.#place(start, end);
    return { start: numberAt(place, 1), end: sourceEnd(place) };
  }

  #inline(type: string, start: number, end: number): void {
    const token = new MarkdownToken(type, '', 0);
    token.content = this.#html.slice(start, end);
    token.meta = { source: this.#place(start, end) };
    this.#inlines.push(token);
  }

  /** Text between tags; character references in it are steps of the map. */
  #text(from: number, to: number): void {
    const text = this.#html.slice(from, to);
    let at = 0;
    for (const { 0: reference, index } of text.matchAll(
      /&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});/giu,
    )) {
      const decoded = unescapeAll(reference);
      if (decoded === reference) continue;
      if (index > at) this.#inline('text', from + at, from + index);
      this.#inline('text', from + index, from + index + reference.length);
      const token = this.#inlines.at(-1);
      const place = this.#range(from + index, from + index + reference.length);
      if (token !== undefined) {
        token.content = decoded;
        token.meta = { source: [0, place.start, decoded.length, place.end - place.start] };
      }
      at = index + reference.length;
    }
    if (to > from + at) this.#inline('text', from + at, to);
  }

  #push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = new MarkdownToken(type, tag, nesting);
    token.block = true;
    this.#tokens.push(token);
    return token;
  }

  /** Ends the words that wait: a paragraph, or the words of the item, cell or heading that is open. */
  #flush(): void {
    const inlines = this.#inlines;
    this.#inlines = [];
    if (inlines.every(({ type, content }) => type === 'text' && content.trim() === '')) return;
    const depth = this.#opens.length;
    const range = hull(inlines);
    this.#admit(range.start);
    const last = this.#opens.at(-1)?.name ?? '';
    const holdsWords = last === 'td' || last === 'th' || last.startsWith('h');
    const children = drawableInlines(inlines);
    if (!holdsWords) {
      const paragraph = this.#push('paragraph_open', 'p', 1);
      paragraph.hidden = last === 'li';
      paragraph.meta = { range };
    }
    this.#push('inline', '', 0).children = [...children];
    if (!holdsWords) this.#push('paragraph_close', 'p', -1).hidden = last === 'li';
    while (this.#opens.length > depth) this.#end(range.end);
  }

  #rule(tag: HtmlTag): void {
    this.#flush();
    this.#push('hr', 'hr', 0).meta = { range: this.#range(tag.start, tag.end) };
  }

  #open(tag: HtmlTag): void {
    const block = blocks.get(tag.name);
    if (block === undefined) return;
    this.#flush();
    const { start } = this.#range(tag.start, tag.end);
    if (block.within !== undefined) this.#closeUntil(block.within, tag.start);
    const last = this.#opens.at(-1)?.name ?? '';
    if (block.within?.includes(last) !== true) {
      if (block.within !== undefined && tag.name !== 'li') return;
      this.#admit(start);
      if (tag.name === 'li') this.#begin('ul', start);
    }
    this.#begin(tag.name, start);
  }

  /** A list holds only items, a table only rows, a row only cells: opens what is missing. */
  #admit(start: number): void {
    for (
      let name = holding[this.#opens.at(-1)?.name ?? ''];
      name !== undefined;
      name = holding[name]
    )
      this.#begin(name, start);
  }

  #begin(name: string, start: number): void {
    const token = this.#push(`${blocks.get(name)?.type ?? name}_open`, name, 1);
    token.meta = { range: { start, end: start } };
    this.#opens.push({ name, token });
  }

  /** Closes what is open inside the innermost of these elements, if there is one. */
  #closeUntil(names: readonly string[], at: number): void {
    const index = this.#opens.findLastIndex(({ name }) => names.includes(name));
    const barrier = this.#opens.findLastIndex(
      ({ name }) => name === 'table' || name === 'ul' || name === 'ol',
    );
    if (index < 0 || index < barrier) return;
    while (this.#opens.length > index + 1) this.#closeLast(at);
  }

  #close(tag: HtmlTag): void {
    this.#flush();
    const index = this.#opens.findLastIndex(({ name }) => name === tag.name);
    if (index < 0) return;
    while (this.#opens.length > index) this.#closeLast(tag.end);
  }

  #closeLast(at: number): void {
    this.#flush();
    this.#end(this.#range(at - 1, at).end);
  }

  #end(end: number): void {
    const open = this.#opens.pop();
    if (open === undefined) return;
    const { start } = sourceOf(open.token).range ?? { start: 0 };
    open.token.meta = { range: { start, end: Math.max(start, end) } };
    this.#push(open.token.type.replace(/_open$/u, '_close'), open.name, -1);
  }
}

function hull(tokens: readonly Token[]): SourceRange {
  const map = tokens
    .filter(({ content }) => content.trim() !== '')
    .flatMap((token) => contentMapOf(token));
  return { start: numberAt(map, 1), end: sourceEnd(map) };
}
