import type { Token } from 'markdown-it';
import { tokensOf } from '../paper/chunks.ts';
import { footnoteOf } from '../paper/markdown/footnoteTokens.ts';
import type { Block, Paper, Role } from '../paper/paper.ts';
import { comment, escapeLineStart } from './markdownEscapes.ts';
import { markdownFrontMatter } from './markdownFrontMatter.ts';
import { markdownInlines, type ImageAddress } from './markdownInlines.ts';
import { markdownTable } from './markdownTable.ts';

/** How a paper becomes Markdown. */
export interface ConversionOptions {
  /** Where its own pictures are, seen from the Markdown file; without it only their descriptions are kept. */
  readonly imageAddress?: ImageAddress;
}

/**
 * A paper as a Markdown file: what it says about itself as front matter, titles and headings as headings,
 * notes as footnotes, page marks and site text as comments. The words of all blocks are there in order.
 */
export function paperToMarkdown(paper: Paper, options: ConversionOptions = {}): string {
  const { imageAddress = () => null } = options;
  const blocks = new Map(paper.blocks.map((block) => [block.token, block]));
  const tokens = tokensOf(paper.chunks);
  const body = writeAll({ tokens, blocks, imageAddress }, 0, tokens.length);
  return `${[markdownFrontMatter(paper), ...body.map((lines) => lines.join('\n'))].join('\n\n')}\n`;
}

interface Writer {
  readonly tokens: readonly Token[];
  /** Blocks by the token that opens them. */
  readonly blocks: ReadonlyMap<number, Block>;
  readonly imageAddress: ImageAddress;
}

/** Roles of lines that are headings, whatever the source made of them. */
const headings: Readonly<Partial<Record<Role, number>>> = {
  title: 1,
  heading: 2,
  keyPointsHeading: 2,
  recommendationsHeading: 2,
};

type Lines = readonly string[];

/** The blocks between two tokens, each as its lines. */
function writeAll(writer: Writer, from: number, to: number): readonly Lines[] {
  const written: Lines[] = [];
  let listBefore = '';
  for (let at = from; at < to;) {
    const end = endOf(writer.tokens, at);
    const token = writer.tokens[at];
    const lines = token === undefined ? [] : write(writer, token, at, end);
    const list = token?.type.endsWith('_list_open') ? token.type : '';
    // Two lists in a row would become one.
    if (list !== '' && list === listBefore) written.push([comment('')]);
    if (lines.length > 0) {
      written.push(lines);
      listBefore = list;
    }
    at = end + 1;
  }
  return written;
}

/** Index of the token that closes what this one opens; its own where it opens nothing. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth <= 0) return at;
  }
  return tokens.length - 1;
}

function write(writer: Writer, token: Token, start: number, end: number): Lines {
  const folded = siteTextIn(writer, start, end);
  if (folded !== null) return [comment(folded)];
  const inside = (): readonly Lines[] => writeAll(writer, start + 1, end);
  switch (token.type) {
    case 'heading_open':
    case 'paragraph_open':
      return line(writer, token, start);
    case 'bullet_list_open':
    case 'ordered_list_open':
      return inside().flat();
    case 'list_item_open':
      return item(token, inside());
    case 'blockquote_open':
      return spaced(inside()).map((each) => `> ${each}`.trimEnd());
    case 'footnote_open':
      return hanging(`[^${footnoteOf(token).number}]: `, spaced(inside()), 4);
    case 'table_open':
      return markdownTable(writer.tokens.slice(start, end), writer.imageAddress);
    case 'fence':
    case 'code_block':
      return preformatted(writer, token);
    case 'hr':
      return ['***'];
    case 'html_block':
      return [token.content.trimEnd()];
    default:
      // The front matter is written anew, addresses of links stand with the links.
      return [];
  }
}

/** The words of an element that is site text in all its blocks; null for any other. */
function siteTextIn({ tokens, blocks }: Writer, start: number, end: number): string | null {
  if (tokens[start]?.level !== 0) return null;
  const texts: string[] = [];
  for (let at = start; at <= end; at += 1) {
    const block = blocks.get(at);
    if (block === undefined) continue;
    if (block.role !== 'siteText') return null;
    texts.push(`${block.ordinal ?? ''} ${block.text}`.trim());
  }
  return texts.length === 0 ? null : texts.join('\n');
}

