import type { PaperMetadata } from '../paper/paper.ts';
import type { PlacedUnit } from './content.ts';
import { drawSection } from './drawSection.ts';
import type { Page } from './drawing.ts';
import type { DrawnHeading } from './headings.ts';
import type { RenderedPart } from './renderedPaper.ts';
import type { RenderingWords } from './renderingWords.ts';
import type { Section } from './sections.ts';
import type { Unit } from './units.ts';

/** A part as it was drawn, with all that it was drawn from. */
interface Drawn {
  readonly part: RenderedPart;
  readonly units: readonly PlacedUnit[];
  readonly headings: readonly (DrawnHeading | undefined)[];
  readonly words: RenderingWords;
}

/** Parts that depend on nothing else of the paper, by the first of their units. */
const known = new WeakMap<Unit, Drawn>();

/** The part that shows a section; as it was drawn before, if it would be drawn the same. */
export function drawnSection(page: Page, section: Section, metadata: PaperMetadata): RenderedPart {
  const [first] = section.units;
  const before = first === undefined ? undefined : known.get(first.unit);
  const by = before === undefined ? null : distance(before, page, section);
  if (before !== undefined && by !== null) return movedPart(before.part, by);
  const { part, dependsOnPage } = drawSection(page, section, metadata);
  // The title block shows facts from all over the paper.
  if (first !== undefined && !dependsOnPage && section.kind !== 'titleBlock')
    known.set(first.unit, {
      part,
      units: section.units,
      headings: headingsIn(page, section),
      words: page.words,
    });
  return part;
}

/** How far a section stands from where it was drawn; null if it is not the same section any more. */
function distance(before: Drawn, page: Page, { kind, units }: Section): number | null {
  if (kind !== before.part.kind || page.words !== before.words) return null;
  if (units.length !== before.units.length) return null;
  const by = (units[0]?.by ?? 0) - (before.units[0]?.by ?? 0);
  let heading = 0;
  for (const [index, { unit, by: unitBy }] of units.entries()) {
    const old = before.units[index];
    if (unit !== old?.unit || unitBy - old.by !== by) return null;
    for (const each of unit.headings) {
      const now = page.headings.drawn.get(each);
      const then = before.headings[heading];
      if (now?.id !== then?.id || now?.tag !== then?.tag) return null;
      heading += 1;
    }
  }
  return by;
}

function headingsIn(page: Page, { units }: Section): readonly (DrawnHeading | undefined)[] {
  return units.flatMap(({ unit }) => unit.headings.map((each) => page.headings.drawn.get(each)));
}

function movedPart(part: RenderedPart, by: number): RenderedPart {
  if (by === 0) return part;
  const { start, end } = part.range;
  return { ...part, range: { start: start + by, end: end + by } };
}
