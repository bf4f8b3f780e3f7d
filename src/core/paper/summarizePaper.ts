import type { Block, Paper, PaperMetadata } from './paper.ts';
import { runInLabel, type PointRole } from './roles/pointWords.ts';
import { sectionsOf, type RankedSection } from './roles/sections.ts';

/** What a paper says, as plain values: texts as printed, white space folded, markup removed. */
export interface PaperReport {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** "YYYY-MM-DD" or "YYYY-MM". */
  readonly date: string | null;
  readonly publisher: string | null;
  readonly sections: readonly RankedSection[];
  readonly keyPoints: readonly string[];
  readonly recommendations: readonly string[];
  readonly tags: readonly string[];
  readonly footnotes: number;
  readonly tables: number;
  readonly problems: readonly string[];
}

/** The report on a paper. A point with points nested in it holds them; names stand without rank. */
export function summarizePaper(paper: Paper): PaperReport {
  const { metadata, blocks, problems } = paper;
  const iso = metadata.date?.iso ?? null;
  return {
    title: citedTitle(paper.text, metadata),
    authors: metadata.people.map(({ name }) => fold(name)),
    date: iso !== null && iso.length > 4 ? iso : null,
    publisher: metadata.publisher === null ? null : fold(metadata.publisher.text),
    sections: sectionsOf(paper).map(({ level, title }) => ({
      level,
      title: fold(title).replace(/\s?:$/u, ''),
    })),
    keyPoints: pointsOf(blocks, 'keyPoint'),
    recommendations: pointsOf(blocks, 'recommendation'),
    tags: metadata.tags.map(({ text }) => fold(text)),
    footnotes: blocks.filter(({ kind, role }) => kind === 'footnote' || role === 'footnote').length,
    tables: blocks.filter(({ kind }) => kind === 'table').length,
    problems: problems.map(({ message }) => fold(message)),
  };
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The title as one would cite it: with its series where both are printed as "Series: Title". */
function citedTitle(text: string, { title, series }: PaperMetadata): string | null {
  if (title === null) return null;
  const joint = series === null ? '' : text.slice(series.range.end, title.range.start);
  return fold(
    series !== null && /^\s*:\s*$/u.test(joint) ? `${series.text}: ${title.text}` : title.text,
  );
}

function pointsOf(blocks: readonly Block[], role: PointRole): readonly string[] {
  const points: { text: string; readonly level: number; readonly block: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.role !== role || block.text === '') continue;
    const outer = points.at(-1);
    const isNested = outer !== undefined && outer.level > 0 && block.level > outer.level;
    // Nothing but points may stand between a point and those nested in it.
    const isNext = blocks.slice(outer?.block, index).every((each) => each.role === role);
    if (isNested && isNext && block.kind === 'listItem') outer.text += ` ${fold(block.text)}`;
    else points.push({ text: withoutLabel(fold(block.text)), level: block.level, block: index });
  }
  return points.map(({ text }) => text);
}

function withoutLabel(text: string): string {
  const label = runInLabel(text);
  return label?.cue.role === 'keyPoint' ? text.slice(label.length) : text;
}
