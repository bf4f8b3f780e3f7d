import type { SourceRange } from '../core/paper/paper.ts';
import type { TextMap } from '../core/rendering/renderedPaper.ts';

/** A piece of a part's rendered text, half-open. */
export interface RenderedSpan {
  readonly from: number;
  readonly to: number;
}

interface Segment {
  readonly rendered: number;
  readonly source: number;
  readonly renderedLength: number;
  readonly sourceLength: number;
}

function* segments(map: TextMap): Generator<Segment> {
  for (let at = 0; at + 3 < map.length; at += 4) {
    const [rendered = 0, source = 0, renderedLength = 0, sourceLength = 0] = map.slice(at, at + 4);
    yield { rendered, source, renderedLength, sourceLength };
  }
}

/**
 * The source that a rendered span comes from, relative to the part; null where none of it does. The
 * facts of a title block stand in another order than in the source, so the answer is the least range
 * that holds all of it.
 */
export function sourceOfSpan(map: TextMap, { from, to }: RenderedSpan): SourceRange | null {
  let start = Infinity;
  let end = -Infinity;
  for (const each of segments(map)) {
    if (each.rendered >= to) break;
    const first = Math.max(from - each.rendered, 0);
    const last = Math.min(to - each.rendered, each.renderedLength);
    if (first >= last) continue;
    const stepwise = each.renderedLength !== each.sourceLength;
    start = Math.min(start, stepwise ? each.source : each.source + first);
    end = Math.max(end, each.source + (stepwise ? each.sourceLength : last));
  }
  return start < end ? { start, end } : null;
}

/** What shows a source range, relative to the part: ascending spans that do not touch. */
export function spansOfSource(map: TextMap, { start, end }: SourceRange): readonly RenderedSpan[] {
  const spans: RenderedSpan[] = [];
  for (const each of segments(map)) {
    const first = Math.max(start - each.source, 0);
    const last = Math.min(end - each.source, each.sourceLength);
    if (first >= last) continue;
    const stepwise = each.renderedLength !== each.sourceLength;
    const from = stepwise ? each.rendered : each.rendered + first;
    const to = each.rendered + (stepwise ? each.renderedLength : last);
    const before = spans.at(-1);
    if (before !== undefined && before.to >= from) {
      spans[spans.length - 1] = { from: before.from, to: Math.max(before.to, to) };
    } else if (from < to) {
      spans.push({ from, to });
    }
  }
  return spans;
}
