import type { PageContent, RawItem } from '../source/pageContent.ts';

/** Fonts list their glyphs in the order of ASCII, the blank as the third. */
const SHIFT = 0x20 - 3;

/**
 * Reads text whose font doesn't say which characters its glyphs are: pdf.js hands over the numbers of
 * the glyphs, which in most fonts are those of ASCII moved. Each character stays one. Text that makes no
 * more sense afterwards is left as it is.
 */
export function withGlyphOrder({ items, fonts, ...rest }: PageContent): PageContent {
  const unmapped = new Map<string, string>();
  for (const { fontName, str } of items) {
    const font = fonts.get(fontName);
    if (font?.isUnmapped === true && font.isSymbolic === true)
      unmapped.set(fontName, (unmapped.get(fontName) ?? '') + str);
  }
  const moved = new Set([...unmapped].filter(([, text]) => makesSense(text)).map(([name]) => name));
  if (moved.size === 0) return { items, fonts, ...rest };
  const read = (item: RawItem) =>
    moved.has(item.fontName) ? { ...item, str: shifted(item.str) } : item;
  return { items: items.map(read), fonts, ...rest };
}

function shifted(text: string): string {
  // eslint-disable-next-line no-control-regex -- the numbers of glyphs
  return text.replace(/[\u0003-\u0061]/g, (glyph) =>
    String.fromCharCode(glyph.charCodeAt(0) + SHIFT),
  );
}

/** Words have vowels; and numbers of glyphs below the blank are no characters at all. */
function makesSense(text: string): boolean {
  const after = shifted(text);
  // eslint-disable-next-line no-control-regex -- the numbers of glyphs
  return /[\u0003-\u001F]/.test(text)
    ? /^[\u0020-\u007E\s]*$/.test(after)
    : vowels(after) > 0.25 && vowels(text) < 0.15;
}

function vowels(text: string): number {
  const letters = text.match(/[a-z]/gi)?.length ?? 0;
  return letters < 4 ? 0 : (text.match(/[aeiou]/gi)?.length ?? 0) / letters;
}
