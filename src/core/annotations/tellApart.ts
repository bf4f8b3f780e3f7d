import { outlineOf, type Section } from '../paper/outline.ts';
import { pageLabelAt } from '../paper/pageAt.ts';
import type { Paper, SourceRange } from '../paper/paper.ts';
import { excerptAt } from './orphanChoices.ts';

/** By what a reader knows one of several passages from the others. */
export interface Distinction {
  /** The printed label of its page; null for a paper without pages. */
  readonly page: string | null;
  /** From 1; null where lines are not to be seen, as in a PDF. */
  readonly line: number | null;
  /** From 1; null unless another one is in the same line. */
  readonly column: number | null;
  /** Title of the innermost section; null in front of the first. */
  readonly section: string | null;
  /** The words before it, where nothing else tells it from another; else empty. */
  readonly before: string;
}

/** Characters of the words before a passage. */
const wordsBefore = 30;

/** What tells places in a paper from each other. `hasLines`: whether the reader sees the lines of its text. */
export function tellApart(
  paper: Paper,
  places: readonly SourceRange[],
  hasLines: boolean,
): readonly Distinction[] {
  const sections = outlineOf(paper);
  const stood = places.map((place) => {
    const { line, column } = lineAndColumn(paper.text, place.start);
    return {
      place,
      page: pageLabelAt(paper, place.start),
      line: hasLines ? line : null,
      column,
      section: titleAt(sections, place.start),
    };
  });
  type Stood = (typeof stood)[number];
  const isShared = (one: Stood, same: (other: Stood) => boolean) =>
    stood.some((other) => other !== one && same(other));
  return stood.map((one) => {
    const { place, page, line, section } = one;
    const isBeside = line !== null && isShared(one, (other) => other.line === line);
    const isAlike =
      line === null && isShared(one, (other) => other.page === page && other.section === section);
    return {
      ...{ page, line, section },
      column: isBeside ? one.column : null,
      before: isAlike ? excerptAt(paper.text, place, wordsBefore).before.trim() : '',
    };
  });
}

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const above = text.slice(0, at).split(/\r\n|\r|\n/u);
  return { line: above.length, column: (above.at(-1)?.length ?? 0) + 1 };
}

function titleAt(sections: readonly Section[], at: number): string | null {
  const found = sections.findLast(({ extent }) => extent.start <= at && at < extent.end);
  return found === undefined ? null : (titleAt(found.children, at) ?? found.title);
}
