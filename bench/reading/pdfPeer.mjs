// What a plain reader on pdf.js makes of a PDF: text items in the order of the file, a line at each end of
// line, a heading where the letters are larger than most, a list item behind a bullet.
import { readingOf } from './headedReading.mjs';

/** The reading by text items alone, with title and author as the file's properties state them. */
export async function pdfjsReading(bytes) {
  // pdf.js wants this when it is loaded, for drawing.
  globalThis.DOMMatrix ??= class {};
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const lines = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    let line = { text: '', size: 0 };
    for (const { str, height, hasEOL } of items) {
      line = { text: line.text + str, size: Math.max(line.size, Math.round(height)) };
      if (!hasEOL) continue;
      lines.push(line);
      line = { text: '', size: 0 };
    }
    lines.push(line);
  }
  const { info } = await pdf.getMetadata();
  await task.destroy();
  const letters = new Map();
  for (const { text, size } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const body = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const sizes = [...letters.keys()].filter((size) => size > body).sort((a, b) => b - a);
  const pieces = lines.flatMap(({ text, size }) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words === '') return [];
    if (size > body) return [{ level: sizes.indexOf(size) + 1, text: words }];
    return /^[•▪●]/.test(words) ? [{ level: null, text: words.slice(1).trim() }] : [];
  });
  return readingOf(pieces, { title: info.Title, authors: info.Author ? [info.Author] : [] });
}
