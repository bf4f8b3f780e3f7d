import { headingMeaning } from '../roles/headingWords.ts';
import { joinPieces } from './passage.ts';
import type { Shape } from './shapes.ts';

/** By what a line is known for a heading; the order says which styles stand above which. */
type HeadingStyle = 'glued' | 'underlined' | 'numbered' | 'capitals' | 'known' | 'words';

interface Candidate {
  readonly style: HeadingStyle;
  /** How many numbers a numbered heading has ("2.1" has two), else 1. */
  readonly depth: number;
}

const dotted =
  /^((?:\d{1,2}|[A-Z])(?:\.\d{1,2}){1,4})\.?\s+[\p{L}"“«(]|^(?:chapter|section|part|annex|appendix|article|box|kapitel|teil|anhang|chapitre|annexe|capítulo|anexo)\s+(?:\d{1,3}|[ivxlc]{1,6}|[a-z])\b/iu;
const numbered = /^(?:\d{1,2}|[IVXLC]{1,6}|[A-Z])[.)]\s+["“«(]?\p{L}/u;
const bareNumber = /^(\d{1,2})\s{1,3}\p{Lu}\p{L}/u;
const sentenceEnd = /[.,;!…»>→|]["”’)]?$/u;
const pointer =
  /(?:\bhere|»|→)$|^(?:read|view|download|see|click|share|print|back|go|skip|jump|by|from|posted|photo|follow|watch|listen|visit)\b|[@|]|:\/\/|^\[.*\]$/iu;
const dated = /\b(?:19|20)\d\d$/u;

/** The pieces with headings told apart, each with its level. */
export function withHeadings(text: string, shapes: readonly Shape[]): readonly Shape[] {
  const words = shapes.map((shape) => wordsOf(text, shape));
  const series = bareSeries(words);
  const found = shapes.map((_, at) => candidateAt(shapes, words, series, at));
  const count = (style: HeadingStyle): number =>
    found.filter((candidate) => candidate?.style === style).length;
  const isGlued = count('glued') >= 3;
  const isNumbered = isGlued || count('numbered') + count('glued') >= 3;
  const hasUpper = isNumbered || count('capitals') >= 2 || count('underlined') >= 2;
  return shapes.map((shape, at) => {
    const candidate = found[at] ?? null;
    // In a text with numbered chapters a short line is more often a broken one than a heading.
    if (candidate === null || (candidate.style === 'words' && isGlued)) return shape;
    const level = candidate.style === 'words' && hasUpper ? 2 : candidate.depth;
    const pieces = shape.marker === null ? shape.pieces : withSign(shape);
    return { ...shape, kind: 'heading', level, pieces, marker: null };
  });
}

/** What a piece says, its sign included, as one line; cut where no heading goes on. */
function wordsOf(text: string, shape: Shape): string {
  const { start, end } = shape.range;
  if (end - start > 400) return text.slice(start, start + 400);
  return joinPieces(text, withSign(shape)).content;
}

/** The lines of a piece with the sign of a list item taken back in. */
function withSign(shape: Shape): Shape['pieces'] {
  const [first, ...rest] = shape.pieces;
  return first === undefined ? [] : [{ start: shape.range.start, end: first.end }, ...rest];
}

function candidateAt(
  shapes: readonly Shape[],
  words: readonly string[],
  series: ReadonlySet<string>,
  at: number,
): Candidate | null {
  const shape = shapes[at];
  const own = words[at] ?? '';
  const next = shapes[at + 1];
  if (shape?.siteText !== null || shape.more.length > 0) return null;
  if (shape.glued) return { style: 'glued', depth: 1 };
  if (shape.kind !== 'paragraph' && shape.kind !== 'listItem') return null;
  if (own.length > 160 || shape.pieces.length > 3 || !/\p{L}/u.test(own)) return null;
  if (shape.kind === 'paragraph' && isUnderline(shape, next))
    return { style: 'underlined', depth: 1 };
  const depth = numberingDepth(own, shapes, series, at);
  if (depth !== null) return sentenceEnd.test(own) ? null : { style: 'numbered', depth };
  if (shape.kind === 'listItem' || shape.pieces.length > 2 || next === undefined) return null;
  if (headingMeaning(own) !== null) {
    return shape.alone || words[at + 1]?.length === 400 || isLong(next, words[at + 1])
      ? { style: isCapitals(own) ? 'capitals' : 'known', depth: 1 }
      : null;
  }
  if (sentenceEnd.test(own) || pointer.test(own) || dated.test(own)) return null;
  if (isCapitals(own)) return shape.alone ? { style: 'capitals', depth: 1 } : null;
  return isHeadingByPlace(shape, own, next, words[at + 1] ?? '')
    ? { style: 'words', depth: 1 }
    : null;
}

function isUnderline(shape: Shape, next: Shape | undefined): boolean {
  if (next?.kind !== 'rule' || next.blanksBefore > 0) return false;
  const length = shape.range.end - shape.range.start;
  return next.range.end - next.range.start >= 0.5 * length && shape.pieces.length === 1;
}

/** How deep a numbered heading is, or null for what is no such heading. */
function numberingDepth(
  own: string,
  shapes: readonly Shape[],
  series: ReadonlySet<string>,
  at: number,
): number | null {
  const shape = shapes[at];
  if (shape === undefined || own.length > 120) return null;
  const number = dotted.exec(own)?.[1];
  if (number !== undefined) return shape.alone ? number.split('.').length : null;
  const isPlain = numbered.test(own) || series.has(own);
  if (!isPlain && !dotted.test(own)) return null;
  if (!shape.alone) return null;
  return isSibling(shape, shapes[at + 1]) || isSibling(shape, shapes[at - 1]) ? null : 1;
}

/** Lines such as "3 Findings" that follow one another in their numbers; dates and amounts do not. */
function bareSeries(words: readonly string[]): ReadonlySet<string> {
  const found = words.flatMap((own) => {
    const number = own.length > 120 || dated.test(own) ? undefined : bareNumber.exec(own)?.[1];
    return number === undefined ? [] : [{ own, number: Number(number) }];
  });
  const isStep = (number: number, next: number | undefined): boolean => next === number + 1;
  return new Set(
    found
      .filter(
        ({ number }, at) =>
          isStep(number, found[at + 1]?.number) || isStep(found[at - 1]?.number ?? -9, number),
      )
      .map(({ own }) => own),
  );
}

/** Whether two neighbours are items of one list rather than headings of two chapters. */
function isSibling(shape: Shape, other: Shape | undefined): boolean {
  if (other?.kind !== 'listItem' || shape.marker === null || other.marker === null) return false;
  return other.marker.family === shape.marker.family && Math.abs(other.indent - shape.indent) <= 1;
}

function isCapitals(words: string): boolean {
  const letters = words.match(/\p{L}/gu) ?? [];
  return letters.length >= 4 && words === words.toUpperCase() && words !== words.toLowerCase();
}

function isLong(shape: Shape, words: string | undefined): boolean {
  return shape.kind === 'paragraph' && (shape.pieces.length >= 2 || (words ?? '').length >= 110);
}

/** A short line above a paragraph or, in title case, above a list. */
function isHeadingByPlace(shape: Shape, own: string, next: Shape, nextWords: string): boolean {
  if (own.length > 100 || shape.pieces.length > 1) return false;
  if (!/^["“«‘(]?[\p{Lu}\p{N}]/u.test(own) || !/\p{Ll}/u.test(own)) return false;
  const wordCount = own.split(/\s+/u).length;
  if (wordCount > 14 || (own.endsWith(':') && !(isTitleCase(own) && wordCount <= 10))) return false;
  if (next.kind === 'listItem') return shape.alone && wordCount <= 8 && isTitleCase(own);
  if (isLong(next, nextWords)) return true;
  return shape.alone && wordCount <= 6 && isSentence(next, nextWords);
}

/** A sentence that is no line of a list of links, however short it is. */
function isSentence({ kind }: Shape, words: string): boolean {
  return kind === 'paragraph' && words.length >= 60 && /[.!?]["”’)]?$/u.test(words);
}

function isTitleCase(words: string): boolean {
  const long = words.match(/[\p{L}'’]{4,}/gu) ?? [];
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return capital.length >= 0.7 * Math.max(long.length, 1);
}
