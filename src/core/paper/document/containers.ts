import { begin, describe, writeParagraph, type DocumentWriting } from './documentWriting.ts';
import type { NoteLabel } from './noteLabels.ts';
import type { AboutBlock, DocumentBlock, ListItem } from './paperDocument.ts';

/** A piece of the writing that is still to be done. */
export type Step = () => void;

/** The steps that write the blocks within a block. */
export type StepsOf = (blocks: readonly DocumentBlock[]) => readonly Step[];

type BlockOf<Type extends DocumentBlock['type']> = Extract<DocumentBlock, { readonly type: Type }>;

/** What stands before an item that has no marker of its own. */
const bullet = '•';

/** Opens an element where the text is now. */
function open(
  { list, text }: DocumentWriting,
  type: string,
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  info = '',
): number {
  return list.open(type, tag, { start: text.length, end: text.length }, attributes, info);
}

/** Writes a marker; what comes next follows it in the same line. */
function writeMarker(writing: DocumentWriting, marker: string): void {
  writing.text.add(`${marker} `);
  writing.isBehindMarker = true;
}

/** The steps that write a quotation. */
export function quoteSteps(
  writing: DocumentWriting,
  quote: BlockOf<'quote'>,
  about: AboutBlock,
  inside: StepsOf,
): readonly Step[] {
  return [
    () => {
      describe(writing, open(writing, 'blockquote', 'blockquote'), about, quote.id);
    },
    ...inside(quote.blocks),
    () => {
      writing.list.close('blockquote', 'blockquote');
    },
  ];
}

/** The steps that write a note behind its mark in brackets. */
export function noteSteps(
  writing: DocumentWriting,
  note: BlockOf<'note'>,
  about: AboutBlock,
  inside: StepsOf,
): readonly Step[] {
  return [
    () => {
      begin(writing);
      const index = open(writing, 'footnote', '');
      describe(writing, index, about, note.id);
      const { number, mark } = numberOf(writing, note.label);
      const token = writing.list.tokens[index];
      if (token !== undefined)
        token.meta = { ...token.meta, label: mark, mark, number, occurrence: 0 };
      writeMarker(writing, `[${mark}]`);
    },
    ...inside(note.blocks),
    () => {
      writing.isBehindMarker = false;
      writing.list.close('footnote', '');
    },
  ];
}

/** The number of a note; a second one of the same label is numbered behind all others. */
function numberOf(writing: DocumentWriting, label: string): NoteLabel {
  const { number, mark } = writing.notes.get(label) ?? { number: 0, mark: label };
  const isFirst = !writing.written.has(label);
  writing.written.add(label);
  if (!isFirst) writing.repeats += 1;
  return { number: isFirst ? number : writing.notes.size + writing.repeats, mark };
}

/** The steps that write a list; of one without items there are none. */
export function listSteps(
  writing: DocumentWriting,
  block: BlockOf<'list'>,
  about: AboutBlock,
  inside: StepsOf,
): readonly Step[] {
  const [type, tag] = block.ordered ? ['ordered_list', 'ol'] : ['bullet_list', 'ul'];
  if (block.items.length === 0) return [];
  const items = block.items.flatMap((item, at): readonly Step[] => [
    () => {
      const isFirst = at === 0;
      const level = isFirst ? writing.lists : writing.lists - 1;
      const isApart = isFirst && level === 0 && !writing.isBehindMarker;
      writing.isBehindMarker = false;
      begin(writing, isApart ? '\n\n' : `\n${'  '.repeat(level)}`);
      if (isFirst) {
        describe(writing, open(writing, type, tag, numbering(block)), about, block.id);
        writing.lists += 1;
      }
      openItem(writing, item, about, numberAt(block, at));
    },
    ...itemSteps(writing, item, about, inside),
    () => {
      writing.isBehindMarker = false;
      writing.list.close('list_item', 'li');
    },
  ]);
  const end = (): void => {
    writing.lists -= 1;
    writing.list.close(type, tag);
  };
  return [...items, end];
}

/** The number that a list begins with, where its markers are numbers. */
function numbering({ items, ordered }: BlockOf<'list'>): Record<string, string> {
  const number = numberOfMarker(items[0]);
  return ordered && number !== null && number !== 1 ? { start: `${number}` } : {};
}

/** The number that a marker is; null for other markers. */
function numberOfMarker(item: ListItem | undefined): number | null {
  const number = /^\(?(\d{1,6})[.)]?$/u.exec(item?.marker?.trim() ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** The number of an item that does not follow the number before it. */
function numberAt({ items }: BlockOf<'list'>, at: number): Record<string, string> {
  const [before, own] = [numberOfMarker(items[at - 1]), numberOfMarker(items[at])];
  return before === null || own === null || own === before + 1 ? {} : { value: `${own}` };
}

function openItem(
  writing: DocumentWriting,
  { marker }: ListItem,
  about: AboutBlock,
  attributes: Readonly<Record<string, string>>,
): void {
  const printed = marker?.trim() ?? '';
  const index = open(writing, 'list_item', 'li', attributes, printed);
  describe(writing, index, about, undefined);
  writeMarker(writing, printed === '' ? bullet : printed);
}

/** The one paragraph of an item is drawn without an element of its own. */
function itemSteps(
  writing: DocumentWriting,
  { blocks }: ListItem,
  about: AboutBlock,
  inside: StepsOf,
): readonly Step[] {
  const [first, ...rest] = blocks;
  const isOnly = !rest.some(({ type }) => type === 'paragraph');
  if (first?.type !== 'paragraph' || !isOnly) return inside(blocks);
  const own = (): void => {
    writeParagraph(writing, first.content, about, { id: first.id, isHidden: true });
  };
  return [own, ...inside(rest)];
}
