import MarkdownIt, { type Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import type { SourceMeta } from '../tokens.ts';
import type { Passage } from './passage.ts';
import { inlineTokens } from './inlineTokens.ts';

/** A growing list of tokens that keeps the nesting levels. */
export interface TokenList {
  readonly tokens: readonly Token[];
  /** Opens an element and returns the index of its token. */
  open(type: string, tag: string, range: SourceRange, attributes?: Record<string, string>): number;
  close(type: string, tag: string): void;
  /** Adds the words of the element that is open. */
  inline(passage: Passage): void;
  /** Adds an element that is shown character by character, and returns its index. */
  preformatted(passage: Passage, range: SourceRange): number;
}

/** An empty list of tokens. */
export function tokenList(): TokenList {
  const tokens: Token[] = [];
  let level = 0;
  const add = (type: string, tag: string, nesting: -1 | 0 | 1, meta: SourceMeta): Token => {
    const token = new MarkdownIt.Token(type, tag, nesting);
    token.block = true;
    if (nesting < 0) level -= 1;
    token.level = level;
    if (nesting > 0) level += 1;
    if (meta.range !== undefined || meta.source !== undefined) token.meta = { ...meta };
    tokens.push(token);
    return token;
  };
  return {
    tokens,
    open(type, tag, range, attributes = {}) {
      const token = add(`${type}_open`, tag, 1, { range });
      for (const [name, value] of Object.entries(attributes)) token.attrSet(name, value);
      return tokens.length - 1;
    },
    close(type, tag) {
      add(`${type}_close`, tag, -1, {});
    },
    inline(passage) {
      const token = add('inline', '', 0, {});
      token.content = passage.content;
      token.children = inlineTokens(passage);
    },
    preformatted(passage, range) {
      add('code_block', 'code', 0, { range, source: passage.map }).content = passage.content;
      return tokens.length - 1;
    },
  };
}
