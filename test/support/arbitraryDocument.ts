import * as fc from 'fast-check';
import type {
  DocumentBlock,
  DocumentCue,
  Inline,
  ListItem,
  Mark,
  PaperDocument,
  TableCell,
} from '../../src/core/paper/document/paperDocument.ts';

/** Words as sources have them: with marks that mean something to other readers, and odd characters. */
const words = fc.oneof(
  fc.stringMatching(/^[ a-zA-Z.,]{0,24}$/u),
  fc.constantFrom(
    ...['[1]', '[^1]', '*a*', '# a', '- a', 'a\tb', '\u00a0', '\ufffc', '{: .a}', '<b>', '&amp;'],
    ...['www.example.org/a', 'a\r\nb', '\0', '𝔸', 'é', '\u200b', 'By Ada Vale', '13 January 2023'],
    ...['Key Points', 'Recommendations:', 'Tags: a, b', 'Notes', 'Contents', '…'],
  ),
);
const marks = fc.subarray<Mark>(['strong', 'emphasis', 'code', 'superscript', 'subscript']);
const labels = fc.constantFrom('1', '2', '*', 'note-3');
const page = fc.nat(4);

const image: fc.Arbitrary<Inline> = fc
  .record({
    description: fc.stringMatching(/^[ 0-9]{0,6}$/u),
    href: fc.option(fc.webPath()),
    hasBytes: fc.boolean(),
  })
  .map(({ description, href, hasBytes }) => {
    const bytes = hasBytes ? new Uint8Array([1]) : null;
    return { type: 'image', image: { description, href, bytes, type: 'image/png' } };
  });

const text: fc.Arbitrary<Inline> = fc
  .record({
    words,
    marks,
    href: fc.option(fc.constantFrom('#a', 'https://example.org/', 'javascript:a')),
    place: fc.option(fc.nat(9)),
  })
  .map(({ words: said, marks: set, href, place }) => ({
    type: 'text',
    text: said,
    marks: set,
    ...(href === null ? {} : { href }),
    ...(place === null ? {} : { origin: { page: 0, item: place, offset: 0, length: said.length } }),
  }));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { arbitrary: text, weight: 6 },
  { arbitrary: fc.constant<Inline>({ type: 'break' }), weight: 1 },
  {
    arbitrary: fc.record({
      type: fc.constant('noteMark' as const),
      label: labels,
      text: fc.constantFrom('1', '[2]', '*'),
    }),
    weight: 1,
  },
  { arbitrary: image, weight: 1 },
  { arbitrary: fc.record({ type: fc.constant('page' as const), page }), weight: 1 },
);
const content = fc.array(inline, { maxLength: 6 });

const cell: fc.Arbitrary<TableCell> = fc.record({
  content,
  isHeader: fc.boolean(),
  columnSpan: fc.constantFrom(1, 1, 2, 0, 70_000),
  rowSpan: fc.constantFrom(1, 1, 3, -1),
});

const about = fc.record(
  {
    id: fc.constantFrom('a', 'b'),
    siteText: fc.constantFrom('navigation', 'running head'),
    cue: fc.constantFrom<DocumentCue>('title', 'byline', 'date', 'tags', 'contents', 'box'),
  },
  { requiredKeys: [] },
);

const { blocks } = fc.letrec<{ block: DocumentBlock; blocks: DocumentBlock[]; item: ListItem }>(
  (tie) => ({
    item: fc.record({ marker: fc.constantFrom(null, '1.', '(b)', 'iii'), blocks: tie('blocks') }),
    blocks: fc.array(tie('block'), { maxLength: 5 }),
    block: fc
      .tuple(
        about,
        fc.oneof(
          { maxDepth: 4 },
          fc.record({ type: fc.constant('paragraph' as const), content }),
          fc.record({
            type: fc.constant('heading' as const),
            level: fc.integer({ min: -1, max: 9 }),
            content,
          }),
          fc.record({
            type: fc.constant('preformatted' as const),
            text: words.map((each) => `\n  ${each}\n b\n`),
          }),
          fc.record({
            type: fc.constant('table' as const),
            rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
          }),
          fc.constant({ type: 'rule' as const }),
          fc.record({ type: fc.constant('page' as const), page }),
          fc.record({
            type: fc.constant('list' as const),
            ordered: fc.boolean(),
            items: fc.array(tie('item'), { maxLength: 3 }),
          }),
          fc.record({ type: fc.constant('quote' as const), blocks: tie('blocks') }),
          fc.record({ type: fc.constant('note' as const), label: labels, blocks: tie('blocks') }),
        ),
      )
      .map(([known, block]) => ({ ...known, ...block })),
  }),
);

/** Any document: nested in every way, with odd words, spans and labels. */
export const anyDocument: fc.Arbitrary<PaperDocument> = fc
  .record({ blocks, pageLabels: fc.constantFrom([], ['i', 'ii', '1']) })
  .map((document) => ({ ...document, facts: [], problems: [] }));
