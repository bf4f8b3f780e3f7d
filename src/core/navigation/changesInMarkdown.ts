import type { Segment } from '../anchoring/changedWords.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';

const marks = { same: '', removed: '~~', added: '**' } as const;

/** Segments as Markdown: removed words struck out, added ones bold, with room between the two. */
export function changesInMarkdown(segments: readonly Segment[]): string {
  const parts = segments.map(({ kind, text }) => {
    const word = escapeMarkdown(text);
    const mark = word === '' ? '' : marks[kind];
    return `${/^\s/u.test(text) ? ' ' : ''}${mark}${word}${mark}${/\s$/u.test(text) ? ' ' : ''}`;
  });
  return parts.join('').replaceAll('~~**', '~~ **');
}
