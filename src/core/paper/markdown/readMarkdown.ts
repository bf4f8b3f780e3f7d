import type { FormBlock, Reading } from '../reading.ts';
import { finish, type Steps } from '../steps.ts';
import { readFrontMatter } from './frontMatter.ts';
import { readStretch, type Stretch } from './readStretch.ts';
import { replaceStretch } from './replaceStretch.ts';

/** A Markdown text as it was read, with what it takes to read it again after an edit. */
export interface MarkdownReading extends Reading {
  /** The text with blanks in place of the header, which keep every offset. */
  readonly body: string;
  readonly content: Stretch;
}

/**
 * Reads Markdown, with any front matter that it begins with; reads what it can of anything. Of a text that
 * was read before only the blocks around the edit are parsed; the result is the same.
 */
export function readMarkdown(text: string, before: MarkdownReading | null = null): MarkdownReading {
  return finish(markdownSteps(text, before));
}

/** The same, in steps. */
export function* markdownSteps(
  text: string,
  before: MarkdownReading | null,
): Steps<MarkdownReading> {
  const frontMatter = readFrontMatter(text);
  const end = frontMatter?.range.end ?? 0;
  const body = text.slice(0, end).replace(/[^\n\r]/g, ' ') + text.slice(end);
  const again = before === null ? null : replaceStretch(before.body, before.content, body);
  const content = again ?? (yield* readStretch(body, { start: 0, end: body.length }));
  const reading = { chunks: content.chunks, body, content };
  if (frontMatter === null) return { ...reading, blocks: content.blocks, problems: [] };
  const { range, problems } = frontMatter;
  const header: FormBlock = {
    kind: 'frontMatter',
    range,
    text: '',
    level: 0,
    ordinal: null,
    token: -1,
  };
  return { ...reading, blocks: [header, ...content.blocks], problems, frontMatter };
}
