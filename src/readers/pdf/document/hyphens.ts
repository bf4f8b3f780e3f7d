/** How often each word of a paper is written, in lower case, compounds with their hyphens. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The words of a paper, and whether its lines break words. */
export interface Hyphenation {
  readonly words: Vocabulary;
  readonly breaksWords: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}'’]*(?:[-‐‑]\p{L}[\p{L}\p{M}'’]*)*/gu;

/** Counts the words of lines that stand within a line. */
function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Map<string, number>();
  for (const line of lines) {
    for (const { 0: word, index } of line.matchAll(WORD)) {
      if (index + word.length === line.length || index === 0) continue;
      const key = word.toLowerCase().replace(/[‐‑]/g, '-');
      words.set(key, (words.get(key) ?? 0) + 1);
    }
  }
  return words;
}

/** Of the hyphens at the ends of lines so many, at least, part words that are written whole elsewhere. */
const LEAST_BROKEN = 0.15;

/**
 * The hyphenation of a paper by its lines in order: it breaks words if words that stand elsewhere in one
 * piece are parted at the ends of its lines.
 */
export function hyphenationOf(lines: readonly string[]): Hyphenation {
  const words = vocabularyOf(lines);
  let ends = 0;
  let broken = 0;
  for (const [at, before] of lines.entries()) {
    const parts = partsOf(before, lines[at + 1] ?? '');
    if (parts === null) continue;
    ends += 1;
    if (words.has(parts.joined) && !words.has(parts.compound)) broken += 1;
  }
  return { words, breaksWords: broken > 0 && broken >= LEAST_BROKEN * ends };
}

/** First parts of compounds that keep their hyphen where the paper itself doesn't tell. */
const KEEPING =
  /^(?:self|non|well|high|low|long|short|cross|all|ex|half|so|year|one|two|three|four|five|six)$/;

/**
 * Whether the hyphen at the end of `before` belongs to the word that goes on with `after`. What the
 * paper writes elsewhere decides; else it does in a paper that breaks no words.
 */
export function keepsHyphen(before: string, after: string, hyphenation: Hyphenation): boolean {
  if (before.endsWith('\u00AD')) return false;
  const parts = partsOf(before, after);
  if (parts === null) return true;
  const { words, breaksWords } = hyphenation;
  const joined = words.get(parts.joined) ?? 0;
  const compound = words.get(parts.compound) ?? 0;
  if (joined !== compound) return compound > joined;
  if (!breaksWords || parts.head.includes('-') || parts.isAcronym || KEEPING.test(parts.head))
    return true;
  // Two words that are both known, and never written as one, are a compound.
  return (
    parts.head.length > 3 && parts.tail.length > 3 && words.has(parts.head) && words.has(parts.tail)
  );
}

/** The word on both sides of a hyphen at the end of a line; null if it doesn't go on in small letters. */
function partsOf(before: string, after: string) {
  // Most lines end without one, and looking for a word in them takes long.
  if (!/[-‐‑]$/.test(before.slice(-1))) return null;
  const head = /([\p{L}\p{M}'’]+(?:[-‐‑][\p{L}\p{M}'’]+)*)[-‐‑]$/u.exec(before)?.[1];
  const tail = /^[\p{L}\p{M}'’]+(?:[-‐‑][\p{L}\p{M}'’]+)*/u.exec(after)?.[0];
  if (head === undefined || tail === undefined || !/^\p{Ll}/u.test(tail)) return null;
  const folded = (text: string) => text.toLowerCase().replace(/[‐‑]/g, '-');
  return {
    head: folded(head),
    tail: folded(tail),
    joined: folded(`${head}${tail}`),
    compound: folded(`${head}-${tail}`),
    isAcronym: /^\p{Lu}+$/u.test(head),
  };
}
