import type { SourceRange } from '../paper/paper.ts';
import type { Target } from './target.ts';

/** Whether a passage has the very characters of a target's quote, blanks aside. */
export function isQuoteAt(source: string, { exact }: Target, { start, end }: SourceRange): boolean {
  if (end - start === exact.length) return source.startsWith(exact, start);
  return sameFrom(source, start, end, exact, 0, exact.length, 1, false);
}

/**
 * On how many sides, of two, the very characters of a target's context stand beside a passage, blanks aside, as
 * far as they are in the quote's paragraph: a quote that ended its paragraph has to end one.
 */
export function sidesKept(
  source: string,
  { prefix, suffix }: Target,
  { start, end }: SourceRange,
): number {
  const isKeptBefore =
    prefix !== '' && sameFrom(source, start - 1, -1, prefix, prefix.length - 1, -1, -1, true);
  const isKeptBehind =
    suffix !== '' && sameFrom(source, end, source.length, suffix, 0, suffix.length, 1, true);
  return (isKeptBefore ? 1 : 0) + (isKeptBehind ? 1 : 0);
}

/**
 * Whether a part of a source has all characters that a text has, read from one end to another in steps of
 * 1 or -1, runs of white space being the same. Where `isParagraph`, blank lines are no such runs, and what
 * is beyond the first one does not count.
 */
function sameFrom(
  source: string,
  from: number,
  to: number,
  text: string,
  textFrom: number,
  textTo: number,
  step: 1 | -1,
  isParagraph: boolean,
): boolean {
  let at = from;
  let textAt = textFrom;
  while (textAt !== textTo) {
    if (!isBlank(text, textAt)) {
      if (at === to || source.charCodeAt(at) !== text.charCodeAt(textAt)) return false;
      at += step;
      textAt += step;
      continue;
    }
    const textBehind = blanksBehind(text, textAt, textTo, step);
    const behind = blanksBehind(source, at, to, step);
    if (behind === at && behind !== to) return false;
    if (isParagraph && textBehind !== textTo) {
      const isEnd = breaksIn(text, textAt, textBehind, step) > 1;
      if (isEnd !== (behind === to || breaksIn(source, at, behind, step) > 1)) return false;
      if (isEnd) return true;
    }
    at = behind;
    textAt = textBehind;
  }
  return isParagraph || at === to;
}

function blanksBehind(text: string, from: number, to: number, step: 1 | -1): number {
  let at = from;
  while (at !== to && isBlank(text, at)) at += step;
  return at;
}

function breaksIn(text: string, from: number, to: number, step: 1 | -1): number {
  let breaks = 0;
  for (let at = from; at !== to; at += step) if (text.charCodeAt(at) === 0x0a) breaks += 1;
  return breaks;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}
