import { outlineOf, type Section } from './outline.ts';
import type { Block, Paper, SourceRange } from './paper.ts';

/** A run of the paper's text that an editor may fold. */
export interface Fold {
  readonly kind: 'section' | 'siteText';
  readonly range: SourceRange;
}

/** What can be folded: every section with something below its heading, and every run of site text. */
export function foldsOf(paper: Paper): readonly Fold[] {
  return [...outlineOf(paper).flatMap(sectionFolds), ...siteTextRuns(paper.blocks)];
}

function sectionFolds(section: Section): readonly Fold[] {
  const inner = section.children.flatMap(sectionFolds);
  if (section.extent.end <= section.heading.end) return inner;
  return [{ kind: 'section', range: section.extent }, ...inner];
}

/** Runs of site text, each from its first to its last block. */
export function siteTextRuns(blocks: readonly Block[]): readonly Fold[] {
  const runs: Fold[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const run = previous?.role === 'siteText' ? runs.at(-1) : undefined;
    if (block.role === 'siteText') {
      const start = run?.range.start ?? block.range.start;
      if (run) runs.pop();
      runs.push({ kind: 'siteText', range: { start, end: block.range.end } });
    }
    previous = block;
  }
  return runs;
}
