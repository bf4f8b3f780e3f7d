/** Words that English titles write small unless they stand first. */
const small = new Set(
  'a an the and but or nor for of on in at by to from with as into over per via vs'.split(' '),
);

/** So much of a paper says which language it is in, and how it writes its acronyms. */
const reach = 200_000;
/** English texts have more of these five words than this share; no other language has them at all. */
const leastShare = 0.08;

/**
 * A title that is printed in capitals, in the letters in which English titles are written; what the paper
 * itself writes in capitals within its sentences stays so. Null for titles in other letters or languages.
 */
export function inTitleCase(title: string, text: string): string | null {
  const words = title.split(/\s+/u);
  if (title !== title.toUpperCase() || words.length < 3 || !/\p{Lu}{4}/u.test(title)) return null;
  const lines = text.slice(0, reach).split('\n');
  const prose = lines.filter((line) => /\p{Ll}{3}/u.test(line)).join('\n');
  if (!isEnglish(prose)) return null;
  return words
    .map((word, at) => {
      const begins = at === 0 || /[:.?!–—]$/u.test(words[at - 1] ?? '');
      return word.replace(/[\p{L}\p{N}'’]+/gu, (part) => written(part, begins, prose));
    })
    .join(' ');
}

function isEnglish(prose: string): boolean {
  const common = prose.match(/\b(?:the|of|and|to|in)\b/gu)?.length ?? 0;
  return common > leastShare * (prose.match(/\p{L}+/gu)?.length ?? 0) && common > 0;
}

function written(part: string, begins: boolean, prose: string): string {
  const lower = part.toLowerCase();
  if (!begins && small.has(lower)) return lower;
  const printed =
    prose.match(new RegExp(`(?<![\\p{L}\\p{N}])${part}(?![\\p{L}\\p{N}])`, 'giu')) ?? [];
  const capital = printed.filter((each) => each === part).length;
  if (capital > printed.length / 2) return part;
  return lower.slice(0, 1).toUpperCase() + lower.slice(1);
}
