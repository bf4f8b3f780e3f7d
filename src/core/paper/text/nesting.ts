import type { SourceRange } from '../paper.ts';
import type { Marker } from './markers.ts';
import type { Shape } from './shapes.ts';

interface Level {
  readonly indent: number;
  readonly family: string;
}

/** The pieces with the nesting of list items, and with what stands inside an item counted to it. */
export function withNesting(shapes: readonly Shape[]): readonly Shape[] {
  const nested: Shape[] = [];
  let open: Level[] = [];
  for (const shape of shapes) {
    const before = nested.at(-1);
    if (shape.kind === 'listItem' && shape.marker !== null) {
      if (shape.blanksBefore > 3) open = [];
      open = [...above(open, shape.indent, shape.marker), levelOf(shape, shape.marker)];
      nested.push({ ...shape, level: open.length });
      continue;
    }
    const isInside =
      open.length > 0 &&
      shape.kind === 'paragraph' &&
      before !== undefined &&
      isInItem(before, shape);
    if (isInside && before.kind === 'listItem') {
      nested[nested.length - 1] = withParagraph(before, shape);
    } else if (isInside) {
      nested.push({ ...shape, level: open.length });
    } else {
      open = [];
      nested.push(shape);
    }
  }
  return nested;
}

/** The levels that stay open above an item at this indent. */
function above(open: readonly Level[], indent: number, marker: Marker): Level[] {
  const deeper = open.findIndex((level) => level.indent > indent + 1);
  const rest = deeper < 0 ? [...open] : open.slice(0, deeper);
  const same = rest.findIndex(
    (level) => Math.abs(level.indent - indent) <= 1 && level.family === marker.family,
  );
  return same < 0 ? rest : rest.slice(0, same);
}

function levelOf(shape: Shape, marker: Marker): Level {
  return { indent: shape.indent, family: marker.family };
}

function isInItem(before: Shape, shape: Shape): boolean {
  const isItem = before.kind === 'listItem' || (before.kind === 'paragraph' && before.level > 0);
  const isDeep = shape.indent >= before.textIndent - 1 && shape.indent > 0;
  return isItem && isDeep && shape.blanksBefore <= 2 && shape.siteText === null;
}

function withParagraph(item: Shape, paragraph: Shape): Shape {
  const words: readonly SourceRange[] = paragraph.pieces;
  const range = { start: item.range.start, end: paragraph.range.end };
  return { ...item, range, more: [...item.more, words] };
}
