import * as z from 'zod/mini';
import { outlineOf, type Section } from '../paper/outline.ts';
import { paperFormats, type Block, type Paper } from '../paper/paper.ts';

const page = z.readonly(z.object({ label: z.string(), start: z.int() }));

const range = z.readonly(z.object({ start: z.int(), end: z.int() }));
const fact = z.readonly(z.object({ text: z.string(), range }));

const point = z.readonly(
  z.object({
    text: z.string(),
    ordinal: z.nullable(z.string()),
    /** Nesting: 1 is outermost. */
    level: z.int(),
    /** The cue that made it a point, as the paper's block says it. */
    evidence: z.string(),
    range,
  }),
);

const section = z.readonly(
  z.object({
    title: z.string(),
    /** Depth in the outline: 1 is outermost. */
    depth: z.int(),
    range,
    extent: range,
  }),
);

/** How a summary is kept between sessions. */
export const paperSummarySchema = z.readonly(
  z.object({
    format: z.enum(paperFormats),
    title: z.nullable(z.string()),
    people: z.readonly(z.array(z.string())),
    date: z.nullable(z.string()),
    publisher: z.nullable(z.string()),
    keyPoints: z.readonly(z.array(point)),
    recommendations: z.readonly(z.array(point)),
    /** In the order of the text. */
    sections: z.readonly(z.array(section)),
    tags: z.readonly(z.array(fact)),
    acronyms: z.readonly(z.array(z.readonly(z.object({ short: z.string(), meaning: z.string() })))),
    /** The pages as printed, in order; none for a paper without pages. */
    pages: z.readonly(z.array(page)),
    problems: z.readonly(z.array(z.readonly(z.object({ message: z.string(), range })))),
  }),
);

/** What the trees and pick lists need of a paper, without its text. */
export type PaperSummary = z.infer<typeof paperSummarySchema>;
/** A key point or a recommendation. */
export type Point = z.infer<typeof point>;
/** A section in a summary. */
export type SectionSummary = z.infer<typeof section>;

/** Bounds that keep a hostile file from filling the index; real papers stay far below. */
const textLimit = 2_000;
const listLimit = 500;
const pageLimit = 5_000;
const labelLimit = 20;

/** The paper's summary; long texts and endless lists are cut off. */
export function summarise(paper: Paper): PaperSummary {
  const { metadata } = paper;
  const shorten = (text: string) => text.slice(0, textLimit);
  const points = (role: Block['role']): Point[] =>
    paper.blocks
      .filter((block) => block.role === role && block.text !== '')
      .slice(0, listLimit)
      .map(({ text, ordinal, level, evidence, range: place }) => ({
        text: shorten(text),
        ordinal,
        level: Math.max(level, 1),
        evidence: shorten(evidence),
        range: place,
      }));
  return {
    format: paper.format,
    title: metadata.title === null ? null : shorten(metadata.title.text),
    people: metadata.people.slice(0, listLimit).map((person) => shorten(person.name)),
    date: metadata.date?.iso ?? null,
    publisher: metadata.publisher === null ? null : shorten(metadata.publisher.text),
    keyPoints: points('keyPoint'),
    recommendations: points('recommendation'),
    sections: flatten(outlineOf(paper), 1).slice(0, listLimit),
    tags: metadata.tags.slice(0, listLimit).map((tag) => ({ ...tag, text: shorten(tag.text) })),
    acronyms: metadata.acronyms
      .slice(0, listLimit)
      .map(({ short, meaning }) => ({ short: shorten(short), meaning: shorten(meaning) })),
    pages: paper.pages
      .slice(0, pageLimit)
      .map(({ label, start }) => ({ label: label.slice(0, labelLimit), start })),
    problems: paper.problems
      .slice(0, listLimit)
      .map(({ message, range: place }) => ({ message: shorten(message), range: place })),
  };
}

/** Whether a file looks like a paper: it has a title, or states key points or recommendations. */
export function looksLikePaper(summary: PaperSummary): boolean {
  return (
    summary.title !== null || summary.keyPoints.length > 0 || summary.recommendations.length > 0
  );
}

function flatten(sections: readonly Section[], depth: number): SectionSummary[] {
  return sections.flatMap(({ title, heading, extent, children }) => [
    { title: title.slice(0, textLimit), depth, range: heading, extent },
    ...flatten(children, depth + 1),
  ]);
}
