import MarkdownIt, { type Token } from 'markdown-it';
import { slicePassage, type Passage } from './passage.ts';

const markdownIt = new MarkdownIt();
markdownIt.linkify.set({ fuzzyLink: true, fuzzyEmail: true });

/** Whether a passage can hold a web or mail address; spares the search in most. */
const addressCue = /:\/\/|www\.|@|\.[a-z]{2,6}\//iu;

/** The words of a passage as tokens, with links where web and mail addresses are printed. */
export function inlineTokens(passage: Passage): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const { index, lastIndex, url } of addressesIn(passage.content)) {
    const href = markdownIt.normalizeLink(url);
    if (!markdownIt.validateLink(href)) continue;
    tokens.push(...textToken(slicePassage(passage, from, index)));
    const open = new MarkdownIt.Token('link_open', 'a', 1);
    open.attrSet('href', href);
    open.markup = 'linkify';
    open.info = 'auto';
    const close = new MarkdownIt.Token('link_close', 'a', -1);
    close.markup = 'linkify';
    close.info = 'auto';
    tokens.push(open, ...textToken(slicePassage(passage, index, lastIndex)), close);
    from = lastIndex;
  }
  tokens.push(...textToken(slicePassage(passage, from, passage.content.length)));
  return tokens;
}

interface Address {
  readonly index: number;
  readonly lastIndex: number;
  readonly url: string;
}

function addressesIn(content: string): readonly Address[] {
  if (!addressCue.test(content)) return [];
  const matches = markdownIt.linkify.match(content) ?? [];
  // A bare "word.in" is more often a missing space than an address.
  return matches.filter(({ schema, raw }) => schema !== '' || /^www\.|\/|@/iu.test(raw));
}

function textToken(passage: Passage): Token[] {
  if (passage.content === '') return [];
  const token = new MarkdownIt.Token('text', '', 0);
  token.content = passage.content;
  token.meta = { source: passage.map };
  return [token];
}
