import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import type { ContentMap } from '../tokens.ts';
import { addRun, addSlice, numberAt } from './positionsOfContent.ts';
import { placeTable } from './positionsOfTables.ts';

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

/** What was last taken out of the lines of a container, with the way back. */
interface TakenLines {
  readonly content: string;
  readonly map: ContentMap;
}

/**
 * Makes the block rules leave `range` and `source` in the tokens' `meta`. markdown-it itself only
 * knows lines; the columns are at hand while a rule runs, before its container takes them back.
 */
export function recordBlockPositions(md: MarkdownIt): void {
  let taken: TakenLines = { content: '', map: [] };
  md.block.State = class extends md.block.State {
    override getLines(begin: number, end: number, indent: number, keepLastLF: boolean): string {
      taken = takeLines(this, begin, end, indent, keepLastLF);
      return taken.content;
    }

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      if (type === 'list_item_open') beginAt(token, startOfLine(this, this.line));
      return token;
    }
  };
  for (const { name, fn, alt } of md.block.ruler.__rules__) {
    md.block.ruler.at(
      name,
      recordRule(fn, () => taken),
      { alt },
    );
  }
  md.core.ruler.after('block', 'ends_of_blocks', endBlocks);
  keepDeepLines(md);
}

/** What is nested too deeply would be dropped; it becomes a paragraph, with its marks as text. */
function keepDeepLines(md: MarkdownIt): void {
  const tokenize = md.block.tokenize.bind(md.block);
  const paragraph = md.block.ruler.__rules__.find(({ name }) => name === 'paragraph')?.fn;
  md.block.tokenize = (state, startLine, endLine) => {
    const line = state.skipEmptyLines(startLine);
    if (state.level < md.options.maxNesting || line >= endLine) tokenize(state, startLine, endLine);
    else {
      paragraph?.(state, line, endLine, false);
      state.line = endLine;
    }
  };
}

function recordRule(rule: BlockRule, taken: () => TakenLines): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (silent) return rule(state, startLine, endLine, true);
    const first = state.tokens.length;
    const start = startOfLine(state, startLine);
    if (!rule(state, startLine, endLine, false)) return false;
    const opened = state.tokens[first];
    if (opened !== undefined) {
      beginAt(opened, start);
      placeContent(state, first, opened, start, taken());
    }
    return true;
  };
}

function placeContent(
  state: StateBlock,
  first: number,
  opened: Token,
  start: number,
  taken: TakenLines,
): void {
  switch (opened.type) {
    case 'paragraph_open':
    case 'heading_open': {
      const inline = state.tokens[first + 1];
      if (inline === undefined) return;
      if (opened.markup.startsWith('#')) {
        const from = skipBlanks(state.src, start + opened.markup.length);
        inline.meta = { source: [0, from, inline.content.length, inline.content.length] };
      } else {
        const from = skipBlanks(taken.content, 0);
        const source: number[] = [];
        addSlice(source, 0, taken.map, from, from + inline.content.length);
        inline.meta = { source };
      }
      return;
    }
    case 'code_block':
    case 'fence':
    case 'html_block':
      opened.meta = { ...opened.meta, source: taken.map };
      return;
    case 'table_open':
      placeTable(state, first);
  }
}

function takeLines(
  state: StateBlock,
  begin: number,
  end: number,
  indent: number,
  keepLastLF: boolean,
): TakenLines {
  const parts: string[] = [];
  const map: number[] = [];
  let length = 0;
  for (let line = begin; line < end; line += 1) {
    const lineStart = numberAt(state.bMarks, line);
    const lineEnd = numberAt(state.eMarks, line);
    const shift = numberAt(state.tShift, line);
    const last = line + 1 < end || keepLastLF ? Math.min(lineEnd + 1, state.src.length) : lineEnd;
    let first = lineStart;
    let columns = 0;
    while (first < last && columns < indent) {
      const code = state.src.charCodeAt(first);
      if (code === 0x09) columns += 4 - ((columns + numberAt(state.bsCount, line)) % 4);
      else if (code === 0x20 || first - lineStart < shift) columns += 1;
      else break;
      first += 1;
    }
    if (columns > indent) {
      // A tab that reaches over the indentation: what is left of it stands as spaces.
      parts.push(' '.repeat(columns - indent));
      map.push(length, first - 1, columns - indent, 1);
      length += columns - indent;
    }
    parts.push(state.src.slice(first, last));
    addRun(map, length, first, last - first, last - first);
    length += last - first;
  }
  return { content: parts.join(''), map };
}

function startOfLine(state: StateBlock, line: number): number {
  return numberAt(state.bMarks, line) + numberAt(state.tShift, line);
}

function beginAt(token: Token, start: number): void {
  token.meta = { ...token.meta, range: { start, end: -1 } };
}

/** Gives every block that has a beginning its end: behind the last character of its lines. */
function endBlocks(state: StateCore): void {
  const ends = lineEnds(state.src);
  for (const token of state.tokens) {
    const range = token.meta?.['range'] as SourceRange | undefined;
    if (range?.end !== -1 || token.map === null) continue;
    let end = ends[token.map[1] - 1] ?? state.src.length;
    while (end > range.start && isBlank(state.src.charCodeAt(end - 1))) end -= 1;
    token.meta = { ...token.meta, range: { start: range.start, end } };
  }
}

function lineEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  ends.push(text.length);
  return ends;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a;
}
