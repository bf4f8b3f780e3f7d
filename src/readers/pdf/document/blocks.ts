import type { DocumentBlock, Inline } from '../../../core/paper/document/paperDocument.ts';
import type { ContentsEntry } from '../layout/contents.ts';
import type { FootNote } from '../layout/notes.ts';
import type { TableBlock } from '../layout/tables.ts';
import type { Roles } from './flow.ts';
import { idAt, inlinesOf } from './inlines.ts';

/** A table of contents as a nested list whose entries lead to their headings. */
export function contentsBlock(entries: readonly ContentsEntry[], roles: Roles): DocumentBlock {
  return {
    type: 'list',
    ordered: false,
    cue: 'contents',
    ...idAt(
      entries.flatMap(({ lines }) => lines),
      roles,
    ),
    items: entries.map((entry) => ({ marker: null, blocks: [entryBlock(entry, roles)] })),
  };
}

function entryBlock(entry: ContentsEntry, roles: Roles): DocumentBlock {
  const { lines, label, labelRun } = entry;
  const id = roles.headingFor(lines.map(({ text }) => text).join(' '));
  const content = inlinesOf(lines, roles).map((inline): Inline =>
    inline.type === 'text' && id !== null ? { ...inline, href: `#${id}` } : inline,
  );
  if (label === '') return { type: 'paragraph', content };
  const offset = labelRun?.text.lastIndexOf(label) ?? -1;
  const page = lines.at(-1)?.page ?? 0;
  const origin =
    labelRun === null || offset < 0
      ? {}
      : {
          origin: {
            page,
            item: labelRun.item,
            offset: labelRun.offset + offset,
            length: label.length,
          },
        };
  return {
    type: 'paragraph',
    content: [...content, { type: 'text', text: ' ' }, { type: 'text', text: label, ...origin }],
  };
}

/** A note; what goes on from the page before without a note to add it to is a paragraph. */
export function noteBlock(page: number, note: FootNote, roles: Roles): DocumentBlock {
  const content = inlinesOf(note.lines, roles, note);
  const paragraph: DocumentBlock = { type: 'paragraph', content };
  if (note.mark === null) return paragraph;
  return {
    type: 'note',
    label: roles.noteFor(page, note.mark) ?? note.mark,
    blocks: [paragraph],
  };
}

/** A table with its cells; a cell of several lines is one text. */
export function tableBlock(table: TableBlock, roles: Roles): DocumentBlock {
  return {
    type: 'table',
    ...idAt(
      table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)),
      roles,
    ),
    rows: table.rows.map(({ isHeader, cells }) =>
      cells.map(({ lines, span }) => ({
        content: inlinesOf(lines, roles),
        isHeader,
        columnSpan: span,
        rowSpan: 1,
      })),
    ),
  };
}
