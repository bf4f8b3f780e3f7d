import { readingOrder } from '../layout/lineText.ts';
import type { Line } from '../layout/lines.ts';
import type { Vocabulary } from './hyphens.ts';

/** What the paper itself says of where its words end. */
export interface Spelling {
  readonly words: Vocabulary;
  /** Titles that are printed elsewhere, by their letters alone; see `lettersOf`. */
  readonly titles: ReadonlyMap<string, string>;
}

/** A text without its spaces, in lower case. */
export function lettersOf(text: string): string {
  return text.replace(/\s/g, '').toLowerCase();
}

/** How a line with spaces between its letters is read. */
export interface LettersApart {
  /** Runs, by index, that have a space between words before them. */
  readonly spaces: ReadonlySet<number>;
  /** The parts of a run's text that are kept: half-open ranges without the spaces between letters. */
  readonly parts: (text: string) => [start: number, end: number][];
}

/** Three signs in a row that stand alone. */
const SPACED = /(?:^|\s)\S\s\S\s\S(?:\s|$)/u;
/** Longer stretches are not headings, and trying all ways to cut them would take long. */
const LONGEST = 120;
const LONGEST_WORD = 24;

/**
 * Finds a line whose letters are set apart, as in "C O N T E N T S"; null for every other. Words are
 * parted where a gap between runs is clearly wider than most, where two spaces stand, or else where the
 * words are that the paper writes elsewhere: in the same title, or one by one.
 */
export function lettersApart({ runs: all, text }: Line, spelling: Spelling): LettersApart | null {
  if (!SPACED.test(text)) return null;
  const runs = readingOrder(all);
  const signs = runs.flatMap(({ text }) => text.trim().split(/\s+/));
  const letters = signs.filter((sign) => /^[\p{L}\d]$/u.test(sign)).length;
  if (letters < 5 || letters < 0.7 * signs.length) return null;
  const gaps = runs.slice(1).map((run, at) => run.left - (runs[at]?.right ?? run.left));
  const isSingle = (at: number) => (runs[at]?.text.trim().length ?? 0) < 3;
  const single = gaps.filter((_, at) => isSingle(at) && isSingle(at + 1)).sort((a, b) => a - b);
  const usual = single[Math.floor(single.length / 2)] ?? 0;
  const spaces = new Set<number>();
  for (const [at, gap] of gaps.entries()) {
    const size = runs[at]?.size ?? 0;
    const wide =
      isSingle(at) && isSingle(at + 1) ? Math.max(1.7 * usual, usual + 0.15 * size) : 0.3 * size;
    if (gap > wide) spaces.add(at + 1);
  }
  return { spaces, parts: (text) => partsOf(text, spelling) };
}

function partsOf(text: string, spelling: Spelling): [number, number][] {
  const signs = [...text.matchAll(/\S+/g)].map(({ index, 0: sign }) => ({
    start: index,
    end: index + sign.length,
    sign,
  }));
  if (signs.filter(({ sign }) => sign.length === 1).length < 0.7 * signs.length)
    return [[0, text.length]];
  const ends = /\S\s\s+\S/.test(text)
    ? new Set(signs.flatMap(({ end }, at) => ((signs[at + 1]?.start ?? end) > end + 1 ? [at] : [])))
    : wordEnds(
        signs.map(({ sign }) => sign),
        spelling,
      );
  return signs.map(({ start, end }, at) => [
    start,
    ends.has(at) && at < signs.length - 1 ? end + 1 : end,
  ]);
}

/** After which signs a word ends, by the fewest words that make up the whole, known ones first. */
function wordEnds(signs: readonly string[], { words, titles }: Spelling): Set<number> {
  const title = titles.get(lettersOf(signs.join('')));
  if (title !== undefined) return endsIn(title);
  if (signs.length > LONGEST) return new Set();
  const best: ({ cost: number; from: number } | null)[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= signs.length; to += 1) {
    best[to] = null;
    for (let from = Math.max(0, to - LONGEST_WORD); from < to; from += 1) {
      const before = best[from];
      if (before === null || before === undefined) continue;
      const word = signs.slice(from, to).join('').toLowerCase();
      const cost = before.cost + costOf(word, words);
      const there = best[to] ?? null;
      if (there === null || cost < there.cost) best[to] = { cost, from };
    }
  }
  const ends = new Set<number>();
  for (let at = signs.length; at > 0;) {
    const step = best[at];
    if (step === null || step === undefined) return new Set();
    ends.add(at - 1);
    at = step.from;
  }
  return ends;
}

/** Long words that nobody knows are likelier than a row of short ones that somebody does. */
function costOf(word: string, words: Vocabulary): number {
  if (/^[^\p{L}]+$/u.test(word) || /^[aio&]$/.test(word)) return 1.5;
  if (word.length === 1) return 6;
  if (words.has(word)) return word.length < 3 ? 1.3 : 1;
  return 3 + 0.6 * word.length;
}

/** After which of the letters of a title its words end, if each sign is one letter. */
function endsIn(title: string): Set<number> {
  const ends = new Set<number>();
  let letters = 0;
  for (const word of title.split(/\s+/)) {
    letters += Array.from(word).length;
    ends.add(letters - 1);
  }
  return ends;
}
