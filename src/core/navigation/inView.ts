import { descendants, type PaperNode } from './paperNodes.ts';

/** Marker, indent and line break between two neighbouring points; more than that is other text. */
const gapBetweenPoints = 12;

/** The rows from the paper down to this one; empty if it is not below the paper. */
export function pathTo(paper: PaperNode, id: string): readonly PaperNode[] {
  if (paper.id === id) return [paper];
  for (const child of paper.children) {
    const path = pathTo(child, id);
    if (path.length > 0) return [paper, ...path];
  }
  return [];
}

/**
 * The row of a paper's tree for the place that is being read: the key point or recommendation there,
 * else the innermost section, else the paper itself. Points win over the sections that hold them.
 */
export function nodeInView(paper: PaperNode, offset: number): PaperNode {
  const rows = descendants(paper);
  const points = rows.filter(
    ({ data }) => data.kind === 'keyPoint' || data.kind === 'recommendation',
  );
  const point = points.findLast(
    ({ place }) => place !== null && place.start <= offset && offset < place.end + gapBetweenPoints,
  );
  const section = rows.findLast(
    ({ data }) =>
      data.kind === 'section' &&
      data.section.extent.start <= offset &&
      offset < data.section.extent.end,
  );
  return point ?? section ?? paper;
}

/** The point before or behind a place, in reading order; null when there is none. */
export function neighbouringPoint<P extends { readonly range: { readonly start: number } }>(
  points: readonly P[],
  offset: number,
  direction: 'next' | 'previous',
): P | null {
  const inOrder = points.toSorted((a, b) => a.range.start - b.range.start);
  const found =
    direction === 'next'
      ? inOrder.find(({ range }) => range.start > offset)
      : inOrder.findLast(({ range }) => range.start < offset);
  return found ?? null;
}
