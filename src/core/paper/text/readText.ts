import type { FormBlock, Reading } from '../reading.ts';
import { linesOf, type Line } from './lines.ts';
import { joinPieces } from './passage.ts';
import { tokenList } from './tokenList.ts';

/** Reads plain text: finds paragraphs, headings, lists and tables by how the lines stand. */
export function readText(text: string): Reading {
  const list = tokenList();
  const blocks: FormBlock[] = [];
  let pieces: Line[] = [];
  const end = (): void => {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return;
    const range = { start: first.start, end: last.end };
    const passage = joinPieces(text, pieces);
    const token = list.open('paragraph', 'p', range);
    list.inline(passage);
    list.close('paragraph', 'p');
    const read = passage.content.replace(/\s+/gu, ' ').trim();
    blocks.push({ kind: 'paragraph', range, text: read, level: 0, ordinal: null, token });
    pieces = [];
  };
  for (const line of linesOf(text)) {
    if (line.text === '') end();
    else pieces.push(line);
  }
  end();
  return { tokens: list.tokens, blocks, problems: [] };
}
