import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { contentMapOf, type ContentMap } from '../tokens.ts';
import { addSlice } from './positionsOfContent.ts';

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/**
 * Makes the inline rules leave in `meta.source` where each token's content stands in the content of
 * its block. Text that waits in `state.pending` is always one piece of it: every rule that skips a
 * character also pushes a token, and a push ends the wait. So its beginning is all that is kept.
 */
export function recordInlinePositions(md: MarkdownIt): void {
  const begins = new WeakMap<StateInline, number>();
  md.inline.State = class extends md.inline.State {
    override pushPending(): Token {
      const token = super.pushPending();
      token.meta = { source: equalRun(begins.get(this) ?? 0, token) };
      return token;
    }
  };
  // Else the tokenizer itself would take what no rule wants, and no rule would see it.
  md.inline.ruler.push('any_character', (state, silent) => {
    if (!silent) state.pending += state.src.charAt(state.pos);
    state.pos += 1;
    return true;
  });
  for (const { name, fn } of md.inline.ruler.__rules__)
    md.inline.ruler.at(name, recordRule(name, fn, begins));
  const tokenize = md.inline.tokenize.bind(md.inline);
  md.inline.tokenize = (state) => {
    // Nested too deeply: the tokenizer takes all the rest as it stands.
    if (state.level >= md.options.maxNesting && state.pending === '') begins.set(state, state.pos);
    tokenize(state);
  };
  md.inline.ruler2.at('fragments_join', joinFragments);
  md.core.ruler.at('linkify', recordLinkify(md));
  md.core.ruler.at('text_join', joinTexts);
}

function recordRule(
  name: string,
  rule: InlineRule,
  begins: WeakMap<StateInline, number>,
): InlineRule {
  return (state, silent) => {
    if (silent) return rule(state, true);
    const from = state.pos;
    const first = state.tokens.length;
    const waits = state.pending !== '';
    if (!rule(state, false)) return false;
    if (!waits && state.pending !== '') begins.set(state, from);
    // What stands between the brackets of a link was recorded by the rules it went through.
    if (name === 'link') return true;
    let at = from;
    for (let index = first; index < state.tokens.length; index += 1) {
      const token = state.tokens[index];
      if (token === undefined || token.meta?.['source'] !== undefined) continue;
      const source = sourceIn(state, name, token, at, from);
      if (source !== null) token.meta = { ...token.meta, source };
      at += token.content.length;
    }
    return true;
  };
}

/** Where a new token's content stands: `from` is where its rule began, `at` behind its last token. */
function sourceIn(
  state: StateInline,
  rule: string,
  token: Token,
  at: number,
  from: number,
): ContentMap | null {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [0, state.src.charCodeAt(from) === 0x5c ? from + 1 : from, 1, 1];
    case 'code_inline': {
      const inside = state.pos - from - 2 * token.markup.length;
      const trimmed = token.content.length < inside ? 1 : 0;
      return equalRun(from + token.markup.length + trimmed, token);
    }
    case 'text_special':
      if (rule === 'entity') return [0, from, token.content.length, state.pos - from];
      return equalRun(from + token.markup.length - token.content.length, token);
    case 'image':
      for (const child of token.children ?? []) moveSource(child, from + 2);
      return equalRun(from + 2, token);
    case 'html_inline':
      return equalRun(from, token);
    case 'text':
      if (rule === 'linkify') return equalRun(state.pos - token.content.length, token);
      if (rule === 'autolink') return equalRun(from + 1, token);
      return equalRun(at, token);
    default:
      return null;
  }
}

function equalRun(from: number, { content }: Token): ContentMap {
  return content === '' ? [] : [0, from, content.length, content.length];
}

function moveSource(token: Token, by: number): void {
  const source = token.meta?.['source'] as ContentMap | undefined;
  if (source !== undefined)
    token.meta = {
      ...token.meta,
      source: source.map((value, index) => (index % 4 === 1 ? value + by : value)),
    };
  for (const child of token.children ?? []) moveSource(child, by);
}

/** markdown-it's own rule of this name, but joining the places too; it also settles the levels. */
function joinFragments(state: StateInline): void {
  let level = 0;
  for (const token of state.tokens) {
    if (token.nesting < 0) level -= 1;
    token.level = level;
    if (token.nesting > 0) level += 1;
  }
  joinNeighbours(state.tokens);
}

function joinTexts(state: StateCore): void {
  for (const { type, children } of state.tokens)
    if (type === 'inline' && children !== null) joinIn(children);
}

function joinIn(tokens: Token[]): void {
  for (const token of tokens) {
    if (token.type === 'text_special') token.type = 'text';
    if (token.children !== null) joinIn(token.children);
  }
  joinNeighbours(tokens);
}

/** Joins text tokens that stand side by side, in place; the last of each group takes all. */
function joinNeighbours(tokens: Token[]): void {
  let kept = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    let end = index;
    while (tokens[end]?.type === 'text' && tokens[end + 1]?.type === 'text') end += 1;
    const last = tokens[end];
    if (last === undefined) continue;
    if (end > index) joinInto(last, tokens.slice(index, end + 1));
    tokens[kept] = last;
    kept += 1;
    index = end;
  }
  tokens.length = kept;
}

function joinInto(target: Token, group: readonly Token[]): void {
  const source: number[] = [];
  let length = 0;
  for (const token of group) {
    addSlice(source, length, contentMapOf(token), 0, token.content.length);
    length += token.content.length;
  }
  target.content = group.map(({ content }) => content).join('');
  target.meta = { ...target.meta, source };
}

/** markdown-it's rule for bare addresses; the texts it splits keep their places. */
function recordLinkify(md: MarkdownIt): (state: StateCore) => void {
  const linkify = md.core.ruler.__rules__.find(({ name }) => name === 'linkify')?.fn;
  return (state) => {
    const before = state.tokens.map(({ children }) => children);
    linkify?.(state);
    state.tokens.forEach(({ children }, index) => {
      const old = before[index] ?? null;
      if (children !== null && old !== null && children !== old) placeSplit(old, children);
    });
  };
}

function placeSplit(before: readonly Token[], after: readonly Token[]): void {
  const kept = new Set(after);
  const known = new Set(before);
  // The new texts are the old ones cut to pieces, in the same order, with nothing left out.
  const map: number[] = [];
  let at = 0;
  let length = 0;
  for (const token of before) {
    if (kept.has(token)) continue;
    addSlice(map, length, contentMapOf(token), 0, token.content.length);
    length += token.content.length;
  }
  for (const token of after) {
    if (known.has(token) || token.type !== 'text') continue;
    const source: number[] = [];
    addSlice(source, 0, map, at, at + token.content.length);
    token.meta = { source };
    at += token.content.length;
  }
}
