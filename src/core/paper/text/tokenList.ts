import MarkdownIt, { type Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import { sourceOf, type SourceMeta } from '../tokens.ts';
import type { Passage } from './passage.ts';
import { inlineTokens } from './inlineTokens.ts';

/** A growing list of tokens that keeps the nesting levels and where open elements end. */
export interface TokenList {
  readonly tokens: readonly Token[];
  /** Opens an element and returns the index of its token. */
  open(
    type: string,
    tag: string,
    range: SourceRange,
    attributes?: Readonly<Record<string, string>>,
    info?: string,
  ): number;
  /** Closes the innermost element; its range then reaches to the last thing in it. */
  close(type: string, tag: string): void;
  /** Adds the words of the element that is open; as `children` where they are tokens already. */
  inline(passage: Passage, children?: Token[]): void;
  /** Adds a paragraph and returns its index; in a tight list its element is not drawn. */
  paragraph(passage: Passage, range: SourceRange, isHidden: boolean, children?: Token[]): number;
  /** Adds an element that is shown character by character, and returns its index. */
  preformatted(passage: Passage, range: SourceRange): number;
  /** Adds a line drawn across, and returns its index. */
  rule(range: SourceRange): number;
}

interface Opened {
  readonly token: Token;
  readonly start: number;
}

/** An empty list of tokens. */
export function tokenList(): TokenList {
  const tokens: Token[] = [];
  const opened: Opened[] = [];
  let reached = 0;
  const add = (type: string, tag: string, nesting: -1 | 0 | 1, meta: SourceMeta | null): Token => {
    const token = new MarkdownIt.Token(type, tag, nesting);
    token.block = true;
    token.level = opened.length;
    token.meta = meta === null ? null : { ...meta };
    tokens.push(token);
    reached = Math.max(reached, meta?.range?.end ?? 0);
    return token;
  };
  const list: TokenList = {
    tokens,
    open(type, tag, range, attributes = {}, info = '') {
      const token = add(`${type}_open`, tag, 1, { range });
      token.info = info;
      for (const [name, value] of Object.entries(attributes)) token.attrSet(name, value);
      opened.push({ token, start: range.start });
      return tokens.length - 1;
    },
    close(type, tag) {
      const element = opened.pop();
      if (element !== undefined)
        element.token.meta = {
          ...sourceOf(element.token),
          range: { start: element.start, end: reached },
        };
      add(`${type}_close`, tag, -1, null);
    },
    inline(passage, children = inlineTokens(passage)) {
      const token = add('inline', '', 0, null);
      token.content = passage.content;
      token.children = children;
    },
    paragraph(passage, range, isHidden, children) {
      const index = list.open('paragraph', 'p', range);
      list.inline(passage, children);
      list.close('paragraph', 'p');
      for (const token of [tokens[index], tokens.at(-1)]) if (token) token.hidden = isHidden;
      return index;
    },
    preformatted(passage, range) {
      add('code_block', 'code', 0, { range, source: passage.map }).content = passage.content;
      return tokens.length - 1;
    },
    rule(range) {
      add('hr', 'hr', 0, { range });
      return tokens.length - 1;
    },
  };
  return list;
}
