import type {
  DocumentBlock,
  Inline,
  PaperDocument,
  TableCell,
} from '../../src/core/paper/document/paperDocument.ts';

/** A document of blocks; what a test doesn't say is empty. */
export function documentOf(
  blocks: readonly DocumentBlock[],
  more: Partial<PaperDocument> = {},
): PaperDocument {
  return { blocks, facts: [], pageLabels: [], problems: [], ...more };
}

/** What stands in a line: plain words where a test gives a string. */
export function line(...inlines: readonly (string | Inline)[]): readonly Inline[] {
  return inlines.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each));
}

/** A paragraph. */
export function paragraph(...inlines: readonly (string | Inline)[]): DocumentBlock {
  return { type: 'paragraph', content: line(...inlines) };
}

/** A heading. */
export function heading(level: number, text: string): DocumentBlock {
  return { type: 'heading', level, content: line(text) };
}

/** A cell that spans one column and one row. */
export function cell(text: string, more: Partial<TableCell> = {}): TableCell {
  return { content: line(text), isHeader: false, columnSpan: 1, rowSpan: 1, ...more };
}
