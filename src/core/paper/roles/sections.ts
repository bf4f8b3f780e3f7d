import { outlineOf, type Section } from '../outline.ts';
import type { Paper } from '../paper.ts';

/** A heading of a paper, with its rank among the levels that the paper uses. */
export interface RankedSection {
  /** 1 is the highest level that is used. */
  readonly level: number;
  readonly title: string;
}

/** The paper's own sections down to a rank, in order; skipped levels do not count. */
export function sectionsOf(paper: Paper, ranks = 2): readonly RankedSection[] {
  const sections = flatten(outlineOf(paper));
  const levels = [...new Set(sections.map(({ level }) => level))].sort((a, b) => a - b);
  return sections
    .map(({ level, title }) => ({ level: levels.indexOf(level) + 1, title }))
    .filter(({ level }) => level <= ranks);
}

function flatten(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...flatten(section.children)]);
}
