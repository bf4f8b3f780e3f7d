import type { WordItem, WordTable } from './wordItem.ts';

/**
 * Opens tables that are frames: one around a single column of text is a box, and a row of one cell that holds a
 * styled heading parts the table above it from the one below.
 */
export function withoutFrames(items: readonly WordItem[]): readonly WordItem[] {
  return items.flatMap((item) => (item.type === 'table' ? opened(item) : [item]));
}

function opened(table: WordTable): readonly WordItem[] {
  const rows = table.rows.filter((row) => row.some(({ items }) => items.length > 0));
  if (rows.every((row) => row.length === 1))
    return rows.flatMap((row) => row.flatMap(({ items }) => withoutFrames(items).map(inBox)));
  const pieces: WordItem[] = [];
  let open: WordTable['rows'][number][] = [];
  const close = (): void => {
    if (open.length > 0) pieces.push({ ...table, rows: open });
    open = [];
  };
  for (const row of rows) {
    const [cell] = row.length === 1 ? row : [];
    const isHeading = cell?.items.some((item) => item.type === 'paragraph' && item.level !== null);
    if (cell === undefined || isHeading !== true) {
      open.push(row);
      continue;
    }
    close();
    for (const item of withoutFrames(cell.items)) pieces.push(item);
  }
  close();
  return pieces;
}

function inBox(item: WordItem): WordItem {
  const isText = item.type === 'paragraph' && item.cue === null && item.level === null;
  return isText ? { ...item, cue: 'box' } : item;
}

/** A label is no longer than this, in UTF-16 code units. */
const longestLabel = 60;

/** A box that floats below the label behind its anchor is read behind that label. */
export function withLabelsFirst(items: readonly WordItem[]): readonly WordItem[] {
  const ordered: WordItem[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const [item, next] = [items[at], items[at + 1]];
    if (item === undefined) break;
    const isBox = item.type === 'paragraph' && item.cue === 'box' && !isLabel(item);
    const isBefore = next?.type === 'paragraph' && next.cue === null && isLabel(next);
    const isOwned = isBox && isBefore && !isLabel(ordered.at(-1));
    if (isOwned) ordered.push(next);
    ordered.push(item);
    if (isOwned) at += 1;
  }
  return ordered;
}

function isLabel(item: WordItem | undefined): boolean {
  return item?.type === 'paragraph' && item.text.endsWith(':') && item.text.length <= longestLabel;
}
