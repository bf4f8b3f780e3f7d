import type { Token } from 'markdown-it';
import { addSlice } from '../paper/markdown/positionsOfContent.ts';
import { contentMapOf, type ContentMap } from '../paper/tokens.ts';
import { drawText, type Drawing } from './drawing.ts';

/** "[3]" and "[^3]" as typed by hand, and attribute lists of site generators, "{: .lead}". */
const special = /\[\^?(\d{1,3})\]|\{:[^{}\n]*\}/gu;

/** HTML of plain text. Marks of typed notes lead to their notes; attribute lists stand back. */
export function drawWords(drawing: Drawing, token: Token, isInLink: boolean): string {
  const { content } = token;
  const source = contentMapOf(token);
  if (!/[[{]/u.test(content)) return drawText(drawing, content, source);
  const parts: string[] = [];
  let at = 0;
  const draw = (to: number): string => {
    const piece = drawText(drawing, content.slice(at, to), slice(source, at, to));
    at = to;
    return piece;
  };
  for (const match of content.matchAll(special)) {
    const label = match[1];
    if (label !== undefined) drawing.dependsOnPage = true;
    if (label !== undefined && (isInLink || !drawing.linkedNotes.has(label))) continue;
    parts.push(draw(match.index));
    const words = draw(match.index + match[0].length);
    parts.push(
      label === undefined
        ? `<span class="attributeList">${words}</span>`
        : `<sup><a class="footnoteRef" href="#fn-typed-${label}"${referenceId(drawing, label)}>${words}</a></sup>`,
    );
  }
  parts.push(draw(content.length));
  return parts.join('');
}

/** The first mark of a note is where its link back leads. */
function referenceId(drawing: Drawing, label: string): string {
  const { references } = drawing.page;
  if (references.has(label)) return '';
  references.add(label);
  return ` id="fnref-typed-${label}"`;
}

function slice(map: ContentMap, from: number, to: number): ContentMap {
  const sliced: number[] = [];
  addSlice(sliced, 0, map, from, to);
  return sliced;
}
