/** The text nodes of a part that come from the source, with the rendered offset where each begins. */
export interface TextIndex {
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  readonly length: number;
}

/** A place in the page, as `Range.setStart` takes it. */
export interface DomPoint {
  readonly node: Text;
  readonly offset: number;
}

const known = new WeakMap<Element, TextIndex>();

/** The index of a part; remembered until `forgetText` says that the part's nodes changed. */
export function textIndexOf(part: Element): TextIndex {
  const before = known.get(part);
  if (before !== undefined) return before;
  const index = buildIndex(part);
  known.set(part, index);
  return index;
}

/** To be called whenever text nodes of a part were split, joined or replaced. */
export function forgetText(part: Element): void {
  known.delete(part);
}

function buildIndex(part: Element): TextIndex {
  const walker = document.createTreeWalker(
    part,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.hasAttribute('data-generated')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  const starts: number[] = [];
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push(node);
    starts.push(length);
    length += node.length;
  }
  return { nodes, starts, length };
}

/** Where a rendered offset is; between two nodes `side` decides. Null where the part has no text. */
export function pointAt(
  index: TextIndex,
  rendered: number,
  side: 'start' | 'end',
): DomPoint | null {
  let low = 0;
  let high = index.nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = index.starts[middle] ?? 0;
    if (side === 'start' ? start <= rendered : start < rendered) low = middle;
    else high = middle - 1;
  }
  const node = index.nodes[low];
  if (node === undefined) return null;
  const offset = Math.min(Math.max(rendered - (index.starts[low] ?? 0), 0), node.length);
  return { node, offset };
}

/** How much of a part's text stands before a place in the page, which may be in generated text. */
export function renderedOffsetOf(part: Element, node: Node, offset: number): number {
  const { nodes, starts, length } = textIndexOf(part);
  const place = document.createRange();
  place.setStart(node, offset);
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const text = nodes[middle];
    if (text === node) return (starts[middle] ?? 0) + offset;
    if (text !== undefined && place.comparePoint(text, 0) < 0) low = middle + 1;
    else high = middle;
  }
  return starts[low] ?? length;
}
