import createMarkdownIt, { type Token } from 'markdown-it';
import { addSlice } from '../paper/markdown/positionsOfContent.ts';
import { sourceOf, type ContentMap } from '../paper/tokens.ts';
import { drawableInlines, isInlineTag } from './htmlInlines.ts';
import { tagsIn, type HtmlTag } from './htmlTags.ts';

const { Token: MarkdownToken } = createMarkdownIt;
const { unescapeAll } = createMarkdownIt().utils;

/** Elements that become blocks, with the token each opens and what it must stand in. */
const blocks: Readonly<
  Record<string, { readonly type: string; readonly within?: readonly string[] }>
> = {
  ul: { type: 'bullet_list' },
  ol: { type: 'ordered_list' },
  li: { type: 'list_item', within: ['ul', 'ol'] },
  blockquote: { type: 'blockquote' },
  table: { type: 'table' },
  tr: { type: 'tr', within: ['table'] },
  th: { type: 'th', within: ['tr'] },
  td: { type: 'td', within: ['tr'] },
  h1: { type: 'heading' },
  h2: { type: 'heading' },
  h3: { type: 'heading' },
  h4: { type: 'heading' },
  h5: { type: 'heading' },
  h6: { type: 'heading' },
};
const structural = new Set(['ul', 'ol', 'table', 'tr']);
const wrapping = new Set(
  'article aside body caption center colgroup dd div dl dt figcaption figure footer header html main nav p section tbody tfoot thead'.split(
    ' ',
  ),
);

interface Open {
  readonly name: string;
  readonly token: Token;
}

/** The tokens that raw HTML between Markdown blocks is drawn as; always balanced. */
export function htmlBlockTokens(block: Token): readonly Token[] {
  return new HtmlReader(block.content, sourceOf(block).source ?? []).read();
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
      else if (wrapping.has(tag.name)) this.#flush();
      else if (!(tag.name in blocks)) this.#text(tag.start, tag.end);
      else if (tag.closes) this.#close(tag);
      else this.#open(tag);
    }
    this.#text(at, this.#html.length);
    while (this.#opens.length > 0) this.#closeLast(this.#html.length);
    this.#flush();
    return this.#tokens;
  }

  #place(start: number, end: number): ContentMap {
    const place: number[] = [];
    addSlice(place, 0, this.#map, start, end);
    return place;
  }

  #range(start: number, end: number): { start: number; end: number } {
    const place = this.#place(start, end);
    return { start: place[1] ?? 0, end: (place.at(-3) ?? 0) + (place.at(-1) ?? 0) };
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
    const isBlank = inlines.every(({ type, content }) => type === 'text' && content.trim() === '');
    const last = this.#opens.at(-1)?.name ?? '';
    if (isBlank || structural.has(last)) return;
    const holdsWords = last === 'td' || last === 'th' || last.startsWith('h');
    const children = drawableInlines(inlines);
    if (!holdsWords) {
      const paragraph = this.#push('paragraph_open', 'p', 1);
      paragraph.hidden = last === 'li';
      paragraph.meta = { range: hull(inlines) };
    }
    this.#push('inline', '', 0).children = [...children];
    if (!holdsWords) this.#push('paragraph_close', 'p', -1).hidden = last === 'li';
  }

  #rule(tag: HtmlTag): void {
    this.#flush();
    this.#push('hr', 'hr', 0).meta = { range: this.#range(tag.start, tag.end) };
  }

  #open(tag: HtmlTag): void {
    const block = blocks[tag.name];
    if (block === undefined) return;
    this.#flush();
    if (block.within !== undefined) {
      this.#closeUntil(block.within, tag.start);
      const last = this.#opens.at(-1)?.name ?? '';
      if (!block.within.includes(last)) {
        if (tag.name !== 'li') return;
        this.#begin('ul', 'bullet_list', tag.start);
      }
    } else if (structural.has(this.#opens.at(-1)?.name ?? '')) return;
    this.#begin(tag.name, block.type, tag.start);
  }

  #begin(name: string, type: string, start: number): void {
    const token = this.#push(`${type}_open`, name, 1);
    token.meta = { range: this.#range(start, start + 1) };
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

  #closeLast(end: number): void {
    this.#flush();
    const open = this.#opens.pop();
    if (open === undefined) return;
    const { start } = sourceOf(open.token).range ?? { start: 0 };
    open.token.meta = { range: { start, end: Math.max(start, this.#range(end - 1, end).end) } };
    this.#push(open.token.type.replace(/_open$/u, '_close'), open.name, -1);
  }
}

function hull(tokens: readonly Token[]): { start: number; end: number } {
  const solid = tokens.filter(({ content }) => content.trim() !== '');
  const first = sourceOf(solid[0] ?? new MarkdownToken('text', '', 0)).source ?? [];
  const last = sourceOf(solid.at(-1) ?? new MarkdownToken('text', '', 0)).source ?? [];
  return { start: first[1] ?? 0, end: (last.at(-3) ?? 0) + (last.at(-1) ?? 0) };
}
