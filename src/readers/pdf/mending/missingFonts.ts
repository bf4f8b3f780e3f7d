import type { FoundObject } from './findObjects.ts';

/** By its name pdf.js gives it the widths of the commonest letters. */
export const placeholderName = 'MissingSerif';

/** What stands for a font that is gone: with the codes that most fonts have. */
export const placeholderFont = `<< /Type /Font /Subtype /Type1 /BaseFont /${placeholderName} /Encoding /WinAnsiEncoding >>`;

/** The numbers of the fonts that pages name and that are gone. */
export function missingFonts(objects: ReadonlyMap<number, FoundObject>): number[] {
  const missing = new Set<number>();
  for (const { text } of objects.values())
    for (const [, direct, apart] of text.matchAll(
      /\/Font\s*(?:<<([^<>]*)>>|(\d{1,9})\s+\d+\s+R)/g,
    )) {
      const list = direct ?? objects.get(Number(apart))?.text ?? '';
      for (const [, number] of list.matchAll(/\/[^\s/]+\s+(\d{1,9})\s+\d+\s+R/g))
        if (!objects.has(Number(number))) missing.add(Number(number));
    }
  return [...missing];
}
