import type { Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import type { TokenList } from '../text/tokenList.ts';
import { sourceOf } from '../tokens.ts';
import { lineTokens, markerToken, pageMark, type Writing } from './lineTokens.ts';
import type { AboutBlock, DocumentBlock, Inline } from './paperDocument.ts';
import { isShown, trimmedLine } from './trimmedLine.ts';

/** A document while its blocks are written. */
export interface DocumentWriting extends Writing {
  readonly list: TokenList;
  /** What the source says about the block that a token opens. */
  readonly about: Map<number, AboutBlock>;
  /** Labels of the notes that were written, and how many notes had a label that was known by then. */
  readonly written: Set<string>;
  repeats: number;
  /** How many lists are open. */
  lists: number;
  /** Whether a marker was written last, which the words follow in the same line. */
  isBehindMarker: boolean;
}

/** Parts what is written next from what stands before it. */
export function begin(writing: DocumentWriting, gap = gapIn(writing)): void {
  const isFirst = writing.text.length === 0 || writing.isBehindMarker;
  writing.isBehindMarker = false;
  if (!isFirst) writing.text.add(gap);
}

/** Blocks are parted by a blank line, in lists by a line end and the indent of their item. */
function gapIn({ lists }: DocumentWriting): string {
  return lists === 0 ? '\n\n' : `\n${'  '.repeat(lists)}`;
}

/** Leaves what the source says about a block with the token that opens it. */
export function describe(
  { list, about: known }: DocumentWriting,
  index: number,
  about: AboutBlock,
  id: string | undefined,
): void {
  known.set(index, about);
  const token = list.tokens[index];
  if (id !== undefined && token !== undefined) token.meta = { ...sourceOf(token), id };
}

/** A line that was written: its tokens and where it stands. */
interface WrittenLine {
  readonly tokens: Token[];
  readonly range: SourceRange;
}

/** Writes a block's line. Of one that shows nothing only the pages are kept, for the next: null. */
function writeLine(
  writing: DocumentWriting,
  content: readonly Inline[],
  about: AboutBlock,
  marker = '',
): WrittenLine | null {
  const line = trimmedLine(content);
  if (!line.some(isShown)) {
    for (const inline of line) if (inline.type === 'page') writing.text.turnTo(inline.page);
    return null;
  }
  begin(writing);
  const start = writing.text.length;
  const number = marker === '' ? [] : [markerToken(writing, marker)];
  const tokens = lineTokens(writing, line, {
    lineEnd: '\n',
    showsPages: about.siteText === undefined,
  });
  return { tokens: [...number, ...tokens], range: { start, end: writing.text.length } };
}

/** Writes a paragraph; `isHidden` where it is the one paragraph of a list item. */
export function writeParagraph(
  writing: DocumentWriting,
  content: readonly Inline[],
  about: AboutBlock,
  { id, isHidden = false }: { readonly id: string | undefined; readonly isHidden?: boolean },
): void {
  const line = writeLine(writing, content, about);
  if (line === null) return;
  const index = writing.list.paragraph(noPassage, line.range, isHidden, line.tokens);
  describe(writing, index, about, id);
}

/** Writes a heading; levels beyond those that there are become the nearest. */
export function writeHeading(
  writing: DocumentWriting,
  { level, content, marker, id }: Extract<DocumentBlock, { readonly type: 'heading' }>,
  about: AboutBlock,
): void {
  const line = writeLine(writing, content, about, marker?.trim());
  if (line === null) return;
  const tag = `h${Math.min(6, Math.max(1, Math.round(level) || 1))}`;
  const index = writing.list.open('heading', tag, line.range);
  writing.list.inline(noPassage, line.tokens);
  writing.list.close('heading', tag);
  describe(writing, index, about, id);
}

/** Writes text that is shown character by character, without blank lines at its ends. */
export function writePreformatted(
  writing: DocumentWriting,
  text: string,
  about: AboutBlock,
  id: string | undefined,
): void {
  const content = text.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd();
  if (content === '') return;
  begin(writing);
  const start = writing.text.add(content);
  const range = { start, end: writing.text.length };
  const map = [0, start, content.length, content.length];
  const index = writing.list.preformatted({ content, map }, range);
  describe(writing, index, about, id);
  const token = writing.list.tokens[index];
  if (token !== undefined && about.siteText === undefined)
    token.children = writing.text.takePages().map(pageMark);
}

/** What stands in a line is handed over as tokens, so there is nothing left to be read. */
const noPassage = { content: '', map: [] };
