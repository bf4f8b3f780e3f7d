import type { PartKind, RenderedPart } from '../../src/core/rendering/renderedPaper.ts';

/** Parts as a test states them: the source of each, and the HTML that shows it. */
export type StatedPart = readonly [kind: PartKind, source: string, html: string];

/** A source text with the parts that show it. */
export interface StatedPaper {
  readonly text: string;
  readonly parts: readonly RenderedPart[];
}

/**
 * A rendering without a renderer: the sources stand one under the other, and every text in the HTML that
 * is not generated is looked up in the source of its part, in order.
 */
export function statedPaper(...stated: readonly StatedPart[]): StatedPaper {
  let text = '';
  const parts = stated.map(([kind, source, html]) => {
    const start = text.length;
    text += `${source}\n\n`;
    return { kind, range: { start, end: start + source.length }, html, map: mapOf(source, html) };
  });
  return { text, parts };
}

const voidTags = /^<(?:br|hr|img)\b/;

function mapOf(source: string, html: string): readonly number[] {
  const map: number[] = [];
  let rendered = 0;
  let at = 0;
  const open: boolean[] = [];
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (piece.startsWith('</')) open.pop();
    else if (voidTags.test(piece)) continue;
    else if (piece.startsWith('<')) open.push(piece.includes('data-generated'));
    else if (!open.includes(true)) {
      const words = piece.replaceAll('&amp;', '&');
      const found = source.indexOf(words, at);
      const place = found === -1 ? source.indexOf(words) : found;
      if (place === -1) throw new Error(`Not in the source: ${words}`);
      map.push(rendered, place, words.length, words.length);
      rendered += words.length;
      at = place + words.length;
    }
  }
  return map;
}
