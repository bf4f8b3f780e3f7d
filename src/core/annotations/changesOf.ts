import { changedWords, type Segment } from '../anchoring/changedWords.ts';
import type { PlacedAnnotation } from '../protocol.ts';

/** Longest run of words that stayed, in code units; of a longer one both ends are shown. */
const longestSame = 60;

/**
 * What changed in the passage of an annotation since it was made, with no more of what stayed than it
 * takes to see where; empty where nothing did, and for an orphan.
 */
export function changesOf(
  { annotation, anchor }: PlacedAnnotation,
  text: string,
): readonly Segment[] {
  if (anchor?.how !== 'changed') return [];
  const segments = changedWords(annotation.target.exact, text.slice(anchor.start, anchor.end));
  return segments.map((segment, index) =>
    segment.kind === 'same'
      ? { kind: 'same', text: shortened(segment.text, index > 0, index < segments.length - 1) }
      : segment,
  );
}

/** The parts of a run that stand beside a change, cut at words. */
function shortened(text: string, hasBefore: boolean, hasBehind: boolean): string {
  if (text.length <= longestSame) return text;
  const half = longestSame / 2;
  const start = hasBefore ? text.slice(0, half).replace(/\S*$/u, '') : '';
  const end = hasBehind ? text.slice(-half).replace(/^\S*/u, '') : '';
  return `${start}…${end}`;
}
