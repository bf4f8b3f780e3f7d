import type { DocumentBlock, ListItem } from '../../../core/paper/document/paperDocument.ts';
import type { Line } from '../layout/lines.ts';
import type { Marker } from '../layout/markers.ts';
import type { Writing } from './inlines.ts';
import { idAt, inlinesOf } from './inlines.ts';

/** An item of a list before nesting: its paragraphs as lines, the first with the marker. */
export interface ListEntry {
  readonly marker: Marker;
  readonly left: number;
  /** The left side of the column it stands in. */
  readonly column: number;
  readonly parts: readonly ListPart[];
}

/** A paragraph of an item. */
export interface ListPart {
  readonly lines: readonly Line[];
  /** The page that begins with it, if one does. */
  readonly turnsTo: number | null;
}

/** A marker that far to the right of another is nested in it, in points. */
const STEP = 7;

/** Lists of entries that follow each other, nested by how far they are indented. */
export function listsOf(entries: readonly ListEntry[], writing: Writing): DocumentBlock[] {
  const lists: { first: ListEntry; items: ListItem[] }[] = [];
  for (let at = 0; at < entries.length;) {
    const entry = entries[at];
    if (entry === undefined) break;
    let end = at + 1;
    while (isNested(entry, entries[end])) end += 1;
    const item = itemOf(entry, entries.slice(at + 1, end), writing);
    const last = lists.at(-1);
    if (last === undefined || !goesOn(last.first, entry))
      lists.push({ first: entry, items: [item] });
    else last.items.push(item);
    at = end;
  }
  return lists.map(({ first, items }) => ({
    type: 'list',
    ordered: first.marker.kind === 'number',
    items,
  }));
}

/** Whether an entry is of the list that `first` begins: of its kind, and not the first of a series again. */
function goesOn(first: ListEntry, { marker }: ListEntry): boolean {
  const begins = marker.form === first.marker.form && marker.values[0] === 1;
  return marker.kind === first.marker.kind && !(marker.kind === 'number' && begins);
}

function isNested(outer: ListEntry, inner: ListEntry | undefined): boolean {
  if (inner === undefined) return false;
  const isInSameColumn =
    inner.parts[0]?.lines[0]?.page === outer.parts[0]?.lines[0]?.page &&
    Math.abs(inner.column - outer.column) < 20;
  if (isInSameColumn && inner.left > outer.left + STEP && inner.left < outer.left + 20 * STEP)
    return true;
  const [from, to] = [outer.left - outer.column, inner.left - inner.column];
  return inner.marker.form !== outer.marker.form && to > from + STEP;
}

function itemOf(entry: ListEntry, nested: readonly ListEntry[], writing: Writing): ListItem {
  const { marker, parts } = entry;
  const paragraphs = parts.map(({ lines, turnsTo }, at): DocumentBlock => ({
    type: 'paragraph',
    ...idAt(lines, writing),
    content: [
      ...(turnsTo === null ? [] : [{ type: 'page' as const, page: turnsTo }]),
      ...inlinesOf(lines, writing, at === 0 ? marker : undefined),
    ],
  }));
  return {
    marker: marker.kind === 'number' ? marker.text : null,
    blocks: [...paragraphs, ...listsOf(nested, writing)],
  };
}