function line({ tokens, blocks, imageAddress }: Writer, token: Token, at: number): Lines {
  const role = blocks.get(at)?.role ?? 'body';
  const form = token.type === 'heading_open' ? Number(token.tag.slice(1)) : null;
  const level = role === 'title' ? 1 : form === null ? headings[role] : Math.max(2, form);
  const inlines = tokens[at + 1]?.children ?? [];
  const shown = level === undefined ? inlines : withoutBoldOfAll(inlines);
  const text = markdownInlines(shown, imageAddress).trim();
  if (text === '') return [];
  if (level === undefined) return paragraph(text);
  return [`${'#'.repeat(level)} ${text.replaceAll('\\\n', ' ')}`];
}

/** A heading is bold as it is: where all of it is marked so, the marks say nothing. */
function withoutBoldOfAll(inlines: readonly Token[]): readonly Token[] {
  const isMark = ({ type }: Token): boolean => type === 'strong_open' || type === 'strong_close';
  let depth = 0;
  for (const token of inlines) {
    if (isMark(token)) depth += token.nesting;
    else if (depth === 0 && token.content.trim() !== '') return inlines;
  }
  return inlines.filter((token) => !isMark(token));
}

/** A line that begins with a comment would be a comment to its end: it goes before the line. */
function paragraph(text: string): Lines {
  const [, pages = '', words = text] = /^((?:<!--[^>]*-->\s*)+)(.*)$/su.exec(text) ?? [];
  const lines = words.replace(/\\\n((?:<!--[^>]*-->\s*)+)/gu, ' $1\\\n').split('\n');
  const escaped = words === '' ? [] : lines.map(escapeLineStart);
  if (pages === '') return escaped;
  return words === '' ? [pages.trim()] : [pages.trim(), '', ...escaped];
}

/** An item behind its number, or behind a dash where Markdown has no such marker. */
function item({ info, markup }: Token, blocks: readonly Lines[]): Lines {
  const marker = `${info}${markup}`;
  if (/^\d{1,9}[.)]$/u.test(marker))
    return hanging(`${marker} `, joined(blocks), marker.length + 1);
  const printed = /^[-+*•]?$/u.test(marker) ? '' : `${escapeLineStart(marker)} `;
  return hanging(`- ${printed}`, joined(blocks), 2);
}

/** The blocks of an item: a list follows its line at once, everything else after a blank line. */
function joined(blocks: readonly Lines[]): Lines {
  return blocks.flatMap((lines, at) => {
    const isList = /^(?:-|\d{1,9}[.)]) /u.test(lines[0] ?? '');
    return at === 0 || isList ? lines : ['', ...lines];
  });
}

function spaced(blocks: readonly Lines[]): Lines {
  return blocks.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

/** Lines with a marker before the first, and the others indented to stand below its text. */
function hanging(marker: string, lines: Lines, indent: number): Lines {
  const [first = '', ...rest] = lines;
  const blank = ' '.repeat(indent);
  return [`${marker}${first}`.trimEnd(), ...rest.map((each) => (each === '' ? '' : blank + each))];
}

function preformatted({ imageAddress }: Writer, token: Token): Lines {
  const content = token.content.replace(/\n$/u, '');
  const longest = Math.max(2, ...(content.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pages = markdownInlines(token.children ?? [], imageAddress);
  const block = [`${fence}${token.info}`, ...content.split('\n'), fence];
  return pages === '' ? block : [pages, '', ...block];
}
