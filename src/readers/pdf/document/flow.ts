import type { DocumentBlock, Inline } from '../../../core/paper/document/paperDocument.ts';
import type { Line } from '../layout/lines.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import { goesOn, isElsewhere, isFull, isLower } from './continuation.ts';
import type { Element } from './elements.ts';
import type { Writing } from './inlines.ts';
import { idAt, inlinesOf } from './inlines.ts';
import type { ListEntry } from './lists.ts';
import { listsOf } from './lists.ts';
import { contentsBlock, noteBlock, tableBlock } from './blocks.ts';

/** What the flow must know of single blocks. */
export interface Roles extends Writing {
  readonly levels: ReadonlyMap<TextBlock, number>;
  /** What looks like a heading and is none: nothing goes on with it, nor it with anything. */
  readonly alone: ReadonlySet<TextBlock>;
  readonly titleBlocks: ReadonlySet<TextBlock>;
  readonly bylines: ReadonlySet<TextBlock>;
  readonly ids: ReadonlyMap<TextBlock, string>;
  /** The id of the heading that an entry of the contents names, or null. */
  readonly headingFor: (text: string) => string | null;
}

type Open =
  | { readonly kind: 'paragraph'; readonly first: TextBlock; lines: Line[]; last: TextBlock }
  | { readonly kind: 'list'; entries: ListEntry[]; last: TextBlock };

/** Joins the elements of all pages to blocks: what pages and columns part is put together again. */
export function flowOf(elements: readonly Element[], roles: Roles): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let open: Open | null = null;
  let held: DocumentBlock[] = [];
  const flush = () => {
    if (open !== null) blocks.push(...closed(open, roles));
    blocks.push(...held);
    open = null;
    held = [];
  };
  for (const element of elements) {
    switch (element.kind) {
      case 'page':
        held.push({ type: 'page', page: element.page });
        break;
      case 'furniture':
        held.push({
          type: 'paragraph',
          content: inlinesOf([element.line], roles),
          siteText: element.reason,
        });
        break;
      case 'note':
        addNote(held, element.page, element.note, roles);
        break;
      case 'text': {
        const { block } = element;
        const level = roles.levels.get(block);
        if (level !== undefined || roles.titleBlocks.has(block)) {
          flush();
          blocks.push(heading(block, level ?? 0, roles));
          break;
        }
        if (roles.alone.has(block)) {
          flush();
          blocks.push(...closed(opened(block), roles));
          break;
        }
        const joined: Open | null = open === null ? null : continued(open, block);
        if (joined === null) {
          flush();
          open = begun(block);
          break;
        }
        const page = held.findIndex(({ type }) => type === 'page');
        // Feet and notes of the page before stand on that page only ahead of what goes over to the next.
        if (page >= 0 && firstPage(open) === block.page - 1) blocks.push(...held.splice(0, page));
        held = held.filter(({ type }) => type !== 'page');
        open = joined;
        break;
      }
      case 'box':
        held.push(...boxed(flowOf(element.elements, roles)));
        if (!isWaiting(open)) flush();
        break;
      case 'table':
        held.push(tableBlock(element.table, roles));
        if (!isWaiting(open)) flush();
        break;
      case 'rule':
        held.push({ type: 'rule' });
        if (!isWaiting(open)) flush();
        break;
      case 'contents':
        flush();
        blocks.push(contentsBlock(element.entries, roles));
        break;
    }
  }
  flush();
  return blocks;
}

function firstPage(open: Open | null): number | null {
  if (open === null) return null;
  const line = open.kind === 'paragraph' ? open.lines[0] : open.entries[0]?.parts[0]?.lines[0];
  return line?.page ?? null;
}

function opened(block: TextBlock): Open {
  return { kind: 'paragraph', first: block, lines: [...block.lines], last: block };
}

