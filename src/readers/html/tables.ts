import type { Inline, TableCell } from '../../core/paper/document/paperDocument.ts';
import { attribute, elementsIn, isElement, textOf, type Element } from './tree.ts';

/** The rows of a table, those of tables within it left out. */
export function rowsOf(table: Element): readonly Element[] {
  return [...elementsIn(table, ({ tagName }) => tagName !== 'tr' && tagName !== 'table')].filter(
    ({ tagName }) => tagName === 'tr',
  );
}

/** The cells of a row. */
export function cellsOf(row: Element): readonly Element[] {
  return row.childNodes.filter((node) => isElement(node, 'td', 'th'));
}

/** Whether a table holds a page together instead of figures: such a one is read cell by cell. */
export function isLayout(table: Element): boolean {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  const below = [...elementsIn(table)];
  if (below.some(({ tagName }) => tagName === 'table')) return true;
  if (below.some(({ tagName }) => /^(?:th|caption|thead)$/u.test(tagName))) return false;
  const rows = rowsOf(table);
  const widest = rows.reduce((most, row) => Math.max(most, cellsOf(row).length), 0);
  if (rows.length < 2 || widest < 2) return true;
  const isFull = (cell: Element): boolean => textOf(cell).length > 1_500;
  const holdsHeadings = below.some(({ tagName }) => /^(?:h[1-6]|hr|form)$/u.test(tagName));
  return holdsHeadings || rows.some((row) => cellsOf(row).some(isFull));
}

/** A cell with what it spans, around what was read in it. */
export function cellOf(element: Element, content: readonly Inline[]): TableCell {
  const isHead =
    element.tagName === 'th' ||
    isElementOf(element, 'thead') ||
    attribute(element, 'role') === 'columnheader';
  return {
    content,
    isHeader: isHead,
    columnSpan: spanOf(element, 'colspan'),
    rowSpan: spanOf(element, 'rowspan'),
  };
}

function isElementOf(cell: Element, name: string): boolean {
  const group = cell.parentNode?.nodeName === 'tr' ? cell.parentNode.parentNode : null;
  return group?.nodeName === name;
}

function spanOf(element: Element, name: string): number {
  const span = Number.parseInt(attribute(element, name) ?? '1', 10);
  return Number.isSafeInteger(span) && span > 0 ? Math.min(span, 1_000) : 1;
}
