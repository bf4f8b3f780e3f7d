import { textOf } from '../layout/lineText.ts';
import { grouped } from '../layout/grouped.ts';
import type { TextBlock } from '../layout/paragraphs.ts';
import type { BodyStyle } from '../layout/styles.ts';
import { rounded, share } from '../layout/styles.ts';

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
const CAPTION = /^(?:figure|fig\.|table|tab\.|chart|graph|exhibit|map|photo|source|sources|note|notes)\b[\s:]*(?:[A-Z]?[-.\d]|[IVX]+\b|:)/i;
const NUMBERED = /^(?:(?:part|chapter|section|annex|appendix|title)\s+[\dA-Z]+\b|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|[IVX]{1,5}\.\s|\d{1,2}\.?\s)\s*\S/i;

/** Which blocks are headings, with their levels from 1. */
export function headingsOf(
  blocks: readonly TextBlock[],
  body: BodyStyle,
  outline: readonly OutlineEntry[],
): Map<TextBlock, number> {
  const outlined = outlinedBlocks(blocks, outline);
  const styled = new Map<TextBlock, string>();
  for (const [at, block] of blocks.entries()) {
    const style = outlined.has(block) ? styleOf(block) : headingStyle(block, blocks[at + 1], body);
    if (style !== null) styled.set(block, style);
  }
  return levelsOf(styled, outlined);
}

/** The blocks that entries of the outline name. */
function outlinedBlocks(
  blocks: readonly TextBlock[],
  outline: readonly OutlineEntry[],
): Map<TextBlock, number> {
  const found = new Map<TextBlock, number>();
  const byText = grouped(
    blocks.filter(({ lines }) => lines.length <= MOST_LINES),
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
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a block on one line. */
export function blockText(block: TextBlock): string {
  return block.lines.map((line) => textOf(line.runs)).join(' ');
}

/** What sets a block apart as a heading, as a key that sorts by importance; null if nothing does. */
function headingStyle(block: TextBlock, next: TextBlock | undefined, body: BodyStyle): string | null {
  const text = blockText(block);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || text.length > LONGEST || block.lines.length > MOST_LINES) return null;
  if (block.marker?.kind === 'bullet' || CAPTION.test(text)) return null;
  if (/[,;]$/.test(text) || (/\.$/.test(text) && !/\b(?:U\.S|Inc|etc|No)\.$/.test(text))) return null;
  if (/^\p{Ll}/u.test(text) && block.size < 1.3 * body.size) return null;
  if (/\S+@\S+|https?:|www\./.test(text)) return null;
  const isLarge = block.size > 1.07 * body.size;
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

/** A numbered line looks like a heading only if it doesn't run on like a sentence. */
function isMixed(block: TextBlock): boolean {
  return blockText(block).split(' ').length <= 12;
}

function styleOf(block: TextBlock): string {
  const text = blockText(block);
  const size = String(Math.round(100 - rounded(block.size))).padStart(3, '0');
  const weight = share(block.lines.flatMap(({ runs }) => runs), ({ font }) => font.isBold) > 0.5 ? 0 : 1;
  const capital = text === text.toUpperCase() ? 0 : 1;
  return `${size} ${String(weight)}${String(capital)}${block.isItalic ? '1' : '0'}`;
}

/** Levels by the outline where it knows a style, else by the order of the styles. */
function levelsOf(
  styled: ReadonlyMap<TextBlock, string>,
  outlined: ReadonlyMap<TextBlock, number>,
): Map<TextBlock, number> {
  const styles = [...new Set(styled.values())].sort();
  const byStyle = new Map<string, number>();
  let level = 0;
  for (const style of styles) {
    const depths = [...outlined].filter(([block]) => styled.get(block) === style).map(([, depth]) => depth);
    const known = depths.length === 0 ? null : Math.min(...depths);
    level = known ?? level + 1;
    byStyle.set(style, Math.min(6, level));
  }
  return new Map(
    [...styled].map(([block, style]) => [
      block,
      Math.min(6, outlined.get(block) ?? byStyle.get(style) ?? 1),
    ]),
  );
}
