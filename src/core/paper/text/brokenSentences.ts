import type { Shape } from './shapes.ts';

const goesOn = /[\p{L}\p{N},–—-]$/u;

/** The pieces with sentences joined that a page layout broke in two: "…threatening us," / "our allies". */
export function withBrokenSentencesJoined(
  text: string,
  shapes: readonly Shape[],
): readonly Shape[] {
  const groups: Shape[][] = [];
  for (const shape of shapes) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group !== undefined && before !== undefined && isBrokenOff(text, before, shape)) {
      group.push(shape);
    } else {
      groups.push([shape]);
    }
  }
  return groups.flatMap(joined);
}

function joined(group: readonly Shape[]): readonly Shape[] {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined || group.length === 1) return group;
  const range = { start: first.range.start, end: last.range.end };
  return [{ ...first, range, pieces: group.flatMap(({ pieces }) => pieces) }];
}

function isBrokenOff(text: string, before: Shape, shape: Shape): boolean {
  if (shape.kind !== 'paragraph' || shape.siteText !== null || shape.glued) return false;
  if (before.siteText !== null || before.glued || shape.blanksBefore > 2) return false;
  if (before.kind !== 'paragraph' && before.kind !== 'listItem') return false;
  const { start, end } = before.range;
  const tail = text.slice(Math.max(start, end - 20), end);
  const head = text.slice(shape.range.start, shape.range.start + 2);
  return end - start >= 35 && goesOn.test(tail) && /^\p{Ll}/u.test(head);
}
