import type { Token } from 'markdown-it';
import { escapeMarkdown } from './markdownEscapes.ts';
import { markdownInlines, type ImageAddress } from './markdownInlines.ts';

interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly columns: number;
}

/**
 * The tokens of a table as a Markdown table. Cells that span columns are followed by empty ones; the head is
 * the first row if that is one, else empty.
 */
export function markdownTable(tokens: readonly Token[], images: ImageAddress): readonly string[] {
  const rows = rowsOf(tokens, images);
  const width = Math.max(
    1,
    ...rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)),
  );
  const [first = []] = rows;
  const hasHead = first.length > 0 && first.every(({ isHeader }) => isHeader);
  const cellsOf = (row: readonly Cell[]): string[] => {
    const texts = row.flatMap(({ text, columns }) => [text, ...blanks(columns - 1)]);
    return [...texts, ...blanks(width - texts.length)];
  };
  const body = hasHead ? rows.slice(1) : rows;
  return [hasHead ? cellsOf(first) : blanks(width), blanks(width, '---'), ...body.map(cellsOf)].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
}

/** More columns than this are a mistake of the source. */
const widest = 100;

function rowsOf(tokens: readonly Token[], images: ImageAddress): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let cell: Token | null = null;
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'th_open' || token.type === 'td_open') cell = token;
    else if (token.type === 'inline' && cell !== null) {
      const text = markdownInlines(token.children ?? [], images).replaceAll('\\\n', ' ');
      const columns = Math.min(widest, Number(cell.attrGet('colspan') ?? 1) || 1);
      rows.at(-1)?.push({ text: text.trim(), isHeader: cell.tag === 'th', columns });
    }
  }
  return rows;
}

function blanks(count: number, text = ''): string[] {
  return Array.from({ length: Math.max(0, count) }, () => escapeMarkdown(text));
}
