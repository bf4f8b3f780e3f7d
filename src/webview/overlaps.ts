import type { RenderedSpan } from '../core/rendering/textMap.ts';

/** What one annotation covers of a part's rendered text. */
export interface Coverage {
  readonly id: string;
  readonly spans: readonly RenderedSpan[];
  /** Of the whole passage: shorter ones lie on top. */
  readonly length: number;
}

/** A run of text under the same annotations, the uppermost first. */
export interface OverlapSegment extends RenderedSpan {
  readonly ids: readonly string[];
}

/** Cuts what annotations cover at each of their ends; ascending, without what nothing covers. */
export function overlapSegments(coverage: readonly Coverage[]): readonly OverlapSegment[] {
  const upward = [...coverage].sort((one, other) => one.length - other.length);
  const cuts = new Set(
    coverage.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to])),
  );
  const ends = [...cuts].sort((one, other) => one - other);
  const segments: OverlapSegment[] = [];
  ends.forEach((from, at) => {
    const to = ends[at + 1];
    if (to === undefined) return;
    const ids = upward
      .filter(({ spans }) => spans.some((span) => span.from <= from && to <= span.to))
      .map(({ id }) => id);
    if (ids.length > 0) segments.push({ from, to, ids });
  });
  return segments;
}
