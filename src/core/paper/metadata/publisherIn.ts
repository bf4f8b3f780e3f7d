import type { Fact } from '../paper.ts';
import { datesIn } from '../roles/dates.ts';
import { bodyWord } from '../roles/personWords.ts';

/** The publisher that stands beside a date: "12 March 2025, Institute for Shared Waters"; null without. */
export function publisherIn(raw: string, start: number): Fact | null {
  const dates = datesIn(raw);
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return null;
  return named(raw, last.end, raw.length, start) ?? named(raw, 0, first.start, start);
}

function named(raw: string, from: number, to: number, start: number): Fact | null {
  const piece = raw.slice(from, to);
  const [lead = ''] = /^[\s,;|•·–—-]*/u.exec(piece) ?? [];
  const words = piece.slice(lead.length).replace(/[\s,;|•·–—-]+$/u, '');
  const isSeparated = /[,;|•·–—-]/u.test(lead) || /[,;|•·–—-]\s*$/u.test(piece);
  const isName = /^\p{Lu}/u.test(words) && words.length >= 3 && words.length <= 120;
  const isTime = /\d\s?(?:am|pm)\b|\d:\d\d/iu.test(words);
  const isLabel = /:|\b(?:published|updated|posted|version|ratified|issued|revised|by)\b/iu.test(
    words,
  );
  if (!isSeparated || !isName || isTime || isLabel) return null;
  if (!bodyWord.test(words) && words.split(/\s+/u).length < 2) return null;
  const at = start + from + lead.length;
  return { text: words.replace(/\s+/gu, ' '), range: { start: at, end: at + words.length } };
}
