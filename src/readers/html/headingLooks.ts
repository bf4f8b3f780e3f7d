import { wordsOfBlock } from './words.ts';
import type { FlowItem, Look } from './flow.ts';
import { isMarker } from './markers.ts';

/** Looks that lines of a page have which are headings to the reader, though not to the template. */
export interface HeadingLooks {
  /** Whether a line looks as the page's own headings do, or in another way that only lines above text do. */
  rankOf(item: FlowItem): 'asHeadings' | 'below' | null;
  /** The level of most headings that look the same. */
  readonly level: number;
}

/** A line is no longer than this, in UTF-16 code units. */
const longestLine = 130;
/** At most this share of a text's lines are headings by their look. */
const mostLines = 0.4;

/**
 * Finds the looks of headings: bold, or of another colour or size than most of the text, and always short and
 * without the full stop of a sentence. A look that one line alone has says nothing, unless headings have it too.
 */
export function headingLooks(items: readonly FlowItem[]): HeadingLooks {
  const own = items.filter(({ siteText }) => siteText === null);
  const body = mostCommon(own.filter(({ block }) => block.type !== 'heading'));
  const keyOf = ({ look }: FlowItem): string => keyOfLook(look, body);
  const headings = own.filter(
    ({ block }) => block.type === 'heading' && !isMarker(wordsOfBlock(block)),
  );
  const level =
    mostUsed(headings.map(({ block }) => (block.type === 'heading' ? block.level : 2))) ?? 2;
  const ofHeadings = new Set(headings.map((item) => keyOfLook(asBold(item.look), body)));
  const groups = new Map<string, FlowItem[]>();
  for (const item of own) {
    if (item.block.type !== 'paragraph' || keyOf(item) === '') continue;
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  const ranks = new Map<string, 'asHeadings' | 'below'>();
  for (const [key, group] of groups) {
    const lines = group.filter(isLine);
    const isLike = ofHeadings.has(key) && key.includes('other');
    const isRare = lines.length <= Math.max(3, mostLines * own.length);
    if (lines.length < 0.7 * group.length || !isRare || (lines.length < 2 && !isLike)) continue;
    ranks.set(key, isLike || headings.length === 0 ? 'asHeadings' : 'below');
  }
  return {
    level,
    rankOf: (item) =>
      item.block.type === 'paragraph' && isLine(item) ? (ranks.get(keyOf(item)) ?? null) : null,
  };
}

function isLine({ block, length, siteText }: FlowItem): boolean {
  if (block.type !== 'paragraph' || siteText !== null || block.cue !== undefined) return false;
  if (length < 3 || length > longestLine) return false;
  const words = block.content
    .map((inline) => (inline.type === 'text' ? inline.text : ''))
    .join('')
    .trim();
  return (
    block.content.every(({ type }) => type === 'text') &&
    /\p{L}{2}/u.test(words) &&
    !/[.,;!:]$/u.test(words)
  );
}

function asBold(look: Look | null): Look | null {
  return look === null ? null : { ...look, isBold: true };
}

/** A look as it differs from that of most text; empty for one that does not. */
function keyOfLook(look: Look | null, body: Look): string {
  if (look === null) return '';
  const parts = [
    look.isBold && !body.isBold ? 'bold' : '',
    look.color === body.color ? '' : 'other colour',
    look.size === body.size ? '' : `other size ${look.size}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function mostCommon(items: readonly FlowItem[]): Look {
  const lengths = new Map<string, { readonly look: Look; length: number }>();
  for (const { look, length } of items) {
    if (look === null) continue;
    const key = JSON.stringify(look);
    const known = lengths.get(key);
    if (known === undefined) lengths.set(key, { look, length });
    else known.length += length;
  }
  const [most] = [...lengths.values()].toSorted((one, other) => other.length - one.length);
  return most?.look ?? { isBold: false, color: '', size: '' };
}

function mostUsed(levels: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}
