import createMarkdownIt, { type Token } from 'markdown-it';
import type { Block, Role, SourceRange } from '../paper/paper.ts';
import { sourceOf } from '../paper/tokens.ts';
import { noteReferencesIn } from './drawFootnotes.ts';
import { headingsIn, placesIn, type UnitHeading, type UnitPlace } from './headings.ts';
import { htmlBlockTokens } from './htmlBlocks.ts';
import type { PartKind } from './renderedPaper.ts';
import { noteLabelsIn } from './typedNotes.ts';

const { Token: MarkdownToken } = createMarkdownIt;

/** A top-level piece of a paper that is for one thing: a block, or neighbouring items of a list. */
export interface Unit {
  /** Balanced; a list's items have the list around them. */
  readonly tokens: readonly Token[];
  readonly range: SourceRange;
  readonly role: Role;
  readonly kind: PartKind;
  readonly blocks: readonly Block[];
  /** The blocks by the tokens that open them. */
  readonly opened: ReadonlyMap<Token, Block>;
  readonly headings: readonly UnitHeading[];
  /** What links lead to by the source's own ids. */
  readonly places: readonly UnitPlace[];
  /** The numbers of the notes that it refers to, in order. */
  readonly noteReferences: readonly number[];
  /** The labels of notes in it whose marks are typed by hand. */
  readonly noteLabels: readonly string[];
}

const kinds: Partial<Record<Role, PartKind>> = {
  siteText: 'siteText',
  related: 'siteText',
  associatedFiles: 'siteText',
  about: 'siteText',
  posting: 'siteText',
  tags: 'siteText',
  metadata: 'siteText',
  series: 'titleBlock',
  title: 'titleBlock',
  subtitle: 'titleBlock',
  byline: 'titleBlock',
  date: 'titleBlock',
  publisher: 'titleBlock',
  handlingMark: 'titleBlock',
  summary: 'summary',
  keyPointsHeading: 'keyPoints',
  keyPoint: 'keyPoints',
  recommendationsHeading: 'recommendations',
  recommendation: 'recommendations',
  footnote: 'footnotes',
  reference: 'references',
  disclaimer: 'quiet',
};

/** Tokens that stand by themselves, as units; `blocks` are theirs, with tokens counted from the first. */
export function unitsOf(
  text: string,
  given: readonly Token[],
  blocks: readonly Block[],
): readonly Unit[] {
  const opened = new Map<Token, Block>();
  const tokens: Token[] = [];
  const byToken = new Map<number, Block[]>();
  for (const block of blocks) {
    const known = byToken.get(block.token);
    if (known === undefined) byToken.set(block.token, [block]);
    else known.push(block);
  }
  given.forEach((token, index) => {
    const own = byToken.get(index) ?? [];
    if (token.type === 'html_block') {
      const drawn = htmlBlockTokens(token);
      assign(opened, drawn, own);
      for (const each of drawn) tokens.push(each);
      return;
    }
    if (own[0] !== undefined) opened.set(token, own[0]);
    tokens.push(token);
  });
  const units = topLevel(tokens).flatMap((piece) => unitsOfPiece(piece, opened));
  const bare = byToken.get(-1) ?? [];
  if (bare.length === 0) return units;
  const all = [...units, ...uncovered(units, bare).map((block) => bareUnit(text, block))];
  return all.sort((one, other) => one.range.start - other.range.start);
}

/** Of raw HTML several blocks can be read; each goes to the first element that it begins in. */
function assign(blocks: Map<Token, Block>, tokens: readonly Token[], own: readonly Block[]): void {
  const openings = tokens.filter(({ type }) =>
    /^(?:list_item|paragraph|heading|td|th|table)_open$/u.test(type),
  );
  let next = 0;
  for (const block of own) {
    for (let at = next; at < openings.length; at += 1) {
      const token = openings[at];
      const range = token === undefined ? undefined : sourceOf(token).range;
      if (token === undefined || range === undefined || range.end <= block.range.start) continue;
      blocks.set(token, block);
      next = at + 1;
      break;
    }
  }
}

