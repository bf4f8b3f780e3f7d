import type { Alignment } from './alignWords.ts';
import type { Pattern } from './pattern.ts';
import type { Words } from './words.ts';

/**
 * An alignment in which a quote that stands word for word at its first or its last word is aligned with
 * just that: a word of it that comes again in the text behind it is not taken for it. Else the same one.
 */
export function gatherQuote(
  text: Words,
  { words, first, behind }: Pattern,
  alignment: Alignment,
): Alignment {
  const length = behind - first;
  const head = alignment[first] ?? -1;
  const tail = alignment[behind - 1] ?? -1;
  if (length < 2 || tail - head === length - 1) return alignment;
  let begin = head;
  if (!quoteStandsAt(text, words, first, length, begin)) {
    begin = tail - length + 1;
    if (!quoteStandsAt(text, words, first, length, begin)) return alignment;
  }
  return alignment.map((to, at) => {
    if (at >= first && at < behind) return begin + at - first;
    const isOutside = at < first ? to < begin : to >= begin + length;
    return isOutside ? to : -1;
  });
}

/** Whether words of a pattern, from one on, stand one behind the other from a word of a text on. */
function quoteStandsAt(
  text: Words,
  words: Words,
  first: number,
  length: number,
  from: number,
): boolean {
  if (from < 0 || from + length > text.count) return false;
  for (let at = 0; at < length; at += 1) {
    if (words.ids[first + at] !== text.ids[from + at]) return false;
  }
  return true;
}
