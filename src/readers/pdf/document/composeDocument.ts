import type { PaperDocument } from '../../../core/paper/document/paperDocument.ts';
import type { Chunk } from '../layout/chunks.ts';
import { textOf } from '../layout/lineText.ts';
import type { Line } from '../layout/lines.ts';
import type { PageText } from '../layout/pageText.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import { bodyStyleOf } from '../layout/styles.ts';
import { asidesOf } from './asides.ts';
import { bylinesOf } from './bylines.ts';
import { contentsOutline } from './contentsOutline.ts';
import type { Carried, Element } from './elements.ts';
import { elementsOf } from './elements.ts';
import type { FileProperties } from './facts.ts';
import { factsOf, runningDate, statedTitle } from './facts.ts';
import { flowOf, type Roles } from './flow.ts';
import { furnitureOf } from './furniture.ts';
import type { OutlineEntry } from './headings.ts';
import { blockText, folded, headingsOf } from './headings.ts';
import { hyphenationOf } from './hyphens.ts';
import { withHeadingsJoined } from './headingParts.ts';
import { lettersOf } from './letterSpacing.ts';
import { noteLabelsOf } from './noteLabels.ts';
import { pageLabelsOf } from './pageLabels.ts';
import { placesOf } from './places.ts';
import { textProblems } from './problems.ts';
import { withSentencesJoined } from './readingOrder.ts';
import { titleOf } from './title.ts';

/** A page that was read, with its runs joined to chunks. */
export interface ReadPage {
  readonly text: PageText;
  readonly chunks: readonly Chunk[];
  /** Whether it can't be read, or not all of it. */
  readonly isDamaged: boolean;
}

/** What a PDF says beside its pages. */
export interface FileFacts {
  readonly properties: FileProperties;
  readonly outline: readonly OutlineEntry[];
  /** As the file numbers its pages; null if it doesn't. */
  readonly labels: readonly string[] | null;
  readonly problems: readonly string[];
}

/** Makes a document of pages; `breathe` is awaited between them, so that no stretch of work is long. */
export async function composeDocument(
  pages: readonly ReadPage[],
  file: FileFacts,
  breathe: () => Promise<void>,
): Promise<PaperDocument> {
  const furniture = furnitureOf(pages.map(({ text, chunks }) => ({ ...text, chunks })));
  const ownChunks = pages.flatMap(({ chunks }) =>
    chunks.filter((chunk) => !furniture.reasons.has(chunk)),
  );
  const body = bodyStyleOf(ownChunks);
  await breathe();
  const carried: Carried = { series: new Map(), noteGoesOn: false };
  const elements: Element[] = [];
  for (const { text, chunks } of pages) {
    const reasons = new Map<Chunk, string>();
    for (const chunk of chunks) {
      const reason = furniture.reasons.get(chunk);
      if (reason !== undefined) reasons.set(chunk, reason);
    }
    const ordered = withSentencesJoined(elementsOf(text, chunks, reasons, body, carried));
    elements.push(...withHeadingsJoined(ordered, body));
    await breathe();
  }
  const blocks = textBlocks(elements);
  const stated = statedTitle(file.properties);
  const titles = new Set(titleOf(blocks, body, stated));
  const bylines = bylinesOf(blocks, titles);
  const outline = file.outline.length > 0 ? file.outline : contentsOutline(elements);
  // A name in bold in the margin is whom the file states as its author.
  const authors = new Set(file.properties.authors.map(folded));
  const others = blocks.filter(
    (block) => !bylines.has(block) && !authors.has(folded(blockText(block))),
  );
  const seen = headingsOf(others, titles, body, outline);
  const asides = asidesOf(blocks);
  const own = others.filter((block) => !asides.has(block));
  const levels = [...seen.keys()].some((block) => asides.has(block))
    ? new Map([...headingsOf(own, titles, body, outline)].filter(([block]) => seen.has(block)))
    : seen;
  const ids = new Map([...levels.keys()].map((block, at) => [block, `heading-${String(at + 1)}`]));
  const byText = new Map(
    [...ids].map(([block, id]) => [folded(blockText(block)), id]).reverse() as [string, string][],
  );
  const lines = linesIn(elements);
  const hyphenation = hyphenationOf(lines.map(({ text }) => text));
  const places = placesOf(
    pages.map(({ text }) => text),
    () => ({
      lines: lines.concat(tableLines(elements)),
      headings: new Map(
        [...ids].flatMap(([block, id]) => block.lines.map((line) => [line, id] as const)),
      ),
      notes: new Set(elements.flatMap((each) => (each.kind === 'note' ? each.note.lines : []))),
    }),
  );
  await breathe();
  const roles: Roles = {
    body,
    hyphenation,
    levels,
    alone: new Set([...seen.keys()].filter((block) => !levels.has(block))),
    titles: new Map(outline.map(({ title }) => [lettersOf(title), title])),
    titleBlocks: titles,
    bylines,
    ids,
    noteFor: noteLabelsOf(elements),
    headingFor: (text) => byText.get(folded(text)) ?? null,
    places,
  };
  let flow = flowOf(elements, roles);
  if (places.haveMerged()) flow = flowOf(elements, roles);
  const furnitureLines = [...furniture.reasons].map(([{ runs }, reason]) => ({
    text: textOf(runs),
    reason,
  }));
  let printed: string | null = null;
  const isPrinted = (text: string) => {
    printed ??= folded(blocks.map(blockText).join(' '));
    return printed.includes(folded(text));
  };
  return {
    blocks: flow,
    facts: [...factsOf(file.properties, isPrinted), ...runningDate(furnitureLines)],
    pageLabels: pageLabelsOf(pages.length, file.labels, furniture.numbers),
    problems: [
      ...file.problems,
      ...textProblems(pages.flatMap(({ text, isDamaged }) => (isDamaged ? [] : [text]))),
    ],
  };
}

function textBlocks(elements: readonly Element[]): TextBlock[] {
  return elements.flatMap((element) =>
    element.kind === 'text'
      ? [element.block]
      : element.kind === 'box'
        ? textBlocks(element.elements)
        : [],
  );
}

/** The lines of the text in reading order, without those of tables and furniture. */
function linesIn(elements: readonly Element[]): Line[] {
  return elements.flatMap((element) => {
    if (element.kind === 'box') return linesIn(element.elements);
    if (element.kind === 'contents') return element.entries.flatMap(({ lines }) => lines);
    if (element.kind === 'text') return [...element.block.lines];
    return element.kind === 'note' ? [...element.note.lines] : [];
  });
}

function tableLines(elements: readonly Element[]): Line[] {
  return elements.flatMap((element) =>
    element.kind === 'box'
      ? tableLines(element.elements)
      : element.kind === 'table'
        ? element.table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))
        : [],
  );
}
