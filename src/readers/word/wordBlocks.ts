import type {
  AboutBlock,
  DocumentBlock,
  DocumentCue,
  Inline,
} from '../../core/paper/document/paperDocument.ts';
import { oneLine } from '../oneLine.ts';
import { openEnd } from './phrases.ts';
import { wordHeadings } from './wordHeadings.ts';
import type { WordItem, WordParagraph, WordTable } from './wordItem.ts';
import { coverCues } from './wordTitle.ts';

/** The blocks of a document's body: headings as they are seen, lists with their nesting, tables. */
export function blocksOfBody(items: readonly WordItem[]): readonly DocumentBlock[] {
  const cover = coverCues(items);
  const cued = items.map((item): WordItem => {
    const cue = cover.get(item);
    return cue === undefined || item.type === 'table' ? item : { ...item, cue };
  });
  const headings = wordHeadings(cued);
  return joinedHeadings(blocksOf(cued, (item) => headings.levelOf(item)));
}

/** The blocks of items among which there are no headings: those of a note, a cell, a box. */
export function plainBlocks(items: readonly WordItem[]): readonly DocumentBlock[] {
  return blocksOf(items, () => null);
}

interface OpenList {
  readonly level: number;
  readonly items: { readonly marker: string | null; readonly blocks: DocumentBlock[] }[];
}

function blocksOf(
  items: readonly WordItem[],
  levelOf: (item: WordItem) => number | null,
): readonly DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let lists: OpenList[] = [];
  for (const item of items) {
    const level = levelOf(item);
    if (item.type === 'paragraph' && item.marker !== null && level === null) {
      lists = addToList(blocks, lists, item, item.marker.level, item.marker.text);
      continue;
    }
    const inner = lists.at(-1)?.items.at(-1);
    if (item.type === 'paragraph' && level === null && inner !== undefined && goesOn(item)) {
      inner.blocks.push(paragraphOf(item));
      continue;
    }
    lists = [];
    blocks.push(
      item.type === 'table'
        ? tableOf(item)
        : level === null
          ? paragraphOf(item)
          : headingOf(item, level),
    );
  }
  return blocks;
}

/** A paragraph in the style of list items, without a marker, belongs to the item before it. */
function goesOn({ style, cue }: WordParagraph): boolean {
  return cue === null && /^list (?:continue|paragraph)/u.test(style);
}

/** Adds an item to the list of its level, which may have to be opened in the item before it. */
function addToList(
  blocks: DocumentBlock[],
  lists: readonly OpenList[],
  item: WordParagraph,
  level: number,
  marker: string | null,
): OpenList[] {
  const open = lists.filter((list) => list.level <= level);
  const last = open.at(-1);
  const entry = { marker, blocks: [paragraphOf(item)] };
  if (last?.level === level) {
    last.items.push(entry);
    return open;
  }
  const list: OpenList = { level, items: [entry] };
  const block: DocumentBlock = {
    type: 'list',
    ordered: marker !== null,
    items: list.items,
    ...aboutOf(item),
  };
  const outer = last?.items.at(-1);
  if (outer === undefined) blocks.push(block);
  else outer.blocks.push(block);
  return [...open, list];
}

function aboutOf({ cue, id }: { cue: DocumentCue | null; id?: string | null }): AboutBlock {
  return {
    ...(cue === null ? {} : { cue }),
    ...(id === null || id === undefined ? {} : { id }),
  };
}

function paragraphOf(item: WordParagraph): DocumentBlock {
  const paragraph: DocumentBlock = { ...aboutOf(item), type: 'paragraph', content: item.content };
  return /\bquote\b/u.test(item.style) ? { type: 'quote', blocks: [paragraph] } : paragraph;
}

/** A heading as it is printed: with its number, without weight of its own. */
function headingOf(item: WordItem, level: number): DocumentBlock {
  if (item.type === 'table') return tableOf(item);
  const number = item.marker?.text ?? null;
  const marker = number === null ? {} : { marker: number };
  const content = item.content.map(withoutStrong);
  return { ...aboutOf(item), ...marker, type: 'heading', level, content };
}

function withoutStrong(inline: Inline): Inline {
  if (inline.type !== 'text' || inline.marks === undefined) return inline;
  return { ...inline, marks: inline.marks.filter((mark) => mark !== 'strong') };
}

function tableOf({ rows, cue }: WordTable): DocumentBlock {
  return {
    ...aboutOf({ cue }),
    type: 'table',
    rows: rows.map((row) =>
      row.map(({ items, isHeader, columnSpan, rowSpan }) => {
        const content = oneLine(plainBlocks(items));
        return { content, isHeader, columnSpan, rowSpan };
      }),
    ),
  };
}

const label =
  /^(?:annex|appendix|chapter|part|section|schedule|anhang|kapitel|annexe|chapitre|anexo)\s+[\p{L}\d.]{1,5}:?$/iu;

/** Joins headings that were split over paragraphs: the first ends in mid-phrase, or only says which part it is. */
function joinedHeadings(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (
      last?.type === 'heading' &&
      block.type === 'heading' &&
      last.level === block.level &&
      continues(last.content, block.content)
    )
      joined[joined.length - 1] = {
        ...last,
        content: [...last.content, { type: 'break' }, ...block.content],
      };
    else joined.push(block);
  }
  return joined;
}

function continues(first: readonly Inline[], next: readonly Inline[]): boolean {
  const [before, behind] = [wordsOf(first), wordsOf(next)];
  return openEnd.test(before) || label.test(before) || /^\p{Ll}/u.test(behind);
}

function wordsOf(line: readonly Inline[]): string {
  return line
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .trim();
}
