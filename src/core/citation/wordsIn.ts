import type { Token } from 'markdown-it';
import { tokensOf } from '../paper/chunks.ts';
import type { Paper, SourceRange } from '../paper/paper.ts';
import { sourceOf } from '../paper/tokens.ts';

/** Tokens whose content is read as it stands. */
const words: readonly string[] = ['text', 'text_special', 'code_inline', 'code_block', 'fence'];

/**
 * What is read in a range of a paper: without markup, with white space folded. The source itself where
 * nothing there is read.
 */
export function wordsIn(paper: Paper, range: SourceRange): string {
  const read = tokensOf(paper.chunks)
    .map((token) => blockWords(token, range))
    .filter((text) => text !== '');
  const text = fold(read.join(' '));
  return text === '' ? fold(paper.text.slice(range.start, range.end)) : text;
}

function blockWords(token: Token, range: SourceRange): string {
  if (token.type !== 'inline') return words.includes(token.type) ? contentIn(token, range) : '';
  return (token.children ?? [])
    .map((child) => {
      if (child.type === 'softbreak' || child.type === 'hardbreak') return ' ';
      return words.includes(child.type) ? contentIn(child, range) : '';
    })
    .join('');
}

/** The part of a token's content that comes from the range; what is indivisible is taken whole. */
function contentIn(token: Token, { start, end }: SourceRange): string {
  const map = sourceOf(token).source ?? [];
  let text = '';
  for (let run = 0; run < map.length; run += 4) {
    const [at = 0, source = 0, length = 0, sourceLength = 0] = map.slice(run, run + 4);
    if (source >= end || source + sourceLength <= start) continue;
    const divisible = length === sourceLength;
    const from = divisible ? Math.max(0, start - source) : 0;
    const to = divisible ? Math.min(length, end - source) : length;
    text += token.content.slice(at + from, at + to);
  }
  return text;
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
