import type { PageContent } from '../source/pageContent.ts';
import { placeholderName } from './missingFonts.ts';

/** Fewer letters say nothing. */
const FEWEST_LETTERS = 4;

/**
 * The content of a page of a mended file without what is drawn in fonts that are gone and whose codes are
 * no letters: those items are left empty. `isPartial` says whether there are any.
 */
export function legibleContent({ items, fonts, ...rest }: PageContent): {
  content: PageContent;
  isPartial: boolean;
} {
  const texts = new Map<string, string>();
  for (const { fontName, str } of items)
    if (fonts.get(fontName)?.name === placeholderName)
      texts.set(fontName, (texts.get(fontName) ?? '') + str);
  const illegible = new Set([...texts].flatMap(([name, text]) => (isText(text) ? [] : [name])));
  const kept = items.map((item) => (illegible.has(item.fontName) ? { ...item, str: '' } : item));
  return { content: { ...rest, fonts, items: kept }, isPartial: illegible.size > 0 };
}

/** Whether codes taken for letters are words: nearly all signs of ASCII, most of them letters or figures, and vowels among them. */
function isText(text: string): boolean {
  const signs = text.match(/\S/g)?.length ?? 0;
  const letters = text.match(/[a-z]/gi)?.length ?? 0;
  const figures = text.match(/\d/g)?.length ?? 0;
  const vowels = text.match(/[aeiou]/gi)?.length ?? 0;
  const strange = text.match(/[^\n\u0020-\u007E\u2010-\u2026]/g)?.length ?? 0;
  if (strange > 0.05 * signs || letters + figures < 0.5 * signs) return false;
  return letters < FEWEST_LETTERS || vowels > 0.3 * letters;
}
