import { blocksFromTokens } from '../markdown/blocks.ts';
import type { PaperSource } from '../paper.ts';
import type { FormBlock, Reading } from '../reading.ts';
import type { Steps } from '../steps.ts';
import { tokenList } from '../text/tokenList.ts';
import { listSteps, noteSteps, quoteSteps, type Step, type StepsOf } from './containers.ts';
import {
  writeHeading,
  writeParagraph,
  writePreformatted,
  type DocumentWriting,
} from './documentWriting.ts';
import { documentChunks } from './documentChunks.ts';
import { formOf } from './formOf.ts';
import { noteLabels } from './noteLabels.ts';
import type { AboutBlock, DocumentBlock, PaperDocument } from './paperDocument.ts';
import { readingText } from './readingText.ts';
import { writeTable } from './tableTokens.ts';

/** A document as a text, and everything that is found at places in it. */
export interface DocumentReading extends Reading {
  readonly text: string;
  readonly source: PaperSource;
}

/** Lists, quotations and notes nest as deep as this; what is nested deeper is written at that depth. */
const deepest = 40;

/** How many blocks are written, or looked at, before others may work. */
const blocksAtOnce = 100;

/**
 * Writes a document as its reading text: blocks parted by a blank line, items of lists by a line end
 * with their markers before them, cells of tables by tabs and rows by line ends, notes where they stand.
 */
export function* documentReading(document: PaperDocument): Steps<DocumentReading> {
  const text = readingText(document.pageLabels);
  const writing: DocumentWriting = {
    text,
    notes: noteLabels(document.blocks),
    references: new Map(),
    images: [],
    list: tokenList(),
    about: new Map(),
    written: new Set(),
    repeats: 0,
    lists: 0,
    isBehindMarker: false,
  };
  yield* writeAll(writing, document.blocks);
  const { text: written, pages, origins } = text.finish();
  const { tokens } = writing.list;
  const whole = { start: 0, end: written.length };
  yield;
  const forms = yield* blocksFromTokens(written, whole, tokens);
  yield;
  const blocks: FormBlock[] = [];
  for (const block of forms) {
    const about = aboutOf(writing.about.get(block.token) ?? {});
    blocks.push({ ...block, ...formOf(tokens, block.token), ...about });
    if (blocks.length % blocksAtOnce === 0) yield;
  }
  const problems = document.problems.map((message) => ({ message, range: { start: 0, end: 0 } }));
  const source = { pages, origins, images: writing.images };
  return { text: written, chunks: documentChunks(tokens, blocks), blocks, problems, source };
}

/** Writes blocks and what is in them. Steps instead of recursion: sources nest as deep as they like. */
function* writeAll(writing: DocumentWriting, blocks: readonly DocumentBlock[]): Steps<void> {
  const steps: Step[] = [];
  const later = (next: readonly Step[]): void => {
    for (const step of next.toReversed()) steps.push(step);
  };
  const stepsOf = (inner: readonly DocumentBlock[], outer: AboutBlock, depth: number): Step[] =>
    inner.map((block) => () => {
      const about = { ...outer, ...aboutOf(block) };
      later(writeBlock(writing, block, about, depth, (each) => stepsOf(each, about, depth + 1)));
    });
  later(stepsOf(blocks, {}, 0));
  let done = 0;
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    step();
    done += 1;
    if (done % blocksAtOnce === 0) yield;
  }
}

/** What holds for the blocks within a block too. */
function aboutOf({ siteText, cue }: AboutBlock): Pick<AboutBlock, 'siteText' | 'cue'> {
  return { ...(siteText === undefined ? {} : { siteText }), ...(cue === undefined ? {} : { cue }) };
}

/** Writes a block, or its beginning; returns the steps that write the rest of it. */
function writeBlock(
  writing: DocumentWriting,
  block: DocumentBlock,
  about: AboutBlock,
  depth: number,
  inside: StepsOf,
): readonly Step[] {
  const { id } = block;
  switch (block.type) {
    case 'heading':
      writeHeading(writing, block, about);
      return [];
    case 'paragraph':
      writeParagraph(writing, block.content, about, { id });
      return [];
    case 'preformatted':
      writePreformatted(writing, block.text, about, id);
      return [];
    case 'table':
      writeTable(writing, block, about);
      return [];
    case 'rule': {
      const { length } = writing.text;
      writing.list.rule({ start: length, end: length });
      return [];
    }
    case 'page':
      writing.text.turnTo(block.page);
      return [];
    case 'list':
      if (depth < deepest) return listSteps(writing, block, about, inside);
      return inside(block.items.flatMap(({ blocks }) => blocks));
    case 'quote':
      return depth < deepest ? quoteSteps(writing, block, about, inside) : inside(block.blocks);
    case 'note':
      return depth < deepest ? noteSteps(writing, block, about, inside) : inside(block.blocks);
  }
}
