import { wholeChunk } from '../chunks.ts';
import type { FormBlock, Reading } from '../reading.ts';
import { blocksFromTokens } from './blocks.ts';
import { readFrontMatter } from './frontMatter.ts';
import { parseMarkdown } from './markdownTokens.ts';
import { withMeantBlocks } from './meantBlocks.ts';

/** Reads Markdown, with any front matter that it begins with; reads what it can of anything. */
export function readMarkdown(text: string): Reading {
  const frontMatter = readFrontMatter(text);
  const end = frontMatter?.range.end ?? 0;
  // Blanks in place of the header keep every offset, whatever form the header has.
  const body = text.slice(0, end).replace(/[^\n\r]/gu, ' ') + text.slice(end);
  const tokens = withMeantBlocks(body, parseMarkdown(body));
  const blocks = blocksFromTokens(body, tokens);
  const chunks = wholeChunk(tokens);
  if (frontMatter === null) return { chunks, blocks, problems: [] };
  const header: FormBlock = {
    kind: 'frontMatter',
    range: frontMatter.range,
    text: '',
    level: 0,
    ordinal: null,
    token: -1,
  };
  return { chunks, blocks: [header, ...blocks], problems: frontMatter.problems, frontMatter };
}
