import type { Token } from 'markdown-it';
import { footnoteOf } from '../paper/markdown/footnoteTokens.ts';
import type { PaperMetadata, SourceRange } from '../paper/paper.ts';
import { unitInPlace } from './content.ts';
import { drawFold } from './drawFold.ts';
import { backLink, backLinks, footnoteId } from './drawFootnotes.ts';
import { drawTokens } from './drawTokens.ts';
import { generated, rangeAttribute, startDrawing, type Drawing, type Page } from './drawing.ts';
import type { DrawnHeading } from './headings.ts';
import { drawPoints } from './points.ts';
import type { RenderedPart } from './renderedPaper.ts';
import type { Section } from './sections.ts';
import { drawTitleBlock } from './titleBlock.ts';
import type { Unit } from './units.ts';

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

/** A section whose units are where they stand now. */
interface SectionInPlace extends Omit<Section, 'units'> {
  readonly units: readonly Unit[];
}

/** Draws the part that shows a section. */
export function drawSection(
  page: Page,
  placed: Section,
  metadata: PaperMetadata,
): { readonly part: RenderedPart; readonly dependsOnPage: boolean } {
  const section = { ...placed, units: placed.units.map(unitInPlace) };
  const range = rangeOf(section, metadata);
  const drawing = startDrawing(page, range.start, {
    blocks: new Map(section.units.flatMap(({ opened }) => [...opened])),
    headings: headingsInPlace(page, placed, section),
    linkedNotes: section.kind === 'footnotes' ? new Set() : page.pairedNotes,
  });
  const inside = drawInside(drawing, section, metadata);
  const tag = rootTags[section.kind];
  const place = rangeAttribute(drawing, range);
  const html =
    inside === '' ? '' : `<${tag} class="part ${section.kind}"${place}>${inside}</${tag}>`;
  return {
    part: { kind: section.kind, range, html, map: drawing.map },
    dependsOnPage: drawing.dependsOnPage,
  };
}

function headingsInPlace(
  { headings }: Page,
  placed: Section,
  { units }: SectionInPlace,
): ReadonlyMap<Token, DrawnHeading> {
  const drawn = new Map<Token, DrawnHeading>();
  placed.units.forEach(({ unit }, index) => {
    unit.headings.forEach((heading, at) => {
      const token = units[index]?.headings[at]?.token;
      const own = headings.drawn.get(heading);
      if (token !== undefined && own !== undefined) drawn.set(token, own);
    });
  });
  return drawn;
}

function rangeOf(
  { units }: SectionInPlace,
  { title, date, publisher }: PaperMetadata,
): SourceRange {
  const ranges = units.map(({ range }) => range);
  const facts = [title, date, publisher].flatMap((fact) => fact?.range ?? []);
  const all = ranges.length > 0 ? ranges : facts;
  return {
    start: all.reduce((least, { start }) => Math.min(least, start), all[0]?.start ?? 0),
    end: all.reduce((most, { end }) => Math.max(most, end), all[0]?.end ?? 0),
  };
}

function drawInside(drawing: Drawing, section: SectionInPlace, metadata: PaperMetadata): string {
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

function drawNotes(drawing: Drawing, { units, isHeaded }: SectionInPlace): string {
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
function drawTypedNote(drawing: Drawing, { tokens, blocks, noteLabels }: Unit): string {
  const [label] = noteLabels;
  const html = drawTokens(drawing, tokens);
  if (label === undefined) return html;
  drawing.dependsOnPage = true;
  if (!drawing.page.pairedNotes.has(label) || blocks.length !== 1) return html;
  const back = backLink(drawing, Number(label), `fnref-typed-${label}`);
  return `<div class="footnote" id="fn-typed-${label}">${html}${back}</div>`;
}
