import type { BlockKind, Role } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import { roleSoFar, type Draft } from './claims.ts';

/** What a block is to the rules for points. */
export interface PointLine {
  /** Index of the block. */
  readonly block: number;
  readonly type: 'heading' | 'item' | 'paragraph' | 'other';
  /** Rank of a heading: 1 to 6, 7 for a bold line, 8 for a short line with a colon; nesting of an item. */
  readonly level: number;
  readonly text: string;
  readonly words: number;
  readonly ordinal: string | null;
  /** The block as it stands in the source. */
  readonly raw: string;
}

/** Roles of other rules that no point or heading of points has. */
const foreign: ReadonlySet<Role> = new Set<Role>([
  ...(['siteText', 'contents', 'related', 'footnote', 'reference', 'tags', 'disclaimer'] as const),
  ...(['about', 'posting', 'associatedFiles', 'metadata', 'byline', 'date', 'publisher'] as const),
]);

/** The blocks as the rules for points see them; those with a role that excludes points are "other". */
export function pointLines(draft: Draft): readonly PointLine[] {
  return draft.blocks.map((block, index) => {
    const raw = draft.text.slice(block.range.start, block.range.end);
    const role = roleSoFar(draft, index);
    const isForeign = role !== null && foreign.has(role);
    const { type, level } = isForeign ? { type: 'other' as const, level: 0 } : shapeOf(block, raw);
    return {
      block: index,
      type,
      level,
      text: block.text,
      words: wordsIn(block.text),
      ordinal: block.ordinal,
      raw,
    };
  });
}

/** How many words a folded text has. */
function wordsIn(text: string): number {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}

/** Whether a paragraph or item begins with bold words. */
export function hasBoldLead({ raw }: PointLine): boolean {
  return /^(?:[-*+•]\s+|\(?\w{1,3}[.)]\s+)?(?:\*\*|__)\S/u.test(raw);
}

/** Whether the block is nothing but a link. */
export function isOnlyLink({ raw }: PointLine): boolean {
  return /^(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:\[[^[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)|<?https?:\/\/\S+)[\s.,;]*$/u.test(
    raw,
  );
}

const plainKinds: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'quote', 'html']);

function shapeOf({ kind, level, text }: FormBlock, raw: string): Pick<PointLine, 'type' | 'level'> {
  if (kind === 'heading') return { type: 'heading', level };
  if (kind === 'listItem') return { type: 'item', level };
  if (!plainKinds.has(kind) || text === '') return { type: 'other', level: 0 };
  if (isBoldLine(raw, text)) return { type: 'heading', level: 7 };
  if (text.length <= 60 && text.endsWith(':')) return { type: 'heading', level: 8 };
  return { type: 'paragraph', level: 0 };
}

/** Whether a paragraph is one short line of bold words, which serves as a heading. */
function isBoldLine(raw: string, text: string): boolean {
  if (text === '' || text.length > 120 || /[.!?;,]$/u.test(text)) return false;
  const bare = raw.trim().replace(/[:\s\\]+$/u, '');
  const inside = /^(?:\*\*|__)(\S[^\n]*\S)(?:\*\*|__)$/u.exec(bare)?.[1];
  // Two bold runs with plain words between them are no bold line.
  if (inside !== undefined) return !/(?:\*\*|__)(?![*_]|$)/u.test(inside.replace(/^[*_]/u, ''));
  return /^(?:<div[^<>]*>\s*)?<(strong|b)>[^<>]*<\/\1>/iu.test(bare) && text.length <= bare.length;
}
