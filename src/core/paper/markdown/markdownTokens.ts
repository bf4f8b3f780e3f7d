import createMarkdownIt, {
  type Env,
  type MarkdownIt,
  type StateCore,
  type Token,
} from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import { finish, type Steps } from '../steps.ts';
import type { ContentMap } from '../tokens.ts';
import { footnotes, type Notes } from './footnoteTokens.ts';
import { frontMatter } from './frontMatterTokens.ts';
import { parseBlocks, pauseBetweenBlocks } from './pausedBlocks.ts';
import { recordBlockPositions } from './positionsOfBlocks.ts';
import { composeMaps } from './positionsOfContent.ts';
import { recordInlinePositions } from './positionsOfInlines.ts';
import { normalText, type NormalText } from './positionsOfLines.ts';

/** What a text defines for all of its parts: markdown-it's own link definitions, and the footnotes. */
export interface Definitions {
  readonly references?: Record<string, { readonly title: string; readonly href: string }>;
  readonly notes?: Notes;
}

/**
 * The tokens of a Markdown text: CommonMark with tables, strikethrough, bare addresses, footnotes and
 * front matter. Every block has `meta.range`, everything shown has `meta.source` (see tokens.ts).
 * Notes stay where they are written; link definitions stay as hidden `reference_definition` tokens.
 */
export function parseMarkdown(text: string): Token[] {
  return finish(parsePart(text, 0)).tokens;
}

/**
 * The tokens of the part of a text that begins at `start`, and all definitions: those that are known of
 * the rest of the text, and the part's own.
 */
export function* parsePart(
  part: string,
  start: number,
  known: Definitions = {},
): Steps<{ readonly tokens: Token[]; readonly definitions: Definitions }> {
  const normal = normalText(part, start);
  const env: Env = { ...copyOf(known), normal };
  const state = new markdownIt.core.State(normal.text, markdownIt, env);
  for (const { name, fn } of markdownIt.core.ruler.__rules__.filter(({ enabled }) => enabled)) {
    if (name === 'block') yield* parseBlocks(state);
    else if (name === 'inline') yield* parseInlines(state);
    else fn(state);
    yield;
  }
  const { tokens } = state;
  const { references, notes } = env as Definitions;
  return { tokens, definitions: { ...(references && { references }), ...(notes && { notes }) } };
}

/** How many blocks are parsed for what stands in their lines before others may work. */
const inlinesAtOnce = 100;

/** markdown-it's rule "inline", in steps. */
function* parseInlines({ tokens, md, env }: StateCore): Steps<void> {
  let parsed = 0;
  for (const { type, content, children } of tokens) {
    if (type !== 'inline' || children === null) continue;
    md.inline.parse(content, md, env, children);
    parsed += 1;
    if (parsed % inlinesAtOnce === 0) yield;
  }
}

/** The parser adds to what it is given; notes of which all labels are known are counted anew. */
function copyOf({ references, notes }: Definitions): Definitions {
  const labels = [...(notes?.references.keys() ?? [])];
  return {
    ...(references && { references: { ...references } }),
    ...(notes && {
      notes: { references: new Map(labels.map((label) => [label, 0])), numbers: new Map() },
    }),
  };
}

/** What may follow "www.": a name with a dot in it, and a path that ends in no punctuation. */
const webName =
  /[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9][a-z0-9-]{0,62})+(?:[/?#](?:[^\s<>"'()[\]]*[^\s<>"'()[\].,;:!?*_])?)?/iuy;

const markdownIt = positionedMarkdownIt();

function positionedMarkdownIt(): MarkdownIt {
  const md = createMarkdownIt({ html: true, linkify: true, typographer: false });
  // An address is shown as it is written, so that every character of it has its place.
  md.normalizeLinkText = (address) => address;
  // The search for bare names ("word.in") takes longer than all the rest, and finds missing spaces.
  md.linkify.add('www.', {
    validate: (text, from) => {
      webName.lastIndex = from;
      return webName.exec(text)?.[0].length ?? 0;
    },
    normalize: (match) => {
      match.url = `http://${match.url}`;
    },
  });
  md.core.ruler.disable('strip_references');
  pauseBetweenBlocks(md);
  frontMatter(md);
  footnotes(md);
  recordBlockPositions(md);
  recordInlinePositions(md);
  md.core.ruler.push('places', placeTokens);
  return md;
}

/** Leads all places through the block's content and the line ends to the text itself. */
function placeTokens(state: StateCore): void {
  const normal = state.env['normal'] as NormalText;
  for (const token of state.tokens) {
    // Lines are of no use any more, and wrong as soon as a line is added before them.
    token.map = null;
    if (token.meta === null) continue;
    const range = token.meta['range'] as SourceRange | undefined;
    const source = token.meta['source'] as ContentMap | undefined;
    token.meta = {
      ...token.meta,
      ...(range === undefined ? {} : { range: normal.range(range) }),
      ...(source === undefined ? {} : { source: normal.map(source) }),
    };
    if (token.type === 'inline' && token.children !== null)
      placeChildren(token.children, (token.meta['source'] ?? []) as ContentMap);
  }
}

function placed({ start, end }: SourceRange, block: ContentMap): SourceRange {
  const [, from = 0, , length = 0] = composeMaps([0, start, 1, end - start], block);
  return { start: from, end: from + length };
}

const shown = new Set(['text', 'code_inline', 'image', 'html_inline']);

function isShown({ type, content }: Token): boolean {
  return type.endsWith('break') || (shown.has(type) && content !== '');
}

function placeChildren(children: readonly Token[], block: ContentMap): void {
  for (const token of children) {
    if (token.meta === null) continue;
    const { source, range, ...rest } = token.meta;
    const meta =
      range === undefined ? rest : { ...rest, range: placed(range as SourceRange, block) };
    if (source === undefined) {
      token.meta = meta;
      continue;
    }
    // An emphasis mark began as text; its place is of no use any more.
    token.meta = isShown(token)
      ? { ...meta, source: composeMaps(source as ContentMap, block) }
      : meta;
    if (token.children !== null) placeChildren(token.children, block);
  }
}
