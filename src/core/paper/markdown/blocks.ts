import type { Token } from 'markdown-it';
import type { BlockKind, SourceRange } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { Steps } from '../steps.ts';
import { sourceOf } from '../tokens.ts';
import { withoutGaps } from './blocksGaps.ts';
import { htmlPieces } from './blocksHtml.ts';
import { inlineText, readable } from './blocksInlineText.ts';

interface Draft {
  readonly kind: BlockKind;
  readonly start: number;
  end: number;
  readonly texts: string[];
  readonly level: number;
  readonly ordinal: string | null;
  readonly token: number;
}

/** A list item, note or quotation that is open at a token; `own` is null for what has no block. */
interface Container {
  readonly type: 'item' | 'note' | 'quote';
  readonly own: Draft | null;
  /** Whether paragraphs still belong to the item itself. */
  collects: boolean;
}

/** How many tokens are looked at before others may work. */
const tokensAtOnce = 2000;

/**
 * The blocks of a stretch of a Markdown text from its tokens: in source order, not overlapping, and covering every
 * character that is not blank, what no token stands for included.
 */
export function* blocksFromTokens(
  text: string,
  stretch: SourceRange,
  tokens: readonly Token[],
): Steps<readonly FormBlock[]> {
  const drafts: Draft[] = [];
  const html: FormBlock[] = [];
  const containers: Container[] = [];

  const draft = (
    kind: BlockKind,
    index: number,
    level = 0,
    ordinal: string | null = null,
  ): Draft => {
    const token = tokens[index];
    const range = token === undefined ? { start: 0, end: 0 } : placeOf(token);
    const made = {
      kind,
      start: range.start,
      end: range.end,
      texts: [],
      level,
      ordinal,
      token: index,
    };
    drafts.push(made);
    return made;
  };
  const closeItem = (): void => {
    const item = containers.at(-1);
    if (item !== undefined) item.collects = false;
  };

  let open: Draft | null = null;
  for (const [index, token] of tokens.entries()) {
    if (index % tokensAtOnce === tokensAtOnce - 1) yield;
    const within = containers.at(-1);
    const note = containers.find(({ type }) => type === 'note')?.own ?? null;
    switch (token.type) {
      case 'list_item_open': {
        if (note !== null) break;
        const level = containers.filter(({ type }) => type === 'item').length + 1;
        const ordinal = token.info === '' ? null : `${token.info}${token.markup}`;
        const own = draft('listItem', index, level, ordinal);
        own.end = own.start + 1;
        containers.push({ type: 'item', own, collects: true });
        break;
      }
      case 'blockquote_open':
        closeItem();
        containers.push({ type: 'quote', own: null, collects: false });
        break;
      case 'footnote_open':
        closeItem();
        containers.push({
          type: 'note',
          own: draft('footnote', index, 0, labelOf(token)),
          collects: true,
        });
        break;
      case 'list_item_close':
        if (note === null) containers.pop();
        break;
      case 'blockquote_close':
      case 'footnote_close':
        containers.pop();
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        closeItem();
        break;
      case 'heading_open':
        closeItem();
        open = note ?? draft('heading', index, Number(token.tag.slice(1)));
        break;
      case 'paragraph_open':
        if (note !== null) open = note;
        else if (within?.type === 'item' && within.collects) open = within.own;
        else open = draft(within?.type === 'quote' ? 'quote' : 'paragraph', index);
        if (open !== null) open.end = Math.max(open.end, placeOf(token).end);
        break;
      case 'table_open':
        closeItem();
        open = note ?? draft('table', index);
        break;
      case 'inline':
        open?.texts.push(inlineText(token.children));
        break;
      case 'heading_close':
      case 'paragraph_close':
      case 'table_close':
        open = null;
        break;
      case 'fence':
      case 'code_block':
        closeItem();
        (note ?? draft('preformatted', index)).texts.push(readable(token.content));
        break;
      case 'front_matter':
        draft('frontMatter', index);
        break;
      case 'reference_definition':
        closeItem();
        draft('definition', index);
        break;
      case 'hr':
        closeItem();
        draft('rule', index);
        break;
      case 'html_block': {
        closeItem();
        const { start, end } = placeOf(token);
        const pieces = htmlPieces(text.slice(start, end), start);
        for (const each of pieces.map((piece) => ({ ...piece, token: index }))) html.push(each);
        break;
      }
      default:
    }
  }
  yield;
  return withoutGaps(text, stretch, [...drafts.map(finished), ...html]);
}

function placeOf(token: Token): SourceRange {
  return sourceOf(token).range ?? { start: 0, end: 0 };
}

function labelOf(token: Token): string | null {
  return (token.meta as { readonly label?: string } | null)?.label ?? null;
}

function finished({ kind, start, end, texts, level, ordinal, token }: Draft): FormBlock {
  const text = texts.filter((each) => each !== '').join(' ');
  return { kind, range: { start, end }, text, level, ordinal, token };
}
