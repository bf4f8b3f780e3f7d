import type { Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import { sourceOf } from '../tokens.ts';
import {
  blockOfLine,
  joinLines,
  linesOfParagraph,
  startOfLine,
  token,
  trimmed,
  withoutStart,
  type ParagraphLine,
} from './linesOfParagraphs.ts';

/** Longest text that is taken for a heading, in characters. */
const longestHeading = 160;

const glyphLine = /^[^\S\n]*([•‣▪■□◦●○◆◇►▶▸✓✔➢➤❖\uF0A7\uF0B7])\s+(?=\S)/mu;
const glyphBullet = /^([•‣▪■□◦●○◆◇►▶▸✓✔➢➤❖\uF0A7\uF0B7])\s+(?=\S)/u;

/** Lines without which nothing can be meant for something else. */
const cue = /^[^\S\n]*(?:#{1,6}[^#\s]|[•‣▪■□◦●○◆◇►▶▸✓✔➢➤❖\uF0A7\uF0B7]\s)/mu;

/**
 * Makes of paragraphs what they are meant to be: headings of lines like "##Title" without the space,
 * and lists of lines that begin with a printed bullet. CommonMark takes both for text, but papers
 * that were converted to Markdown have them. `range` is where in the text the tokens stand.
 */
export function withMeantBlocks(
  text: string,
  { start, end }: SourceRange,
  tokens: readonly Token[],
): readonly Token[] {
  if (!cue.test(text.slice(start, end))) return tokens;
  const glyphs = tokens.map((each, at) => (isOutermost(tokens, at) ? firstGlyph(each) : ''));
  const output: Output = { tokens: [], list: undefined };
  for (let at = 0; at < tokens.length; at += 1) {
    const [open, inline] = [tokens[at], tokens[at + 1]];
    if (open === undefined) break;
    const meant =
      inline !== undefined && isOutermost(tokens, at + 1)
        ? meantBlocks(text, open, inline, [glyphs[at - 2], glyphs[at + 4]])
        : null;
    if (meant === null) join(output, [open]);
    else {
      for (const block of meant) join(output, block);
      at += 2;
    }
  }
  return output.tokens;
}

/** Whether a token is the content of a paragraph that stands in nothing else. */
function isOutermost(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.type === 'inline' && before?.type === 'paragraph_open' && before.level === 0;
}

function firstGlyph(inline: Token): string {
  return glyphLine.exec(inline.content)?.[1] ?? '';
}

/** The blocks that a paragraph is meant to be; null if it is a paragraph. */
function meantBlocks(
  text: string,
  open: Token,
  inline: Token,
  neighbours: readonly (string | undefined)[],
): readonly Token[][] | null {
  const { range } = sourceOf(open);
  if (range === undefined) return null;
  const lines = linesOfParagraph(inline, range);
  const own = lines.map((line) => glyphBullet.exec(startOfLine(line))?.[1] ?? '');
  const glyph = own.find((each) => each !== '') ?? '';
  const siblings = [...own, ...neighbours].filter((each) => each === glyph).length;
  const isList = glyph !== '' && siblings >= 2;
  if (!isList && !lines.some((line) => headingLevel(line) > 0)) return null;
  const blocks: Token[][] = [];
  for (const group of grouped(lines, isList)) {
    const [first] = group;
    if (first === undefined) continue;
    const level = headingLevel(first);
    const mark = isList ? glyphBullet.exec(startOfLine(first)) : null;
    if (mark !== null) blocks.push(listItem(text, group, mark[0].length, mark[1] ?? ''));
    else if (level > 0) blocks.push(heading(text, first, level));
    else blocks.push(blockOfLine(text, 'paragraph', 'p', joinLines(group)));
  }
  return blocks;
}

/** Lines that stay together: a heading is alone, an item goes on until the next. */
function grouped(lines: readonly ParagraphLine[], isList: boolean): readonly ParagraphLine[][] {
  const groups: ParagraphLine[][] = [];
  let isAlone = true;
  for (const line of lines) {
    const isHeading = headingLevel(line) > 0;
    const isItem = isList && glyphBullet.test(startOfLine(line));
    if (isAlone || isHeading || isItem) groups.push([line]);
    else groups.at(-1)?.push(line);
    isAlone = isHeading;
  }
  return groups;
}

/** The level of the heading that a line is meant to be, or 0; one "#" has to look like a title, not like a hashtag. */
function headingLevel(line: ParagraphLine): number {
  const [, marks = '', words = ''] = /^(#{1,6})([^#\s].*)$/u.exec(startOfLine(line)) ?? [];
  const whole = line.children.map(({ content }) => content).join('');
  if (marks === '' || whole.length > longestHeading) return 0;
  if (marks.length > 1) return marks.length;
  const looksLikeTitle = /^\p{Lu}[^#]*\s[^#]*[^#.!?,;:\s]$/u.test(whole.slice(1));
  return looksLikeTitle && words !== '' ? 1 : 0;
}

function heading(text: string, line: ParagraphLine, level: number): Token[] {
  const bare = withoutStart(line, level, /\s*#+\s*$/u);
  const tokens = blockOfLine(text, 'heading', `h${level}`, bare);
  for (const each of tokens) if (each.type !== 'inline') each.markup = '#'.repeat(level);
  return tokens;
}

function listItem(
  text: string,
  lines: readonly ParagraphLine[],
  length: number,
  glyph: string,
): Token[] {
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  const content = joinLines([withoutStart(first, length), ...rest]);
  const range = trimmed(text, content.range);
  const paragraph = blockOfLine(text, 'paragraph', 'p', content);
  for (const each of paragraph) {
    each.level += 2;
    each.hidden = each.type !== 'inline';
  }
  const list = token('bullet_list_open', 'ul', 1);
  const item = token('list_item_open', 'li', 1);
  const itemEnd = token('list_item_close', 'li', -1);
  const listEnd = token('bullet_list_close', 'ul', -1);
  for (const each of [list, item, itemEnd, listEnd]) each.markup = glyph;
  for (const each of [list, item]) each.meta = { range };
  for (const each of [item, itemEnd]) each.level = 1;
  return [list, item, ...paragraph, itemEnd, listEnd];
}

/** Tokens so far, with the list that the last of them closes. */
interface Output {
  readonly tokens: Token[];
  list: Token | undefined;
}

/** Puts blocks behind others; a list that goes on with the same bullet is one list. */
function join(output: Output, blocks: readonly Token[]): void {
  const [last, first] = [output.tokens.at(-1), blocks[0]];
  const goesOn =
    last?.type === 'bullet_list_close' &&
    first?.type === 'bullet_list_open' &&
    output.list !== undefined &&
    last.markup === first.markup;
  if (goesOn && output.list !== undefined) {
    const start = sourceOf(output.list).range?.start ?? 0;
    const end = sourceOf(first).range?.end ?? start;
    output.list.meta = { ...output.list.meta, range: { start, end } };
    output.tokens.pop();
    for (const each of blocks.slice(1)) output.tokens.push(each);
  } else {
    for (const each of blocks) output.tokens.push(each);
    output.list = first?.type === 'bullet_list_open' ? first : undefined;
  }
}
