import type { Paper } from '../paper/paper.ts';
import { finish, type Steps } from '../paper/steps.ts';
import { contentOf, type PlacedUnit } from './content.ts';
import { drawnSection } from './drawnSection.ts';
import type { Page } from './drawing.ts';
import { headingsOf } from './headings.ts';
import type { RenderedPaper, RenderedPart } from './renderedPaper.ts';
import { englishWords, type RenderingWords } from './renderingWords.ts';
import { sectionsOf, type Section } from './sections.ts';
import { pairedLabels } from './typedNotes.ts';

/**
 * The paper as parts of a page. A part of chunks that were drawn before, wherever they stand now, is the
 * same string and map again. Never throws: whatever tokens say, only known elements are written.
 */
export function renderPaper(paper: Paper, words: RenderingWords = englishWords): RenderedPaper {
  return finish(renderPaperInSteps(paper, words));
}

/** How many sections are drawn in a step. */
const sectionsAtOnce = 10;

/** `renderPaper` in steps. */
export function* renderPaperInSteps(
  paper: Paper,
  words: RenderingWords = englishWords,
): Steps<RenderedPaper> {
  const content = yield* contentOf(paper);
  const sections = sectionsOf(content, paper.metadata);
  const page: Page = {
    text: paper.text,
    words,
    headings: headingsOf(
      unitsWithHeadings(content, sections).flatMap(({ unit }) => unit.headings),
      content.flatMap(({ unit }) => unit.places),
    ),
    pairedNotes: pairedLabels(content.flatMap(({ unit }) => unit.noteLabels)),
    noteReferences: countsOf(content.flatMap(({ unit }) => unit.noteReferences)),
    references: new Set(),
    images: paper.images,
  };
  const parts: RenderedPart[] = [];
  for (const [index, section] of sections.entries()) {
    if (index % sectionsAtOnce === 0) yield;
    const part = drawnSection(page, section, paper.metadata);
    if (part.html !== '') parts.push(part);
  }
  return { parts };
}

/** The title is no heading of the text, nor is what stands in site text. */
function unitsWithHeadings(
  content: readonly PlacedUnit[],
  sections: readonly Section[],
): readonly PlacedUnit[] {
  const others = new Set(
    sections
      .filter(({ kind }) => kind === 'siteText' || kind === 'titleBlock')
      .flatMap(({ units }) => units),
  );
  return content.filter((placed) => !others.has(placed));
}

function countsOf(numbers: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}
