import { numberAt } from './numberAt.ts';
import { foldAlike } from './foldedText.ts';
import type { Pattern } from './pattern.ts';
import type { Words } from './words.ts';

/**
 * Where a passage begins whose first word is aligned: as the quote's edge stood to that word, which is
 * at marks before it (“), or in the middle of it.
 */
export function charactersBefore(
  text: Words,
  { words, first, start }: Pattern,
  word: number,
): number {
  const at = numberAt(text.starts, word);
  const wantedAt = numberAt(words.starts, first);
  if (start > wantedAt) {
    const cut = words.source.slice(wantedAt, start);
    return text.source.startsWith(cut, at) ? at + cut.length : at;
  }
  const limit = word === 0 ? 0 : numberAt(text.ends, word - 1);
  let from = at;
  let wanted = wantedAt;
  while (wanted > start) {
    if (isBlank(words.source, wanted - 1)) {
      wanted -= 1;
      continue;
    }
    let next = from;
    while (next > limit && isBlank(text.source, next - 1)) next -= 1;
    if (next <= limit || !sameMark(text.source, next - 1, words.source, wanted - 1)) break;
    from = next - 1;
    wanted -= 1;
  }
  return from;
}

/** Where a passage ends whose last word is aligned. */
export function charactersBehind(
  text: Words,
  { words, behind, end }: Pattern,
  word: number,
): number {
  const at = numberAt(text.ends, word);
  const wantedAt = numberAt(words.ends, behind - 1);
  if (end < wantedAt) {
    const cut = words.source.slice(end, wantedAt);
    return text.source.slice(at - cut.length, at) === cut ? at - cut.length : at;
  }
  const limit = word + 1 < text.count ? numberAt(text.starts, word + 1) : text.source.length;
  let to = at;
  let wanted = wantedAt;
  while (wanted < end) {
    if (isBlank(words.source, wanted)) {
      wanted += 1;
      continue;
    }
    let next = to;
    while (next < limit && isBlank(text.source, next)) next += 1;
    if (next >= limit || !sameMark(text.source, next, words.source, wanted)) break;
    to = next + 1;
    wanted += 1;
  }
  return to;
}

function sameMark(a: string, at: number, b: string, bAt: number): boolean {
  const one = a.charAt(at);
  const other = b.charAt(bAt);
  return foldAlike(one, other);
}

function isBlank(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}
