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
      let from = before === -1 ? Math.max(0, after - count - 1) : before + 1;
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
      for (let at = begin; at < begin + count && from < limit; at += 1) {
        for (let column = from; column < limit; column += 1) {
          if (!alike(pattern, at, text, column)) continue;
          alignment[at] = column;
          from = column + 1;
          break;
        }
      }
    }
    row = end;
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
  if (one !== other && !differOnlyInSlips(one, other)) return false;
  for (let at = row; at < end; at += 1) alignment[at] = Math.min(to - 1, from + at - row);
  return true;
}

function textOf(words: Words, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += wordText(words, at);
  return text;
}

/** Whether two words are the same but for slips. */
function alike(pattern: Words, row: number, text: Words, column: number): boolean {
  if (pattern.ids[row] === text.ids[column]) return true;
  const start = pattern.starts[row] ?? 0;
  const length = (pattern.ends[row] ?? 0) - start;
  const otherStart = text.starts[column] ?? 0;
  const otherLength = (text.ends[column] ?? 0) - otherStart;
  const shorter = Math.min(length, otherLength);
  const longer = Math.max(length, otherLength);
  // Hyphenation may have put a few characters into either.
  if (longer - shorter > 5) return false;
  const { source } = pattern;
  const other = text.source;
  let same = 0;
  while (same < shorter && sameLetter(source, start + same, other, otherStart + same)) same += 1;
  for (
    let at = 1;
    same < shorter && sameLetter(source, start + length - at, other, otherStart + otherLength - at);
    at += 1
  ) {
    same += 1;
  }
  if (
    same < longer - 2 &&
    isPlain(source, start, length) &&
    isPlain(other, otherStart, otherLength)
  ) {
    return false;
  }
  return differOnlyInSlips(wordText(pattern, row), wordText(text, column));
}

function sameLetter(a: string, at: number, b: string, bAt: number): boolean {
  const code = a.charCodeAt(at);
  const other = b.charCodeAt(bAt);
  return code === other || foldedIn(characterOf(code)) === foldedIn(characterOf(other));
}

/** Whether every character of a word is compared as it stands. */
function isPlain(source: string, start: number, length: number): boolean {
  for (let at = start; at < start + length; at += 1) {
    const kind = kindIn(characterOf(source.charCodeAt(at)));
    if (kind !== Kind.letter && kind !== Kind.digit) return false;
  }
  return true;
}

/** Whether two different words differ in at most two letters at one place, or in the order of two. */
function differOnlyInSlips(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (longer < 2 || longer - shorter > 2) return false;
  // 2016 and 2018 are no slip of each other.
  if (/^\d+$/u.test(a) && /^\d+$/u.test(b)) return false;
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (longer >= 5) return head + tail >= longer - 2;
  const isSwapped =
    longer === shorter &&
    head + tail === longer - 2 &&
    a.charAt(head) === b.charAt(head + 1) &&
    a.charAt(head + 1) === b.charAt(head);
  return isSwapped || (longer > 2 && head + tail === longer - 1);
}