function begun(block: TextBlock): Open {
  return block.marker === null
    ? opened(block)
    : {
        kind: 'list',
        entries: [
          {
            marker: block.marker,
            left: block.left,
            column: block.column.left,
            parts: [{ lines: block.lines, turnsTo: null }],
          },
        ],
        last: block,
      };
}

/** The open block with `block` as its continuation, or null if it begins something else. */
function continued(open: Open, block: TextBlock): Open | null {
  if (open.kind === 'paragraph') {
    if (block.marker !== null || !goesOn(open.last, block, open.first)) return null;
    return { ...open, lines: [...open.lines, ...block.lines], last: block };
  }
  const current = open.entries.at(-1);
  if (current === undefined) return null;
  const turnsTo = block.page === open.last.page ? null : block.page;
  if (block.marker !== null) {
    const entry = {
      marker: block.marker,
      left: block.left,
      column: block.column.left,
      parts: [{ lines: block.lines, turnsTo }],
    };
    return { ...open, entries: [...open.entries, entry], last: block };
  }
  const isOtherPlace = isElsewhere(open.last, block);
  const shift = isOtherPlace ? block.column.left - open.last.column.left : 0;
  const hangs = block.left - shift > current.left + 3;
  const sameSize = Math.abs(block.size - open.last.size) < 0.8;
  if (!sameSize) return null;
  const isAligned = hangs && Math.abs(block.left - shift - current.marker.textLeft) < 6;
  const goes = goesOn(open.last, block, open.last) || (isAligned && isFull(open.last));
  if (isOtherPlace && goes && (hangs || isLower(block))) {
    const parts = [...current.parts];
    const last = parts.pop();
    const lines = [...(last?.lines ?? []), ...block.lines];
    const entry = { ...current, parts: [...parts, { lines, turnsTo: last?.turnsTo ?? null }] };
    return { ...open, entries: [...open.entries.slice(0, -1), entry], last: block };
  }
  if (!hangs || Math.abs(block.left - shift - current.marker.textLeft) > 14) return null;
  const entry = { ...current, parts: [...current.parts, { lines: block.lines, turnsTo }] };
  return { ...open, entries: [...open.entries.slice(0, -1), entry], last: block };
}

/** Whether an open block waits for the rest of its last sentence. */
function isWaiting(open: Open | null): boolean {
  const last = open?.last.lines.at(-1);
  return last !== undefined && !/[.!?:…][)\]"'”’»]*(?:\d{1,3})?$/.test(last.text);
}

function closed(open: Open, roles: Roles): DocumentBlock[] {
  if (open.kind === 'list') return listsOf(open.entries, roles);
  const cue = roles.bylines.has(open.first) ? { cue: 'byline' as const } : {};
  return [
    {
      type: 'paragraph',
      ...idAt(open.lines, roles),
      content: inlinesOf(open.lines, roles),
      ...cue,
    },
  ];
}

function heading(block: TextBlock, level: number, roles: Roles): DocumentBlock {
  const id = roles.ids.get(block);
  const cue = roles.titleBlocks.has(block) ? { cue: 'title' as const } : {};
  const content: Inline[] = inlinesOf(block.lines, roles);
  return {
    type: 'heading',
    level: level + (roles.titleBlocks.size > 0 ? 1 : 0),
    content,
    ...(id === undefined ? idAt(block.lines, roles) : { id }),
    ...cue,
  };
}

function boxed(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.map((block) =>
    block.siteText === undefined && block.type !== 'page' && block.cue === undefined
      ? { ...block, cue: 'box' as const }
      : block,
  );
}

function addNote(
  held: DocumentBlock[],
  page: number,
  note: Extract<Element, { kind: 'note' }>['note'],
  roles: Roles,
): void {
  const block = noteBlock(page, note, roles);
  const at = held.findLastIndex(({ type }) => type === 'note');
  const last = held[at];
  if (note.mark === null && last?.type === 'note')
    held[at] = {
      ...last,
      blocks: [...last.blocks, ...(block.type === 'note' ? block.blocks : [block])],
    };
  else held.push(block);
}