function topLevel(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const pieces: Token[][] = [];
  let depth = 0;
  let piece: Token[] = [];
  for (const token of tokens) {
    piece.push(token);
    depth += token.nesting;
    if (depth > 0) continue;
    pieces.push(piece);
    piece = [];
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

function unitsOfPiece(piece: readonly Token[], blocks: ReadonlyMap<Token, Block>): readonly Unit[] {
  const first = piece[0];
  if (first === undefined || first.type === 'reference_definition') return [];
  const isList = first.type === 'bullet_list_open' || first.type === 'ordered_list_open';
  const items = isList ? topLevel(piece.slice(1, -1)) : [];
  const roleOf = (tokens: readonly Token[]): Role =>
    leading([...openedIn(tokens, blocks).values()])?.role ?? 'body';
  const runs: Token[][] = [];
  let role: Role | null = null;
  for (const item of items) {
    const next = roleOf(item);
    if (next !== role) runs.push([]);
    for (const token of item) runs.at(-1)?.push(token);
    role = next;
  }
  const last = piece.at(-1);
  if (runs.length < 2 || last === undefined) return [unit(piece, blocks)];
  return runs.map((run) => unit([listAround(first, run), ...run, last], blocks));
}

/** The opening of a list that holds only some of the items. */
function listAround(list: Token, items: readonly Token[]): Token {
  const open = new MarkdownToken(list.type, list.tag, 1);
  open.block = true;
  open.meta = { range: hullOf(items) };
  const number = Number(items[0]?.info ?? '');
  if (list.tag === 'ol' && number > 1) open.attrSet('start', `${number}`);
  return open;
}

function unit(tokens: readonly Token[], blocks: ReadonlyMap<Token, Block>): Unit {
  const opened = openedIn(tokens, blocks);
  const own = [...opened.values()];
  const role = leading(own)?.role ?? 'body';
  const range = tokens[0] === undefined ? undefined : sourceOf(tokens[0]).range;
  return {
    tokens,
    range: range ?? hullOf(tokens),
    role,
    kind: kindOf(role, own),
    blocks: own,
    opened,
    headings: headingsIn(tokens),
    places: placesIn(tokens),
    noteReferences: noteReferencesIn(tokens),
    noteLabels: noteLabelsIn(opened),
  };
}

/** Of a title block only its lines are drawn: a quotation that begins with the title and goes on is none. */
function kindOf(role: Role, blocks: readonly Block[]): PartKind {
  const kind = kinds[role] ?? 'body';
  const goesOn = blocks.some((block) => kinds[block.role] !== 'titleBlock');
  return kind === 'titleBlock' && goesOn ? 'body' : kind;
}

function openedIn(
  tokens: readonly Token[],
  blocks: ReadonlyMap<Token, Block>,
): ReadonlyMap<Token, Block> {
  const found = new Map<Token, Block>();
  for (const token of tokens) {
    const block = token.nesting < 0 ? undefined : blocks.get(token);
    if (block !== undefined) found.set(token, block);
  }
  return found;
}

/** The block that says what a unit is for: within quotations and tables, one that is not plain text. */
function leading(blocks: readonly Block[]): Block | undefined {
  const first = blocks[0];
  if (first?.kind !== 'quote' && first?.kind !== 'html') return first;
  return blocks.find(({ role }) => role !== 'body') ?? first;
}

function hullOf(tokens: readonly Token[]): SourceRange {
  let start = Infinity;
  let end = 0;
  for (const token of tokens) {
    const range = sourceOf(token).range;
    if (range === undefined) continue;
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start: Math.min(start, end), end };
}

/** Blocks that no token stands for, and that no unit holds. */
function uncovered(units: readonly Unit[], bare: readonly Block[]): readonly Block[] {
  let at = 0;
  return bare.filter(({ kind, range }) => {
    while ((units[at]?.range.end ?? Infinity) <= range.start) at += 1;
    return (
      kind !== 'definition' && kind !== 'rule' && (units[at]?.range.start ?? Infinity) >= range.end
    );
  });
}

function bareUnit(text: string, block: Block): Unit {
  const { start, end } = block.range;
  const content = text.slice(start, end);
  const source = [0, start, end - start, end - start];
  if (block.kind === 'frontMatter') {
    const token = new MarkdownToken('front_matter', '', 0);
    token.content = content;
    token.meta = { range: block.range, source };
    return unit([token], new Map([[token, block]]));
  }
  const [type, tag] =
    block.kind === 'heading'
      ? ['heading', `h${Math.min(6, Math.max(1, block.level))}`]
      : ['paragraph', 'p'];
  const open = new MarkdownToken(`${type}_open`, tag, 1);
  const words = new MarkdownToken('text', '', 0);
  const inline = new MarkdownToken('inline', '', 0);
  open.block = true;
  open.meta = { range: block.range };
  words.content = content;
  words.meta = { source };
  inline.children = [words];
  return unit(
    [open, inline, new MarkdownToken(`${type}_close`, tag, -1)],
    new Map([[open, block]]),
  );
}
