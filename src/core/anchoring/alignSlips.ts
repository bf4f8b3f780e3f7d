import type { Alignment } from './alignWords.ts';
import { characterOf, foldedIn, Kind, kindIn } from './characters.ts';
import { wordText, type Words } from './words.ts';

/** Words of a gap on both sides that are compared with each other at most. */
const widestGap = 8;

/** Aligns the words between those that are aligned with what stands there and is nearly the same. */
export function alignSlips(pattern: Words, text: Words, alignment: Alignment): void {
  const rows = alignment.length;
  let row = 0;
  while (row < rows) {
    if (alignment[row] !== -1) {
      row += 1;
      continue;
    }
    let end = row;
    while (end < rows && alignment[end] === -1) end += 1;
    const before = row === 0 ? -1 : (alignment[row - 1] ?? -1);
    const after = end === rows ? -1 : (alignment[end] ?? -1);
    if (before !== -1 || after !== -1) {
      const count = Math.min(end - row, widestGap);
      const from = before === -1 ? Math.max(0, after - count - 1) : before + 1;
      const to = after === -1 ? Math.min(text.count, before + count + 2) : after;
      const limit = Math.min(to, from + 2 * widestGap);
      const begin = before === -1 ? end - count : row;
      if (
        before !== -1 &&
        after !== -1 &&
        alignSplit(pattern, row, end, text, from, to, alignment)
      ) {
        row = end;
        continue;
      }
      alignAlike(pattern, begin, begin + count, text, from, limit, alignment);
    }
    row = end;
  }
}

/** For each word of the text in a gap whether it is plain; room that is kept for the next gap. */
const arePlain = new Uint8Array(2 * widestGap);

/** Aligns words from one to another, in order, with those of a part of the text that are nearly the same. */
function alignAlike(
  pattern: Words,
  row: number,
  end: number,
  text: Words,
  from: number,
  to: number,
  alignment: Alignment,
): void {
  for (let column = from; column < to; column += 1) {
    arePlain[column - from] = isPlain(text, column) ? 1 : 0;
  }
  let next = from;
  for (let at = row; at < end && next < to; at += 1) {
    const isRowPlain = isPlain(pattern, at);
    for (let column = next; column < to; column += 1) {
      const arePlainBoth = isRowPlain && arePlain[column - from] === 1;
      if (!alike(pattern, at, text, column, arePlainBoth)) continue;
      alignment[at] = column;
      next = column + 1;
      break;
    }
  }
}

/** Aligns words that were one, or became one, when what was between them is left or put in by a slip. */
function alignSplit(
  pattern: Words,
  row: number,
  end: number,
  text: Words,
  from: number,
  to: number,
  alignment: Alignment,
): boolean {
  if (end - row === to - from || end - row > 3 || to - from > 3 || to === from) return false;
  const one = textOf(pattern, row, end);
  const other = textOf(text, from, to);
  if (one !== other && !areSlips(one, other)) return false;
  for (let at = row; at < end; at += 1) alignment[at] = Math.min(to - 1, from + at - row);
  return true;
}

function textOf(words: Words, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += wordText(words, at);
  return text;
}

/** Whether two words are the same but for slips. Plain ones need not be folded to be compared. */
function alike(
  pattern: Words,
  row: number,
  text: Words,
  column: number,
  arePlainBoth: boolean,
): boolean {
  if (pattern.ids[row] === text.ids[column]) return true;
  const start = pattern.starts[row] ?? 0;
  const length = (pattern.ends[row] ?? 0) - start;
  const otherStart = text.starts[column] ?? 0;
  const otherLength = (text.ends[column] ?? 0) - otherStart;
  if (arePlainBoth) {
    return differOnlyInSlips(pattern.source, start, length, text.source, otherStart, otherLength);
  }
  // Hyphenation may have put a few characters into either.
  if (Math.abs(length - otherLength) > 5) return false;
  return areSlips(wordText(pattern, row), wordText(text, column));
}

/** Whether two folded words differ only in slips. */
function areSlips(a: string, b: string): boolean {
  return differOnlyInSlips(a, 0, a.length, b, 0, b.length);
}

function sameLetter(a: string, at: number, b: string, bAt: number): boolean {
  const code = a.charCodeAt(at);
  const other = b.charCodeAt(bAt);
  return code === other || foldedIn(characterOf(code)) === foldedIn(characterOf(other));
}

/** Whether every character of a word is compared as it stands. */
function isPlain({ source, starts, ends }: Words, word: number): boolean {
  const end = ends[word] ?? 0;
  for (let at = starts[word] ?? 0; at < end; at += 1) {
    const kind = kindIn(characterOf(source.charCodeAt(at)));
    if (kind !== Kind.letter && kind !== Kind.digit) return false;
  }
  return true;
}

/** Whether two different words differ in at most two letters at one place, or in the order of two. */
function differOnlyInSlips(
  a: string,
  start: number,
  length: number,
  b: string,
  bStart: number,
  bLength: number,
): boolean {
  const longer = Math.max(length, bLength);
  const shorter = Math.min(length, bLength);
  if (longer < 2 || longer - shorter > 2) return false;
  let head = 0;
  while (head < shorter && sameLetter(a, start + head, b, bStart + head)) head += 1;
  const end = start + length - 1;
  const bEnd = bStart + bLength - 1;
  let tail = 0;
  while (tail < shorter - head && sameLetter(a, end - tail, b, bEnd - tail)) tail += 1;
  if (head + tail < longer - 2) return false;
  // 2016 and 2018 are no slip of each other.
  if (isNumber(a, start, length) && isNumber(b, bStart, bLength)) return false;
  if (longer >= 5) return true;
  const isSwapped =
    longer === shorter &&
    head + tail === longer - 2 &&
    sameLetter(a, start + head, b, bStart + head + 1) &&
    sameLetter(a, start + head + 1, b, bStart + head);
  return isSwapped || (longer > 2 && head + tail === longer - 1);
}

function isNumber(word: string, start: number, length: number): boolean {
  for (let at = start; at < start + length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
