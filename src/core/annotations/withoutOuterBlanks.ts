import type { SourceRange } from '../paper/paper.ts';

/** The range without the white space at its ends, such as the break behind a line. */
export function withoutOuterBlanks(text: string, { start, end }: SourceRange): SourceRange {
  const passage = text.slice(start, end);
  const left = passage.length - passage.trimStart().length;
  return { start: start + left, end: Math.max(start + left, start + passage.trimEnd().length) };
}
