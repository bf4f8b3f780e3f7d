import type { SourceRange } from '../paper.ts';
import type { ContentMap } from '../tokens.ts';

/** Words that are read together, with the place of each in the source. */
export interface Passage {
  readonly content: string;
  readonly map: ContentMap;
}

/** Joins pieces of lines to what is read: one space for every line break. */
export function joinPieces(text: string, pieces: readonly SourceRange[]): Passage {
  const map: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let behind: number | null = null;
  for (const { start, end } of pieces) {
    if (behind !== null) {
      map.push(length, behind, 1, start - behind);
      parts.push(' ');
      length += 1;
    }
    map.push(length, start, end - start, end - start);
    parts.push(text.slice(start, end));
    length += end - start;
    behind = end;
  }
  return { content: parts.join(''), map };
}

/** The part of a passage between two offsets in its content. */
export function slicePassage(passage: Passage, from: number, to: number): Passage {
  const map: number[] = [];
  for (let run = 0; run + 3 < passage.map.length; run += 4) {
    const [at = 0, source = 0, length = 0, sourceLength = 0] = passage.map.slice(run, run + 4);
    const start = Math.max(at, from);
    const end = Math.min(at + length, to);
    if (start >= end) continue;
    if (length === sourceLength)
      map.push(start - from, source + start - at, end - start, end - start);
    else map.push(start - from, source, end - start, sourceLength);
  }
  return { content: passage.content.slice(from, to), map };
}
