import { datesIn } from '../../../core/paper/roles/dates.ts';
import { commonest, grouped } from '../layout/grouped.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import type { BodyStyle } from '../layout/styles.ts';
import { rounded, share } from '../layout/styles.ts';
import { isCaption } from './captions.ts';
import { isMemoLabel } from './letterhead.ts';

/** An entry of the file's own outline. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly depth: number;
  /** Counted from 0; null if it leads nowhere. */
  readonly page: number | null;
}

/** Longer texts are paragraphs in large or bold letters. */
const LONGEST = 220;
const MOST_LINES = 4;
/** An outline that names fewer headings of the text says nothing of the others. */
const FEWEST_LISTED = 4;
const NUMBERED =
  /^(?:(?:part|chapter|section|annex|appendix|title)\s+[\dA-Z]+\b|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|[IVX]{1,5}\.\s|\d{1,2}\.?\s)\s*\S/i;

/** Which blocks are headings, with their levels from 1; the title is none of them. */
export function headingsOf(
  blocks: readonly TextBlock[],
  titles: ReadonlySet<TextBlock>,
  body: BodyStyle,
  outline: readonly OutlineEntry[],
): Map<TextBlock, number> {
  const named = new Set([...titles].map((block) => folded(blockText(block))));
  const own = blocks.filter(
    (block) => block.lines.length > MOST_LINES || !named.has(folded(blockText(block))),
  );
  const outlined = outlinedBlocks(own, outline);
  const styled = new Map<TextBlock, string>();
  for (const [at, block] of own.entries()) {
    const style = outlined.has(block) ? styleOf(block) : headingStyle(block, own[at + 1], body);
    if (style !== null) styled.set(block, style);
  }
  const cover = new Set(coverLines(own, titles, body));
  for (const block of cover)
    if (!outlined.has(block) && !recurs(block, styled, cover)) styled.delete(block);
  return levelsOf(styled, outlined);
}

/** What stands on the page of the title before its first paragraph: names, dates, a series. */
function coverLines(
  blocks: readonly TextBlock[],
  titles: ReadonlySet<TextBlock>,
  body: BodyStyle,
): TextBlock[] {
  const [title] = titles;
  if (title === undefined) return [];
  const cover = blocks.filter(({ page }) => page === title.page);
  const prose = cover.findIndex(
    (block) =>
      block.top > title.top &&
      block.lines.length > 1 &&
      blockText(block).length > 80 &&
      block.size < 1.1 * body.size,
  );
  return prose < 0 ? cover : cover.slice(0, prose);
}

/** Whether a heading looks like others in the text. */
function recurs(
  block: TextBlock,
  styled: ReadonlyMap<TextBlock, string>,
  cover: ReadonlySet<TextBlock>,
): boolean {
  const style = styled.get(block);
  return [...styled].some(([other, each]) => each === style && !cover.has(other));
}

/** The blocks that entries of the outline name. */
function outlinedBlocks(
  blocks: readonly TextBlock[],
  outline: readonly OutlineEntry[],
): Map<TextBlock, number> {
  const found = new Map<TextBlock, number>();
  const byText = grouped(
    blocks.filter(
      (block) =>
        block.lines.length <= MOST_LINES &&
        block.marker?.kind !== 'bullet' &&
        !isCaption(blockText(block)),
    ),
    (block) => folded(blockText(block)),
  );
  for (const { title, depth, page } of outline) {
    const same = byText.get(folded(title)) ?? [];
    const block = same.find(
      (each) => !found.has(each) && (page === null || Math.abs(each.page - page) <= 1),
    );
    if (block !== undefined) found.set(block, depth);
  }
  return found;
}

/** A text as titles are compared: letters and digits only. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a block on one line. */
export function blockText(block: TextBlock): string {
  return block.lines.map(({ text }) => text).join(' ');
}

