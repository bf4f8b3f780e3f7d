import type { Token } from 'markdown-it';
import { footnoteOf, type FootnoteMeta } from '../paper/markdown/footnoteTokens.ts';
import { sourceOf } from '../paper/tokens.ts';
import { drawText, escapeHtml, generated, type Drawing } from './drawing.ts';

/** The id of a note's element. */
export function footnoteId({ number }: FootnoteMeta): string {
  return `fn-${number}`;
}

/** The mark in the text that leads to a note: its number, which is its label if that is the same. */
export function drawFootnoteReference(drawing: Drawing, token: Token): string {
  const { label, number, occurrence } = footnoteOf(token);
  const range = sourceOf(token).range;
  const digits = `${number}`;
  const words =
    label === digits && range !== undefined
      ? drawText(drawing, digits, [0, range.start + 2, digits.length, digits.length])
      : generated(digits);
  const id = referenceId(number, occurrence);
  return `<sup><a class="footnoteRef" href="#fn-${number}" id="${id}">${words}</a></sup>`;
}

/** The numbers of the notes that tokens refer to, in order. */
export function noteReferencesIn(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ children }) =>
    (children ?? [])
      .filter(({ type }) => type === 'footnote_ref')
      .map((child) => footnoteOf(child).number),
  );
}

/** Links from a note back to each place that refers to it; empty if nothing does. */
export function backLinks(drawing: Drawing, { number }: FootnoteMeta): string {
  drawing.dependsOnPage = true;
  const count = drawing.page.noteReferences.get(number) ?? 0;
  return Array.from({ length: count }, (_, occurrence) =>
    backLink(drawing, number, referenceId(number, occurrence)),
  ).join('');
}

/** The link from a note back to the element in the text that refers to it. */
export function backLink(drawing: Drawing, number: number, id: string): string {
  const name = escapeHtml(drawing.page.words.backToText(number));
  return `<a class="footnoteBack" href="#${id}" aria-label="${name}" data-generated>\u21a9\ufe0e</a>`;
}

function referenceId(number: number, occurrence: number): string {
  return occurrence === 0 ? `fnref-${number}` : `fnref-${number}-${occurrence + 1}`;
}
