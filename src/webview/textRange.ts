import type { SourceRange } from '../core/paper/paper.ts';
import type { TextMap } from '../core/rendering/renderedPaper.ts';
import { sourceOfSpan, spansOfSource, toRendered, toSource } from '../core/rendering/textMap.ts';
import type { ShownPart } from './paperView.ts';
import { pointAt, renderedOffsetOf, textIndexOf } from './textIndex.ts';

/**
 * The source range of a selection in the page; null where it holds nothing of the source. Generated text
 * in it does not count, and what lies outside the paper is cut off.
 */
export function sourceOfRange(range: Range, parts: readonly ShownPart[]): SourceRange | null {
  let start = Infinity;
  let end = -Infinity;
  for (const { part, element } of parts) {
    if (!range.intersectsNode(element)) continue;
    const from = element.contains(range.startContainer)
      ? renderedOffsetOf(element, range.startContainer, range.startOffset)
      : 0;
    const to = element.contains(range.endContainer)
      ? renderedOffsetOf(element, range.endContainer, range.endOffset)
      : textIndexOf(element).length;
    const source = sourceOfSpan(part.map, trimmed(element, from, to));
    if (source === null) continue;
    start = Math.min(start, part.range.start + source.start);
    end = Math.max(end, part.range.start + source.end);
  }
  return start < end ? { start, end } : null;
}

/** White space at the ends of a selection is an accident of the mouse. */
function trimmed(element: Element, from: number, to: number): { from: number; to: number } {
  const text = renderedText(element, from, to);
  const start = from + (text.length - text.trimStart().length);
  return { from: start, to: Math.max(start, from + text.trimEnd().length) };
}

/** A part's rendered text between two offsets. */
export function renderedText(part: Element, from: number, to: number): string {
  const { nodes, starts } = textIndexOf(part);
  return nodes
    .map((node, at) => {
      const start = starts[at] ?? 0;
      return node.data.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    })
    .join('');
}

/** The source offset of a place in the page; null outside the paper. */
export function sourceOfPoint(
  node: Node,
  offset: number,
  parts: readonly ShownPart[],
): number | null {
  const shown = parts.find(({ element }) => element.contains(node));
  if (shown === undefined) return null;
  const { part, element } = shown;
  return part.range.start + sourceOfRendered(part.map, renderedOffsetOf(element, node, offset));
}

/** The source offset of a rendered character, relative to the part; behind the last, that of the end. */
export function sourceOfRendered(map: TextMap, rendered: number): number {
  return toSource(map, rendered, 'start') ?? toSource(map, rendered, 'end') ?? 0;
}

/** What the page shows of a source range, from its first to its last character; null if nothing. */
export function rangeOfSource(
  parts: readonly ShownPart[],
  { start, end }: SourceRange,
): Range | null {
  const range = document.createRange();
  let isFound = false;
  for (const { part, element } of parts) {
    if (part.range.start >= end || part.range.end <= start) continue;
    const relative = { start: start - part.range.start, end: end - part.range.start };
    const spans = spansOfSource(part.map, relative);
    const index = textIndexOf(element);
    const first = pointAt(index, spans[0]?.from ?? 0, 'start');
    const last = pointAt(index, spans.at(-1)?.to ?? 0, 'end');
    if (spans.length === 0 || first === null || last === null) continue;
    if (!isFound) range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset);
    isFound = true;
  }
  return isFound ? range : null;
}

/** The part that shows a source offset, or the nearest before it; null in an empty paper. */
export function partOfOffset(parts: readonly ShownPart[], offset: number): ShownPart | null {
  let nearest: ShownPart | null = null;
  for (const shown of parts) {
    const { start, end } = shown.part.range;
    // The title block gathers facts from all over: any other part that holds the place is meant.
    if (start <= offset && offset < end && shown.part.kind !== 'titleBlock') return shown;
    if (start <= offset && (nearest === null || start >= nearest.part.range.start)) nearest = shown;
  }
  return nearest ?? parts[0] ?? null;
}

/** The character of the page that shows a source offset, or the nearest behind it. */
export function characterOfOffset(shown: ShownPart, offset: number): Range | null {
  const index = textIndexOf(shown.element);
  const { map, range: place } = shown.part;
  const relative = offset - place.start;
  const rendered = toRendered(map, relative, 'start') ?? toRendered(map, relative, 'end') ?? 0;
  const point = pointAt(index, Math.min(rendered, Math.max(index.length - 1, 0)), 'start');
  if (point === null) return null;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(point.node, Math.min(point.offset + 1, point.node.length));
  return range;
}
