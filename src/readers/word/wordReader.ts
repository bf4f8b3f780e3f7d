import type { DocumentBlock, PaperDocument } from '../../core/paper/document/paperDocument.ts';
import type { DocumentReader, ReaderAnswer } from '../reader.ts';
import { readBody } from './readBody.ts';
import type { WordReading } from './wordReading.ts';
import { blocksOfBody, plainBlocks } from './wordBlocks.ts';
import { formFacts, propertyFacts } from './wordFacts.ts';
import { openWordFile, type WordFile, type WordPart } from './wordFile.ts';
import { withLabelsFirst, withoutFrames } from './wordTables.ts';
import { child } from './xml.ts';

/** Reads Word files (.docx). Macros and linked files are never run or loaded; sizes are checked before anything is unpacked. */
export const wordReader: DocumentReader = {
  version: 2,
  read(bytes, { name }) {
    return Promise.resolve(answerFor(bytes, name));
  },
};

function answerFor(bytes: Uint8Array, name: string): ReaderAnswer {
  const file = openWordFile(bytes);
  if (file === 'damaged')
    return {
      ok: false,
      failure: 'damaged',
      message: `${name} is damaged or incomplete, and can't be read as a Word document. Open it in Word, which may repair it, and save it anew.`,
    };
  if (file === 'tooLarge')
    return {
      ok: false,
      failure: 'tooLarge',
      message: `${name} would unpack to more than a Word document can be. If you trust it, open it in Word and save it as PDF.`,
    };
  return { ok: true, document: documentOf(file) };
}

const cut =
  'This file is damaged, its end is missing: text, notes, headings or pictures may be left out. Get it once more from where it came from.';

function documentOf(file: WordFile): PaperDocument {
  const reading: WordReading = {
    file,
    fields: [],
    noteMarks: [],
    readBox: (part, content) => readBody(reading, part, content.children, 'box'),
    comments: 0,
  };
  const body = child(file.body.root, 'w:body') ?? file.body.root;
  const items = withoutFrames(withLabelsFirst(readBody(reading, file.body, body.children)));
  const blocks = blocksOfBody(items);
  const notes = notesOf(reading);
  const { comments } = reading;
  const hidden = `${comments} ${comments === 1 ? 'comment is' : 'comments are'} not shown.`;
  return {
    blocks: [
      ...around(reading, 'header', 'page header'),
      ...blocks,
      ...notes,
      ...around(reading, 'footer', 'page footer'),
    ],
    facts: [...formFacts(items), ...propertyFacts(file.properties)],
    pageLabels: [],
    problems: [...(file.isCut ? [cut] : []), ...(comments === 0 ? [] : [hidden])],
  };
}

/** The notes that the text refers to, in the order of their marks; then those that nothing refers to. */
function notesOf(reading: WordReading): readonly DocumentBlock[] {
  const notes = new Map<string, readonly DocumentBlock[]>();
  for (const kind of ['footnote', 'endnote'])
    for (const part of reading.file.partsOf(`${kind}s`))
      for (const element of part.root.children) {
        // Separators between text and notes are notes to the format.
        if (element.name !== `w:${kind}` || element.attributes['w:type'] !== undefined) continue;
        const label = `${kind} ${element.attributes['w:id'] ?? ''}`;
        notes.set(label, plainBlocks(readBody(reading, part, element.children)));
      }
  const marks = [...reading.noteMarks];
  const labels = [
    ...marks.filter((label) => notes.has(label)),
    ...[...notes.keys()].filter((label) => !marks.includes(label)),
  ];
  return labels.map((label) => ({ type: 'note', label, blocks: notes.get(label) ?? [] }));
}

/** What is printed on every page, once. */
function around(reading: WordReading, kind: string, siteText: string): readonly DocumentBlock[] {
  const seen = new Set<string>();
  const isNew = (part: WordPart): readonly DocumentBlock[] => {
    const items = readBody(reading, part, part.root.children);
    const words = items.map((item) => (item.type === 'paragraph' ? item.text : '')).join(' ');
    if (seen.has(words)) return [];
    seen.add(words);
    return plainBlocks(items);
  };
  return reading.file
    .partsOf(kind)
    .flatMap(isNew)
    .map((block) => ({ ...block, siteText }));
}
