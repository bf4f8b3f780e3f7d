import { begin, describe, type DocumentWriting } from './documentWriting.ts';
import { lineTokens } from './lineTokens.ts';
import type { AboutBlock, DocumentBlock, TableCell } from './paperDocument.ts';
import { isShown, trimmedLine } from './trimmedLine.ts';

type Table = Extract<DocumentBlock, { readonly type: 'table' }>;

/** A span beyond this is a mistake of the source, and costly to lay out. */
const widest = 1_000;

/** Writes a table: cells parted by tabs, rows by line ends. One in which nothing stands is left out. */
export function writeTable(writing: DocumentWriting, table: Table, about: AboutBlock): void {
  const { list, text } = writing;
  if (!table.rows.some((row) => row.some(({ content }) => content.some(isShown)))) return;
  begin(writing);
  const here = (): { start: number; end: number } => ({ start: text.length, end: text.length });
  const index = list.open('table', 'table', here());
  const firstBody = table.rows.findIndex((row) => !row.every(({ isHeader }) => isHeader));
  const heads = firstBody < 0 ? 0 : firstBody;
  table.rows.forEach((row, at) => {
    if (at === 0 && heads > 0) list.open('thead', 'thead', here());
    if (at === heads) {
      if (heads > 0) list.close('thead', 'thead');
      list.open('tbody', 'tbody', here());
    }
    if (at > 0) text.add('\n');
    list.open('tr', 'tr', here());
    row.forEach((cell, column) => {
      if (column > 0) text.add('\t');
      writeCell(writing, cell, about);
    });
    list.close('tr', 'tr');
  });
  list.close('tbody', 'tbody');
  list.close('table', 'table');
  describe(writing, index, about, table.id);
}

function writeCell(writing: DocumentWriting, cell: TableCell, about: AboutBlock): void {
  const { list, text } = writing;
  const [type, tag] = cell.isHeader ? ['th', 'th'] : ['td', 'td'];
  const start = text.length;
  const style = { lineEnd: ' ', showsPages: about.siteText === undefined } as const;
  const tokens = lineTokens(writing, trimmedLine(cell.content), style);
  list.open(type, tag, { start, end: text.length }, spans(cell));
  list.inline({ content: '', map: [] }, tokens);
  list.close(type, tag);
}

function spans({ columnSpan, rowSpan }: TableCell): Record<string, string> {
  const span = (value: number): number => Math.min(widest, Math.max(1, Math.round(value) || 1));
  return {
    ...(span(columnSpan) > 1 ? { colspan: `${span(columnSpan)}` } : {}),
    ...(span(rowSpan) > 1 ? { rowspan: `${span(rowSpan)}` } : {}),
  };
}
