import type { DocumentBlock, Inline } from '../../../core/paper/document/paperDocument.ts';
import type { ContentsEntry } from '../layout/contents.ts';
import { textOf } from '../layout/lineText.ts';
import type { FootNote } from '../layout/notes.ts';
import type { TableBlock } from '../layout/tables.ts';
import type { Roles } from './flow.ts';
import { inlinesOf } from './inlines.ts';

/** A table of contents as a nested list whose entries lead to their headings. */
export function contentsBlock(entries: readonly ContentsEntry[], roles: Roles): DocumentBlock {
  return {
    type: 'list',
    ordered: false,
    cue: 'contents',
    items: entries.map((entry) => ({ marker: null, blocks: [entryBlock(entry, roles)] })),
  };
}

function entryBlock(entry: ContentsEntry, roles: Roles): DocumentBlock {
  const id = roles.headingFor(textOf(entry.runs));
  const kept = new Set(entry.runs);
  const lines = entry.lines.map((line) => ({
    ...line,
    runs: line.runs.filter((run) => kept.has(run)),
  }));
  const content = inlinesOf(
    lines.filter(({ runs }) => runs.length > 0),
    roles,
  ).map((inline): Inline =>
    inline.type === 'text' && id !== null ? { ...inline, href: `#${id}` } : inline,
  );
  if (entry.label === '') return { type: 'paragraph', content };
  const number = entry.lines.at(-1)?.runs.at(-1);
  const from = number === undefined ? 0 : number.text.lastIndexOf(entry.label);
  const label: Inline =
    number === undefined || from < 0
      ? { type: 'text', text: entry.label }
      : {
          type: 'text',
          text: entry.label,
          origin: {
            page: entry.lines.at(-1)?.page ?? 0,
            item: number.item,
            offset: from,
            length: entry.label.length,
          },
        };
  return { type: 'paragraph', content: [...content, { type: 'text', text: ' ' }, label] };
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
    rows: table.rows.map(({ isHeader, cells }) =>
      cells.map((lines) => ({
        content: inlinesOf(lines, roles),
        isHeader,
        columnSpan: 1,
        rowSpan: 1,
      })),
    ),
  };
}
