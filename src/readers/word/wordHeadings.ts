import { isTitleStyle } from './styles.ts';
import type { WordItem, WordParagraph } from './wordItem.ts';

/** A line is no longer than this, and a styled heading no longer than that; in UTF-16 code units. */
const longestLine = 130;
const longestHeading = 220;

/** The heading levels of paragraphs, and the paragraphs that go on in the heading before them. */
export interface WordHeadings {
  /** The level of the heading that a paragraph is; null for text. */
  levelOf(item: WordItem): number | null;
}

/**
 * Finds headings: paragraphs whose style or outline level says so, unless they are sentences or numbered
 * paragraphs that only use the style; and lines that stand out by weight or size, where a document has several.
 */
export function wordHeadings(items: readonly WordItem[]): WordHeadings {
  const levels = new Map<WordItem, number>();
  const paragraphs = items.filter((item) => item.type === 'paragraph');
  for (const paragraph of paragraphs) {
    const { level, cue } = paragraph;
    if (level !== null && cue === null && isHeadingText(paragraph)) levels.set(paragraph, level);
  }
  const looks = looksOfHeadings(paragraphs, levels);
  let current = 0;
  items.forEach((item, index) => {
    const known = levels.get(item);
    if (known !== undefined) current = known;
    if (known !== undefined || item.type === 'table') return;
    const rank = looks.get(keyOf(item));
    if (rank === undefined || !isLine(item) || !isAboveText(items, index, levels)) return;
    levels.set(item, rank.level ?? Math.min(6, current + rank.below));
  });
  return { levelOf: (item) => levels.get(item) ?? null };
}

/** Whether the text of a styled heading is one: sentences are wrongly styled, or numbered paragraphs. */
function isHeadingText({ text, marker }: WordParagraph): boolean {
  if (text.length > longestHeading || !/\p{L}{3}/u.test(text)) return false;
  const isSentence = /[.;:]$/u.test(text) && text.split(/\s+/u).length > 8;
  return !isSentence && !(marker?.isOrdered === true && text.length > longestLine);
}

interface LookRank {
  /** The level of styled headings that look the same; null where none do. */
  readonly level: number | null;
  /** How far below the last styled heading, or the top, else. */
  readonly below: number;
}

function keyOf({ look, alignment }: WordParagraph): string {
  if (look === null) return '';
  return `${look.size} ${look.isBold ? 'bold' : ''} ${look.color} ${alignment === 'center' ? 'centre' : ''}`;
}

function looksOfHeadings(
  paragraphs: readonly WordParagraph[],
  levels: ReadonlyMap<WordItem, number>,
): ReadonlyMap<string, LookRank> {
  const body = bodyLook(paragraphs);
  const groups = new Map<string, WordParagraph[]>();
  for (const paragraph of paragraphs) {
    const isTitle = paragraph.cue !== null || isTitleStyle(paragraph.style);
    if (levels.has(paragraph) || isTitle || !standsOut(paragraph, body)) continue;
    const key = keyOf(paragraph);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [paragraph]);
    else group.push(paragraph);
  }
  const styled = new Map<string, number>();
  for (const [item, level] of levels)
    if (item.type === 'paragraph' && !styled.has(keyOf(item))) styled.set(keyOf(item), level);
  const found = [...groups].filter(([, group]) => {
    const lines = group.filter(isLine);
    return (
      lines.length >= 0.7 * group.length && lines.length <= Math.max(3, 0.4 * paragraphs.length)
    );
  });
  const sizes = [...new Set(found.map(([, group]) => sizeOf(group)))].toSorted((a, b) => b - a);
  return new Map(
    found.map(([key, group]) => {
      const below = levels.size > 0 ? 1 : sizes.indexOf(sizeOf(group)) + 1;
      return [key, { level: styled.get(key) ?? null, below }];
    }),
  );
}

function sizeOf(group: readonly WordParagraph[]): number {
  return group[0]?.look?.size ?? 0;
}

interface BodyLook {
  readonly size: number;
  readonly isBold: boolean;
}

function bodyLook(paragraphs: readonly WordParagraph[]): BodyLook {
  const lengths = new Map<string, { readonly look: BodyLook; length: number }>();
  for (const { look, text } of paragraphs) {
    if (look === null) continue;
    const key = `${look.size} ${look.isBold}`;
    const known = lengths.get(key);
    if (known === undefined) lengths.set(key, { look, length: text.length });
    else known.length += text.length;
  }
  const [most] = [...lengths.values()].toSorted((one, other) => other.length - one.length);
  return most?.look ?? { size: 20, isBold: false };
}

function standsOut({ look }: WordParagraph, body: BodyLook): boolean {
  if (look === null) return false;
  return (look.isBold && !body.isBold) || look.size >= body.size + 4;
}

/** A short line of words without the end of a sentence. */
function isLine({ text, content, marker, cue, look, style }: WordParagraph): boolean {
  if (text.length < 3 || text.length > longestLine || cue !== null) return false;
  if (marker !== null && !marker.isOrdered) return false;
  if (!/\p{L}{3}/u.test(text) || isTitleStyle(style) || /[.,;!:]$/u.test(text)) return false;
  return look !== null && content.every(({ type }) => type === 'text' || type === 'break');
}

/** Whether text comes behind a line, or a heading of its own; lines in a row are an address or a form. */
function isAboveText(
  items: readonly WordItem[],
  index: number,
  levels: ReadonlyMap<WordItem, number>,
): boolean {
  const [item, next] = [items[index], items[index + 1]];
  if (item === undefined || next === undefined) return false;
  if (next.type === 'table' || levels.has(next)) return true;
  const isSame = item.type === 'paragraph' && keyOf(item) === keyOf(next) && isLine(next);
  return !isSame;
}
