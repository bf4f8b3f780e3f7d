import type { SourceRange } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import { readable } from './blocksInlineText.ts';

/** What may be left between blocks without being a block: markers, rules, tags, attribute lists. */
const onlyMarkers =
  /^(?:[\s>*+\-#|:=`~_.)(\\\uFEFF]|\d{1,9}[.)]|<[^<>]*>|\{[:.#%][^{}]*\}|\[\^[^\]\s]+\]:)*$/u;

/**
 * Makes the blocks cover every character of a stretch that is not blank: sorts them, ends a block where the next
 * begins, and makes blocks of what no token stands for, such as link definitions.
 */
export function withoutGaps(
  text: string,
  stretch: SourceRange,
  blocks: readonly FormBlock[],
): readonly FormBlock[] {
  const covered: FormBlock[] = [];
  const sorted = blocks.toSorted((a, b) => a.range.start - b.range.start);
  let { start: end } = stretch;
  for (const [index, block] of sorted.entries()) {
    const start = Math.max(block.range.start, end);
    const next = sorted[index + 1]?.range.start ?? stretch.end;
    const range = trimmed(text, start, Math.min(block.range.end, Math.max(next, start)));
    if (range.start >= range.end) continue;
    fill(text, end, range.start, covered);
    covered.push({ ...block, range });
    end = range.end;
  }
  fill(text, end, stretch.end, covered);
  const [first, ...rest] = covered;
  if (first === undefined) return covered;
  // Markers before the first block have no block to belong to but that one.
  return [{ ...first, range: trimmed(text, stretch.start, first.range.end) }, ...rest];
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return { start: from, end: from + piece.trim().length };
}

function fill(text: string, start: number, end: number, covered: FormBlock[]): void {
  const gap = text.slice(start, end);
  if (gap.trim() === '') return;
  for (const match of gap.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/gu)) {
    const range = trimmed(text, start + match.index, start + match.index + match[0].length);
    const piece = text.slice(range.start, range.end);
    const last = covered.at(-1);
    if (onlyMarkers.test(piece)) {
      if (last !== undefined) {
        covered[covered.length - 1] = {
          ...last,
          range: { start: last.range.start, end: range.end },
        };
      }
      continue;
    }
    for (const each of unparsed(piece, range.start)) covered.push(each);
  }
}

/** Blocks of a stretch without tokens: link definitions, notes that nothing refers to, other text. */
function unparsed(piece: string, start: number): readonly FormBlock[] {
  const starts = [...piece.matchAll(/^[ \t>]*\[[^\]\n]+\]:/gmu)].map(({ index }) => index);
  const cuts = [...new Set([0, ...starts])];
  return cuts.map((from, index) => {
    const range = trimmed(piece, from, cuts[index + 1] ?? piece.length);
    const own = piece.slice(range.start, range.end);
    const note = /^[ \t>]*\[\^([^\]\s]+)\]:/u.exec(own);
    const kind = note
      ? 'footnote'
      : /^[ \t>]*\[[^\]\n]+\]:/u.test(own)
        ? 'definition'
        : 'paragraph';
    return {
      kind,
      range: { start: start + range.start, end: start + range.end },
      text: readable(note === null ? own : own.slice(note[0].length)),
      level: 0,
      ordinal: note?.[1] ?? null,
      token: -1,
    };
  });
}
