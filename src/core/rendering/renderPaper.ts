import type { Token } from 'markdown-it';
import { footnoteOf } from '../paper/markdown/footnoteTokens.ts';
import type { Paper, PaperMetadata, SourceRange } from '../paper/paper.ts';
import { backLink, backLinks, footnoteId } from './drawFootnotes.ts';
import { drawTokens } from './drawTokens.ts';
import { generated, rangeAttribute, startDrawing, type Drawing, type Page } from './drawing.ts';
import { headingsOf } from './headings.ts';
import { equalParts } from './changesBetween.ts';
import { drawPoints } from './points.ts';
import type { RenderedPaper, RenderedPart } from './renderedPaper.ts';
import { drawFold } from './drawFold.ts';
import { englishWords, type RenderingWords } from './renderingWords.ts';
import { sectionsOf, type Section } from './sections.ts';
import { drawTitleBlock } from './titleBlock.ts';
import { typedNotesOf } from './typedNotes.ts';
import { contentOf, type Unit } from './units.ts';

/**
 * The paper as parts of a page. Parts that are as in `previous`, wherever they stand now, are the same
 * strings and maps again. Never throws: whatever tokens say, only known elements are written.
 */
export function renderPaper(
  paper: Paper,
  previous: RenderedPaper | null = null,
  words: RenderingWords = englishWords,
): RenderedPaper {
  const { units, tokens, blocks } = contentOf(paper);
  const sections = sectionsOf(units, paper.metadata);
  const leftOut = new Set(
    sections
      .filter(({ kind }) => kind === 'siteText' || kind === 'titleBlock')
      .flatMap((section) => section.units.flatMap((unit) => unit.tokens)),
  );
  const typedNotes = typedNotesOf(blocks);
  const page: Page = {
    text: paper.text,
    words,
    headings: headingsOf(tokens, (token) => leftOut.has(token)),
    typedNotes,
    linkedNotes: typedNotes.paired,
    noteReferences: countReferences(tokens),
    references: new Set(),
    images: paper.images,
    blocks,
  };
  const inNotes: Page = { ...page, linkedNotes: new Set() };
  const parts = sections
    .map((section) =>
      drawSection(section.kind === 'footnotes' ? inNotes : page, section, paper.metadata),
    )
    .filter(({ html }) => html !== '');
  return { parts: previous === null ? parts : reused(previous.parts, parts) };
}

/** The parts, with the strings and maps of the old ones that are equal. */
function reused(
  old: readonly RenderedPart[],
  parts: readonly RenderedPart[],
): readonly RenderedPart[] {
  const equal = equalParts(old, parts);
  return parts.map((part, index) => {
    const same = old[equal[index] ?? -1];
    if (same === undefined) return part;
    return same.range.start === part.range.start ? same : { ...same, range: part.range };
  });
}

function countReferences(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const token of tokens)
    for (const child of token.children ?? []) {
      if (child.type !== 'footnote_ref') continue;
      const { number } = footnoteOf(child);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  return counts;
}

const rootTags: Readonly<Record<Section['kind'], string>> = {
  titleBlock: 'header',
  siteText: 'details',
  summary: 'section',
  keyPoints: 'section',
  recommendations: 'section',
  body: 'div',
  footnotes: 'section',
  references: 'section',
  quiet: 'div',
};

function drawSection(page: Page, section: Section, metadata: PaperMetadata): RenderedPart {
  const range = rangeOf(section, metadata);
  const drawing = startDrawing(page, range.start);
  const inside = drawInside(drawing, section, metadata);
  const tag = rootTags[section.kind];
  const place = rangeAttribute(drawing, range);
  const html =
    inside === '' ? '' : `<${tag} class="part ${section.kind}"${place}>${inside}</${tag}>`;
  return { kind: section.kind, range, html, map: drawing.map };
}

function rangeOf({ units }: Section, { title, date, publisher }: PaperMetadata): SourceRange {
  const ranges = units.map(({ range }) => range);
  const facts = [title, date, publisher].flatMap((fact) => fact?.range ?? []);
  const all = ranges.length > 0 ? ranges : facts;
  return {
    start: all.reduce((least, { start }) => Math.min(least, start), all[0]?.start ?? 0),
    end: all.reduce((most, { end }) => Math.max(most, end), all[0]?.end ?? 0),
  };
}

function drawInside(drawing: Drawing, section: Section, metadata: PaperMetadata): string {
  switch (section.kind) {
    case 'titleBlock':
      return drawTitleBlock(drawing, section.units, metadata);
    case 'siteText':
      return drawFold(drawing, section.units, drawUnits(drawing, section.units));
    case 'keyPoints':
    case 'recommendations':
      return drawPoints(drawing, section);
    case 'summary':
      return drawSummary(drawing, section.units);
    case 'footnotes':
      return drawNotes(drawing, section);
    case 'body':
    case 'references':
    case 'quiet':
      return drawUnits(drawing, section.units);
  }
}

function drawUnits(drawing: Drawing, units: readonly Unit[]): string {
  return units.map(({ tokens }) => drawTokens(drawing, tokens)).join('');
}

function drawSummary(drawing: Drawing, units: readonly Unit[]): string {
  const headed = units[0]?.tokens[0]?.type === 'heading_open' ? 1 : 0;
  const rest = units.slice(headed);
  const heading = drawUnits(drawing, units.slice(0, headed));
  return rest.length === 0
    ? heading
    : `${heading}<div class="summary">${drawUnits(drawing, rest)}</div>`;
}

function drawNotes(drawing: Drawing, { units, isHeaded }: Section): string {
  const numbered = units.filter(({ tokens }) => tokens[0]?.type === 'footnote_open');
  if (numbered.length === 0) return units.map((unit) => drawTypedNote(drawing, unit)).join('');
  const heading = isHeaded ? '' : generated(drawing.page.words.footnotes, 'h2');
  const items = numbered
    .map((unit) => ({ unit, meta: footnoteOf(unit.tokens[0]) }))
    .sort((one, other) => one.meta.number - other.meta.number)
    .map(({ unit, meta }) => {
      const place = rangeAttribute(drawing, unit.range);
      const words = drawTokens(drawing, unit.tokens.slice(1, -1));
      const back = backLinks(drawing, meta);
      return `<li id="${footnoteId(meta)}" value="${meta.number}"${place}>${words}${back}</li>`;
    });
  return `${heading}<ol>${items.join('')}</ol>`;
}

/** A note as it is typed, which the mark in the text leads to where it can only mean this one. */
function drawTypedNote(drawing: Drawing, { tokens, blocks }: Unit): string {
  const { labels, paired } = drawing.page.typedNotes;
  const label = blocks.map((block) => labels.get(block)).find((each) => each !== undefined);
  const html = drawTokens(drawing, tokens);
  if (label === undefined || !paired.has(label) || blocks.length !== 1) return html;
  const back = backLink(drawing, Number(label), `fnref-typed-${label}`);
  return `<div class="footnote" id="fn-typed-${label}">${html}${back}</div>`;
}
