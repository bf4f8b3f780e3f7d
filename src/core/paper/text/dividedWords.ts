import type { IsDivided } from './passage.ts';

/** First parts that keep their hyphen: "self-defence" is one word with a hyphen of its own. */
const kept =
  /^(?:self|non|well|co|ex|post|pre|anti|multi|cross|long|short|high|low|mid|one|two|three|four|five|half|semi|so|up|on|re|sub|counter|full|part|by|vice|all|quasi|pro)$/iu;

/**
 * Tells divided words from hyphenated ones by the text's own words: a word that it also prints whole is
 * divided, one that it also prints with a hyphen inside a line is not.
 */
export function dividedWords(text: string): IsDivided {
  let known: ReadonlySet<string> | null = null;
  return (before, after) => {
    known ??= wordsOf(text);
    if (known.has(`${before}-${after}`.toLowerCase())) return false;
    return known.has((before + after).toLowerCase()) || !kept.test(before);
  };
}

/** A text's words are known after this many characters; more would only take time. */
const sample = 2_000_000;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    (text.slice(0, sample).match(/\p{L}+(?:-\p{L}+)?/gu) ?? []).map((word) => word.toLowerCase()),
  );
}
