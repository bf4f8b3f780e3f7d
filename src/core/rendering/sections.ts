import type { PaperMetadata } from '../paper/paper.ts';
import type { PartKind } from './renderedPaper.ts';
import type { PlacedUnit } from './content.ts';
import type { Unit } from './units.ts';

/** Units that become one part of the page. */
export interface Section {
  readonly kind: PartKind;
  /** In source order; none for a title block of a paper that prints no title. */
  readonly units: readonly PlacedUnit[];
  /** Whether a section of notes has its heading right before it, and needs none of its own. */
  readonly isHeaded: boolean;
}

/** The sections of a page: the title block where the title stands, the numbered notes at the end. */
export function sectionsOf(
  content: readonly PlacedUnit[],
  metadata: PaperMetadata,
): readonly Section[] {
  const units = content.map(({ unit }) => unit);
  const title = titleWindow(units);
  const sections: Growing[] = [];
  const notes: PlacedUnit[] = [];
  let isHeaded = false;
  content.forEach((placed, index) => {
    const { unit } = placed;
    if (unit.tokens[0]?.type === 'footnote_open') {
      isHeaded ||= notes.length === 0 && units[index - 1]?.tokens[0]?.type === 'heading_open';
      notes.push(placed);
      return;
    }
    isHeaded = false;
    if (unit.kind === 'titleBlock' && index >= title.from && index < title.to) {
      if (index === title.anchor) sections.push(section('titleBlock', titleUnits(content, title)));
      return;
    }
    addUnit(sections, placed);
  });
  if (title.anchor < 0 && saysSomething(metadata)) {
    const behindFrontMatter = sections[0]?.units[0]?.unit.role === 'metadata' ? 1 : 0;
    sections.splice(behindFrontMatter, 0, section('titleBlock', []));
  }
  if (notes.length > 0) sections.push({ ...section('footnotes', notes), isHeaded });
  return sections;
}

interface TitleWindow {
  readonly anchor: number;
  readonly from: number;
  readonly to: number;
}

/** Where the title stands, with what belongs to it before and behind; only site text may intervene. */
function titleWindow(units: readonly Unit[]): TitleWindow {
  const isTitle = ({ role }: Unit) => role === 'title';
  const isOfTitleBlock = ({ kind }: Unit) => kind === 'titleBlock';
  const title = units.findIndex(isTitle);
  const anchor = title >= 0 ? title : units.findIndex(isOfTitleBlock);
  const mayStand = (index: number) =>
    units[index]?.kind === 'titleBlock' || units[index]?.kind === 'siteText';
  let from = anchor;
  let to = anchor + 1;
  while (from > 0 && mayStand(from - 1)) from -= 1;
  while (to < units.length && mayStand(to)) to += 1;
  return { anchor, from, to };
}

function titleUnits(content: readonly PlacedUnit[], { from, to }: TitleWindow): PlacedUnit[] {
  return content.slice(from, to).filter(({ unit }) => unit.kind === 'titleBlock');
}

interface Growing extends Section {
  readonly units: PlacedUnit[];
}

function section(kind: PartKind, units: PlacedUnit[]): Growing {
  return { kind, units, isHeaded: false };
}

/** Adds a unit to the last section if both belong together, else begins a section. */
function addUnit(sections: Growing[], placed: PlacedUnit): void {
  const { unit } = placed;
  const last = sections.at(-1);
  if (last !== undefined && continues(last, unit)) last.units.push(placed);
  else sections.push(section(unit.kind === 'titleBlock' ? 'body' : unit.kind, [placed]));
}

function continues(last: Section, unit: Unit): boolean {
  switch (unit.kind) {
    case 'titleBlock':
    case 'body':
      return false;
    case 'keyPoints':
      return last.kind === 'keyPoints' && unit.role !== 'keyPointsHeading';
    case 'recommendations':
      if (unit.role === 'recommendationsHeading') return false;
      return last.kind === 'recommendations' || last.kind === 'keyPoints';
    case 'siteText':
    case 'summary':
    case 'footnotes':
    case 'references':
    case 'quiet':
      return last.kind === unit.kind;
  }
}

function saysSomething({ series, title, people, date, publisher, tags }: PaperMetadata): boolean {
  return (
    [series, title, date, publisher].some((fact) => fact !== null) ||
    people.length > 0 ||
    tags.length > 0
  );
}
