import type { Category } from '../core/annotations/annotation.ts';
import type { PlacedAnnotation } from '../core/protocol.ts';
import { categoryOf, colorOf } from './categories.ts';
import { element } from './element.ts';
import { spansOfSource, type RenderedSpan } from '../core/rendering/textMap.ts';
import type { ShownPart } from './paperView.ts';
import { overlapSegments, type Coverage, type OverlapSegment } from './overlaps.ts';
import { forgetText, textIndexOf } from './textIndex.ts';
import { renderedText } from './textRange.ts';
import { words } from './words.ts';

/** Elements whose own text is only the white space between their children. */
const structural = new Set([
  'UL',
  'OL',
  'DL',
  'TABLE',
  'THEAD',
  'TBODY',
  'TFOOT',
  'TR',
  'SECTION',
  'HEADER',
  'DETAILS',
  'BLOCKQUOTE',
]);
/** How many underlines one line of text has room for. */
const mostLines = 3;

/**
 * The annotations that a part shows, in rendered offsets. White space between two pieces belongs to
 * neither in the source, but an underline goes on through it.
 */
export function coverageOf(
  shown: ShownPart,
  placed: readonly PlacedAnnotation[],
): readonly Coverage[] {
  const { kind, range, map } = shown.part;
  return placed.flatMap(({ annotation, anchor }) => {
    if (anchor === null) return [];
    // A title block shows facts from all over the source.
    const isElsewhere = anchor.start >= range.end || anchor.end <= range.start;
    if (isElsewhere && kind !== 'titleBlock') return [];
    const relative = { start: anchor.start - range.start, end: anchor.end - range.start };
    const spans = spansOfSource(map, relative);
    return spans.length === 0
      ? []
      : [
          {
            id: annotation.id,
            spans: joined(shown.element, spans),
            length: anchor.end - anchor.start,
          },
        ];
  });
}

function joined(part: Element, spans: readonly RenderedSpan[]): readonly RenderedSpan[] {
  const result: RenderedSpan[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    const isNear = before !== undefined && span.from - before.to < 8;
    if (isNear && renderedText(part, before.to, span.from).trim() === '') {
      result[result.length - 1] = { from: before.from, to: span.to };
    } else {
      result.push(span);
    }
  }
  return result;
}

/** Takes all marks off a part. */
export function eraseHighlights(part: HTMLElement): void {
  const marks = part.querySelectorAll('mark[data-ids]');
  if (marks.length === 0) return;
  const parents = new Set<Node>();
  for (const mark of marks) {
    if (mark.parentNode !== null) parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
  forgetText(part);
}

/** Marks a part's text; the part has no marks yet. Annotations in `begun` have their first piece elsewhere. */
export function drawHighlights(
  shown: ShownPart,
  coverage: readonly Coverage[],
  placed: ReadonlyMap<string, PlacedAnnotation>,
  categories: readonly Category[],
  begun: Set<string>,
): void {
  const segments = overlapSegments(coverage);
  const pieces = wrapSegments(shown.element, segments);
  forgetText(shown.element);
  segments.forEach((segment, at) => {
    const marks = pieces[at] ?? [];
    for (const mark of marks) dressMark(mark, segment.ids, placed, categories);
    const stop = marks.find((mark) => mark.closest('a,summary,button') === null);
    const starting = segment.ids.filter((id) => !begun.has(id));
    if (stop === undefined || starting.length === 0) return;
    for (const id of starting) begun.add(id);
    makeStop(stop, starting, segment.ids, placed, categories);
  });
}

/** Later text first: splitting a node leaves the offsets before the split as they are. */
function wrapSegments(part: HTMLElement, segments: readonly OverlapSegment[]): HTMLElement[][] {
  const { nodes, starts } = textIndexOf(part);
  let at = nodes.length - 1;
  return segments
    .toReversed()
    .map(({ from, to }) => {
      const marks: HTMLElement[] = [];
      while (at >= 0 && (starts[at] ?? 0) >= to) at--;
      for (let each = at; each >= 0; each--) {
        const node = nodes[each];
        const start = starts[each] ?? 0;
        if (node === undefined || start + node.length <= from) break;
        const mark = wrap(cut(node, Math.max(from - start, 0), Math.min(to - start, node.length)));
        if (mark !== null) marks.unshift(mark);
      }
      return marks;
    })
    .toReversed();
}

function wrap(piece: Text): HTMLElement | null {
  if (piece.data.trim() === '' && structural.has(piece.parentElement?.tagName ?? '')) return null;
  const mark = element('mark');
  piece.replaceWith(mark);
  mark.append(piece);
  return mark;
}

function cut(node: Text, from: number, to: number): Text {
  if (to < node.length) node.splitText(to);
  return from > 0 ? node.splitText(from) : node;
}

/** Gives a mark the looks of its annotations. */
export function dressMark(
  mark: HTMLElement,
  ids: readonly string[],
  placed: ReadonlyMap<string, PlacedAnnotation>,
  categories: readonly Category[],
): void {
  mark.dataset['ids'] = ids.join(' ');
  mark.dataset['vscodeContext'] = JSON.stringify({
    webviewSection: 'annotation',
    id: ids[0],
  });
  ids.slice(0, mostLines).forEach((id, at) => {
    const one = placed.get(id);
    if (one === undefined) return;
    const color = colorOf(categoryOf(categories, one.annotation.category));
    mark.style.setProperty(at === 0 ? '--category' : `--category-${at + 1}`, color);
    if (at === 0) mark.classList.toggle('changed', one.anchor?.how === 'changed');
  });
  mark.dataset['lines'] = String(Math.min(ids.length, mostLines));
}

/** Lets the keyboard and screen readers reach a mark at which annotations begin. */
export function makeStop(
  mark: HTMLElement,
  starting: readonly string[],
  ids: readonly string[],
  placed: ReadonlyMap<string, PlacedAnnotation>,
  categories: readonly Category[],
  text: string = mark.textContent,
): void {
  const notes = ids.flatMap((id) => {
    const one = placed.get(id);
    return one === undefined ? [] : [nameOf(one, categories)];
  });
  mark.tabIndex = 0;
  mark.dataset['starts'] = starting.join(' ');
  mark.setAttribute('role', 'button');
  mark.setAttribute('aria-label', words.passage(text, notes));
  mark.setAttribute('aria-details', starting.map((id) => `note-${id}`).join(' '));
}

/** What a screen reader calls an annotation: "Evidence: what the note says". */
export function nameOf(
  { annotation, anchor }: PlacedAnnotation,
  categories: readonly Category[],
): string {
  const name = words.note(categoryOf(categories, annotation.category).name, annotation.note);
  return anchor?.how === 'changed' ? `${name}, ${words.changed}` : name;
}
