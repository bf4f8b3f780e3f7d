import type { Block, Paper, Role, SourceRange } from './paper.ts';

/** A section of a paper: its heading and everything up to the next heading of its rank. */
export interface Section {
  readonly title: string;
  /** As printed: 1 to 6; levels may be skipped. */
  readonly level: number;
  /** Where the heading stands. */
  readonly heading: SourceRange;
  /** From the heading to the end of the section's last block. */
  readonly extent: SourceRange;
  readonly children: readonly Section[];
}

const sectionRoles: ReadonlySet<Role> = new Set<Role>([
  'heading',
  'keyPointsHeading',
  'recommendationsHeading',
  'keyPoint',
  'recommendation',
  'summary',
  'body',
  'footnote',
  'reference',
  'about',
]);

/** Blocks that are not the paper's own do not make the section before them longer. */
const strangers: ReadonlySet<Role> = new Set<Role>(['siteText', 'related', 'posting', 'tags']);

interface Opened {
  readonly title: string;
  readonly level: number;
  readonly heading: SourceRange;
  end: number;
  readonly children: Opened[];
}

/** The paper's own sections, nested by level; no contents lists, site text or disclaimers. */
export function outlineOf(paper: Paper): readonly Section[] {
  const roots: Opened[] = [];
  let path: Opened[] = [];
  for (const block of paper.blocks) {
    if (isSectionHeading(block)) {
      const opened: Opened = {
        title: block.text.replace(/\s?:$/u, ''),
        level: block.level,
        heading: block.range,
        end: block.range.end,
        children: [],
      };
      path = path.filter((outer) => outer.level < block.level);
      (path.at(-1)?.children ?? roots).push(opened);
      path.push(opened);
    }
    if (!strangers.has(block.role)) for (const outer of path) outer.end = block.range.end;
  }
  return roots.map(close);
}

function isSectionHeading(block: Block): boolean {
  return block.kind === 'heading' && sectionRoles.has(block.role) && block.text !== '';
}

function close({ title, level, heading, end, children }: Opened): Section {
  return {
    title,
    level,
    heading,
    extent: { start: heading.start, end },
    children: children.map(close),
  };
}