/** What sets a block apart as a heading, as a key that sorts by importance; null if nothing does. */
function headingStyle(
  block: TextBlock,
  next: TextBlock | undefined,
  body: BodyStyle,
): string | null {
  if (block.lines.length > MOST_LINES) return null;
  const text = blockText(block);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || letters < 0.5 * text.replace(/\s/g, '').length || text.length > LONGEST)
    return null;
  if (block.marker?.kind === 'bullet' || isCaption(text)) return null;
  if (/[,;]$/.test(text) || (text.endsWith('.') && !/\b(?:U\.S|Inc|etc|No)\.$/.test(text)))
    return null;
  if (/^\p{Ll}/u.test(text) && block.size < 1.3 * body.size) return null;
  if (isDate(text) || isMemoLabel(text)) return null;
  if (/\S+@\S+|https?:|www\./.test(text)) return null;
  if (/^[“"‘']/.test(text) && text.split(' ').length > 7) return null;
  const isLarge = block.size > 1.15 * body.size || isLarger(block, next, body);
  const isSmall = block.size < 0.9 * body.size;
  const isBold = block.isBold && !body.isBold;
  const isCapital = text === text.toUpperCase() && letters > 3 && /\p{Lu}{2}/u.test(text);
  const isNumbered = NUMBERED.test(text) && block.lines.length <= 2;
  const leads = next !== undefined && next.page - block.page <= 1;
  if (!leads) return null;
  if (isLarge || (isBold && !isSmall)) return styleOf(block);
  if (!block.isApart || block.lines.length > 2 || isSmall) return null;
  if (isCapital || (block.isItalic && !body.isItalic)) return styleOf(block);
  return isNumbered && /^\D|\d\.\d/.test(text) && isMixed(block) ? styleOf(block) : null;
}

/** A date, with or without a word such as "Updated". */
function isDate(text: string): boolean {
  const [date] = datesIn(text);
  return date !== undefined && text.length - (date.end - date.start) < 12;
}

/** A little larger is enough for a line of its own over text of the usual size. */
function isLarger(block: TextBlock, next: TextBlock | undefined, body: BodyStyle): boolean {
  return (
    block.size > 1.05 * body.size &&
    block.isApart &&
    block.lines.length === 1 &&
    block.lines.every(({ cells }) => cells.length === 1) &&
    next !== undefined &&
    next.size < 0.97 * block.size
  );
}

/** A numbered line looks like a heading only if it doesn't run on like a sentence. */
function isMixed(block: TextBlock): boolean {
  return blockText(block).split(' ').length <= 12;
}

/** A style as a key: what is larger, bolder, or in capitals sorts first. */
function styleOf(block: TextBlock): string {
  const text = blockText(block);
  const size = String(Math.round(200 - 2 * rounded(block.size))).padStart(3, '0');
  const runs = block.lines.flatMap((line) => line.runs);
  const weight = share(runs, ({ font }) => font.isBold) > 0.5 ? 0 : 1;
  const capital = text === text.toUpperCase() ? 0 : 1;
  return `${size} ${String(weight)}${String(capital)}${block.isItalic ? '1' : '0'}`;
}

/** How deep a heading is by its number: "2.1" is 2; null for one without a number of that kind. */
function numberDepth(block: TextBlock): number | null {
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s/.exec(`${blockText(block)} `)?.[1];
  return number === undefined ? null : number.split('.').length;
}

/**
 * Levels by the outline where it knows a heading. Else headings nest by style, and within a style by
 * their numbers; each style has the level that it has most often.
 */
function levelsOf(
  styled: ReadonlyMap<TextBlock, string>,
  outlined: ReadonlyMap<TextBlock, number>,
): Map<TextBlock, number> {
  const depths = new Map<string, number>();
  for (const [block, style] of styled) {
    const depth = numberDepth(block);
    if (depth !== null) depths.set(style, Math.min(depth, depths.get(style) ?? depth));
  }
  const above: string[] = [];
  const kinds = new Map<TextBlock, string>();
  const nested: [kind: string, level: number][] = [];
  for (const [block, style] of styled) {
    const number = numberDepth(block);
    const rank = `${style} ${String(number ?? depths.get(style) ?? 1)}`;
    while (above.length > 0 && (above.at(-1) ?? '') >= rank) above.pop();
    above.push(rank);
    // Headings with and without numbers can look the same and stand in different places.
    const kind = number === null ? style : rank;
    kinds.set(block, kind);
    nested.push([kind, above.length]);
  }
  const stated = [...outlined].map(([block, depth]) => [kinds.get(block) ?? '', depth] as const);
  const levels = new Map<string, number>();
  for (const [kind, all] of [
    ...grouped(nested, ([kind]) => kind),
    ...grouped(stated, ([kind]) => kind),
  ])
    levels.set(kind, commonest(all.map(([, level]) => [level, 1])) ?? 1);
  const found = new Map<TextBlock, number>();
  let listed = 0;
  for (const [block, kind] of kinds) {
    const depth = outlined.get(block);
    if (depth !== undefined && outlined.size >= FEWEST_LISTED) listed = depth;
    // What an outline doesn't list is deeper than what it lists.
    const level = depth ?? Math.max(listed + (listed > 0 ? 1 : 0), levels.get(kind) ?? 1);
    found.set(block, Math.min(6, level));
  }
  return found;
}
