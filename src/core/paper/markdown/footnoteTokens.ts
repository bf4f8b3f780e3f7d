import type { MarkdownIt, Env, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import type { SourceMeta } from '../tokens.ts';
import { numberAt } from './positionsOfContent.ts';

/**
 * What `footnote_open` and `footnote_ref` carry in `meta`, beside their places. Numbers follow the
 * first references; notes that nothing refers to, and repeated ones, are numbered behind them.
 */
export interface FootnoteMeta {
  readonly label: string;
  readonly number: number;
  /** How many references to the same note stand before this one; 0 in `footnote_open`. */
  readonly occurrence: number;
}

/** What a token of a footnote says about it; number 0 for a token that is none. */
export function footnoteOf(token: Token | undefined): FootnoteMeta {
  const { label = '', number = 0, occurrence = 0 } = (token?.meta ?? {}) as Partial<FootnoteMeta>;
  return { label, number, occurrence };
}

/** The footnotes of a text. */
export interface Notes {
  /** Labels that are defined, with the number of references so far. */
  readonly references: Map<string, number>;
  /** Numbers of the labels that were referred to. */
  readonly numbers: Map<string, number>;
}

/**
 * Footnotes `[^label]` with `[^label]: note`. The notes stay where they are written (`footnote_open`
 * to `footnote_close`), so that blocks and tokens keep the order of the source.
 */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote', footnoteBlock, {
    alt: ['paragraph', 'reference'],
  });
  md.inline.ruler.after('image', 'footnote_ref', footnoteReference);
  md.core.ruler.after('inline', 'footnote_numbers', numberFootnotes);
}

const definition = /^\[\^([^\s\]]+)\]:/u;
const reference = /\[\^([^\s\]]+)\]/uy;

function notesOf(env: Env): Notes {
  env['notes'] ??= { references: new Map(), numbers: new Map() } satisfies Notes;
  return env['notes'] as Notes;
}

function footnoteBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const mark = numberAt(state.bMarks, line);
  const shift = numberAt(state.tShift, line);
  const columns = numberAt(state.sCount, line);
  const end = numberAt(state.eMarks, line);
  if (columns - state.blkIndent >= 4 || state.src.charCodeAt(mark + shift) !== 0x5b) return false;
  const match = definition.exec(state.src.slice(mark + shift, end));
  const label = match?.[1];
  if (match === null || label === undefined) return false;
  if (silent) return true;

  const { references } = notesOf(state.env);
  const isFirst = !references.has(label);
  if (isFirst) references.set(label, 0);
  const opened = state.push('footnote_open', '', 1);
  opened.meta = { label, isFirst };
  const lines: [number, number] = [line, line + 1];
  opened.map = lines;

  const content = state.skipSpaces(mark + shift + match[0].length);
  const parent = state.parentType;
  state.bMarks[line] = mark + shift + match[0].length;
  state.tShift[line] = content - numberAt(state.bMarks, line);
  state.blkIndent += 4;
  // The first line counts as indented, however far the note stands from its label.
  state.sCount[line] = state.blkIndent;
  state.parentType = 'footnote';
  if (content < end) state.md.block.tokenize(state, line, endLine);
  else {
    state.line = line + 1;
    state.md.block.tokenize(state, line + 1, endLine);
  }
  state.parentType = parent;
  state.blkIndent -= 4;
  state.bMarks[line] = mark;
  state.tShift[line] = shift;
  state.sCount[line] = columns;
  if (state.line <= line) state.line = line + 1;
  lines[1] = state.line;
  state.push('footnote_close', '', -1);
  return true;
}

function footnoteReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b) return false;
  reference.lastIndex = state.pos;
  const match = reference.exec(state.src);
  const label = match?.[1];
  const { references, numbers } = notesOf(state.env);
  if (match === null || label === undefined || !references.has(label)) return false;
  if (state.pos + match[0].length > state.posMax) return false;
  if (!silent) {
    const occurrence = references.get(label) ?? 0;
    references.set(label, occurrence + 1);
    const number = numbers.get(label) ?? numbers.size + 1;
    numbers.set(label, number);
    const token = state.push('footnote_ref', '', 0);
    token.markup = match[0];
    const range = { start: state.pos, end: state.pos + match[0].length };
    token.meta = { label, number, occurrence, range } satisfies FootnoteMeta & SourceMeta;
  }
  state.pos += match[0].length;
  return true;
}

function numberFootnotes(state: StateCore): void {
  const { numbers } = notesOf(state.env);
  let next = numbers.size + 1;
  for (const token of state.tokens) {
    if (token.type !== 'footnote_open') continue;
    const { label, isFirst, ...meta } = token.meta as { label: string; isFirst: boolean };
    const known = isFirst ? numbers.get(label) : undefined;
    const number = known ?? next;
    if (known === undefined) next += 1;
    token.meta = { ...meta, label, number, occurrence: 0 } satisfies FootnoteMeta;
  }
}
