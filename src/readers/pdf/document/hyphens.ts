/** How often each word of a paper is written, in lower case, compounds with their hyphens. */
export type Vocabulary = ReadonlyMap<string, number>;

const WORD = /\p{L}[\p{L}\p{M}'’]*(?:[-‐‑]\p{L}[\p{L}\p{M}'’]*)*/gu;

/** Counts the words of lines that stand within a line. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
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

/** First parts of compounds that keep their hyphen where the paper itself doesn't tell. */
const KEEPING =
  /^(?:self|non|well|high|low|long|short|cross|all|ex|half|so|year|one|two|three|four|five|six)$/i;

/**
 * Whether the hyphen at the end of `before` belongs to the word that goes on with `after`. What the
 * paper writes elsewhere decides; else a hyphen before a small letter is one of the line.
 */
export function keepsHyphen(before: string, after: string, words: Vocabulary): boolean {
  const head = /([\p{L}\p{M}'’]+(?:[-‐‑][\p{L}\p{M}'’]+)*)[-‐‑\u00AD]$/u.exec(before)?.[1];
  const tail = /^[\p{L}\p{M}'’]+(?:[-‐‑][\p{L}\p{M}'’]+)*/u.exec(after)?.[0];
  if (before.endsWith('\u00AD')) return false;
  if (head === undefined || tail === undefined || !/^\p{Ll}/u.test(tail)) return true;
  const joined = words.get(`${head}${tail}`.toLowerCase()) ?? 0;
  const compound = words.get(`${head}-${tail}`.toLowerCase().replace(/[‐‑]/g, '-')) ?? 0;
  if (joined !== compound) return compound > joined;
  if (/[-‐‑]/.test(head) || /^\p{Lu}+$/u.test(head)) return true;
  return KEEPING.test(head);
}
