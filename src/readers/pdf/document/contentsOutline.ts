import type { Element } from './elements.ts';
import type { OutlineEntry } from './headings.ts';

/**
 * The outline that the tables of contents print: entries nest by how far they are indented, by weight
 * and by their numbers. Only what stands before the text counts: lists of figures name no sections.
 */
export function contentsOutline(elements: readonly Element[]): OutlineEntry[] {
  const above: string[] = [];
  return elements
    .flatMap((element) => (element.kind === 'contents' ? element.entries : []))
    .filter(({ label }) => label !== '')
    .map(({ lines, left }) => {
      const title = lines.map(({ text }) => text).join(' ');
      const runs = lines.flatMap((line) => line.runs);
      const number = /^\d{1,2}(?:\.\d{1,2})*(?=\.?\s)/.exec(title)?.[0];
      const depth = number === undefined ? 1 : number.split('.').length;
      const weight = runs.every(({ font }) => font.isBold) ? 0 : 1;
      const indent = String(Math.round(left / 4)).padStart(4, '0');
      const rank = `${indent} ${String(weight)} ${String(depth)}`;
      while (above.length > 0 && (above.at(-1) ?? '') >= rank) above.pop();
      above.push(rank);
      return { title, depth: above.length, page: null };
    });
}
