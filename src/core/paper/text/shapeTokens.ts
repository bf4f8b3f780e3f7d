import type { Token } from 'markdown-it';
import type { SourceRange } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { Marker } from './markers.ts';
import { joinPieces, preformattedPassage, type IsDivided, type Passage } from './passage.ts';
import type { Shape } from './shapes.ts';
import { tokenList, type TokenList } from './tokenList.ts';

interface OpenList {
  readonly family: string;
  readonly tag: 'ul' | 'ol';
}

/** Pieces of a text as tokens for the renderer and as blocks; all lists end with the last piece. */
export function tokensOfShapes(
  text: string,
  shapes: readonly Shape[],
  isDivided: IsDivided,
): { readonly tokens: readonly Token[]; readonly blocks: readonly FormBlock[] } {
  const list = tokenList();
  const lists: OpenList[] = [];
  const closeLists = (level: number): void => {
    while (lists.length > level) {
      const closed = lists.pop();
      list.close('list_item', 'li');
      list.close(closed?.tag === 'ol' ? 'ordered_list' : 'bullet_list', closed?.tag ?? 'ul');
    }
  };
  const blocks = shapes.map((shape): FormBlock => {
    const passage = joinPieces(text, shape.pieces, isDivided);
    const more = shape.more.map((pieces) => joinPieces(text, pieces, isDivided));
    let token: number;
    if (shape.kind === 'listItem' && shape.marker !== null) {
      closeLists(shape.level);
      token = openItem(list, lists, shape, shape.marker);
      list.paragraph(passage, shape.range, more.length === 0);
      for (const words of more) list.paragraph(words, shape.range, false);
    } else {
      closeLists(shape.kind === 'paragraph' ? shape.level : 0);
      token = addShape(list, text, shape, passage);
    }
    const words = [passage, ...more].map(({ content }) => content).join(' ');
    return blockOf(shape, words, token);
  });
  closeLists(0);
  return { tokens: list.tokens, blocks };
}

/** Opens an item, in the list that is open at its level or in a new one. */
function openItem(list: TokenList, lists: OpenList[], shape: Shape, marker: Marker): number {
  const { range, level } = shape;
  const current = lists[level - 1];
  if (current !== undefined) {
    list.close('list_item', 'li');
    if (current.family !== marker.family) {
      lists.pop();
      list.close(current.tag === 'ol' ? 'ordered_list' : 'bullet_list', current.tag);
    }
  }
  if (lists.length < level) {
    const tag = marker.ordinal === null ? 'ul' : 'ol';
    lists.push({ family: marker.family, tag });
    list.open(tag === 'ol' ? 'ordered_list' : 'bullet_list', tag, range, numberingOf(marker));
  }
  return list.open('list_item', 'li', range, {}, marker.ordinal ?? '');
}

function numberingOf({ family, value }: Marker): Record<string, string> {
  const type = /^([1ai])(A?)/u.exec(family);
  if (type === null) return {};
  const [, kind = '1', capital = ''] = type;
  const shown = capital === '' ? kind : kind.toUpperCase();
  return {
    ...(shown === '1' ? {} : { type: shown }),
    ...(value === 1 ? {} : { start: String(value) }),
  };
}

function addShape(list: TokenList, text: string, shape: Shape, passage: Passage): number {
  if (shape.kind === 'table') {
    return list.preformatted(preformattedPassage(text, shape.pieces), shape.range);
  }
  if (shape.kind === 'rule') return list.rule(shape.range);
  if (shape.kind !== 'heading') return list.paragraph(passage, shape.range, false);
  const tag = `h${shape.level}`;
  const index = list.open('heading', tag, shape.range);
  list.inline(passage);
  list.close('heading', tag);
  return index;
}

function blockOf(shape: Shape, words: string, token: number): FormBlock {
  const range: SourceRange = shape.range;
  const note = shape.kind === 'footnote' ? /^\[\d{1,3}\]/u.exec(words)?.[0] : undefined;
  const read = words.slice(note?.length ?? 0);
  return {
    kind: shape.kind,
    range,
    text: read.replace(/\s+/gu, ' ').trim(),
    level: shape.kind === 'paragraph' ? 0 : shape.level,
    ordinal: note ?? shape.marker?.ordinal ?? null,
    token,
    ...(shape.siteText === null ? {} : { siteText: shape.siteText }),
  };
}
