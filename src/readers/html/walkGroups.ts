import type { DocumentBlock } from '../../core/paper/document/paperDocument.ts';
import {
  addBlock,
  flush,
  partWithin,
  startFlow,
  strongStyle,
  type Flow,
  type FlowItem,
  type Style,
} from './flow.ts';
import { itemsOf, markersOf } from './lists.ts';
import { oneLine } from '../oneLine.ts';
import type { PageFacts, Walk } from './pageFacts.ts';
import { cellOf, cellsOf, rowsOf } from './tables.ts';
import {
  elementsIn,
  isElement,
  isUnseen,
  textIn,
  textOf,
  type Element,
  type Node,
  type Parent,
} from './tree.ts';

/** Reads a list. A list that holds nothing but notes is none: each note has its own mark. */
export function walkList(
  element: Element,
  flow: Flow,
  style: Style,
  walkItem: (item: Node, flow: Flow, style: Style) => void,
): void {
  const elements = itemsOf(element);
  const markers = markersOf(element, elements);
  const whole = startFlow(flow);
  const items = elements.flatMap((item, index) => {
    const blocks = partWithin(whole, (inner) => {
      walkItem(item, inner, style);
    });
    return blocks.length === 0 ? [] : [{ marker: markers[index] ?? null, blocks }];
  });
  if (items.length === 0) return;
  const isNotes = items.every(({ blocks }) => blocks.every(({ type }) => type === 'note'));
  if (isNotes) for (const each of whole.items) flow.items.push(each);
  else addBlock(flow, { type: 'list', ordered: element.tagName === 'ol', items }, whole);
}

/** Reads a row of links to topics as a list, whatever it is made of; words before it stay before it. */
export function walkTopics(element: Element, flow: Flow, style: Style, walk: Walk): void {
  const links = [...elementsIn(element)].filter(({ tagName }) => tagName === 'a');
  const label =
    textOf(element)
      .split(textOf(links[0] ?? element))[0]
      ?.trim() ?? '';
  if (/\p{L}/u.test(label)) {
    const { cue } = flow;
    flow.cue = null;
    flow.line.push({ type: 'text', text: label });
    flush(flow);
    flow.cue = cue;
  }
  const whole = startFlow(flow);
  const items = links.flatMap((link) => {
    const blocks = partWithin(whole, (inner) => {
      walk(link, inner, style);
    });
    return blocks.length === 0 ? [] : [{ marker: null, blocks }];
  });
  if (items.length > 0) addBlock(flow, { type: 'list', ordered: false, items }, whole);
}

/** Reads a table of figures or words, its caption before it. */
export function walkTable(element: Element, flow: Flow, style: Style, walk: Walk): void {
  const caption = element.childNodes.find((node) => isElement(node, 'caption'));
  if (caption !== undefined && isElement(caption)) {
    walk(caption, flow, strongStyle(style));
    flush(flow);
  }
  const whole = startFlow(flow);
  const rows = rowsOf(element).map((row) =>
    cellsOf(row).map((cell) => {
      const blocks = partWithin(whole, (inner) => {
        walk(cell, inner, style);
      });
      return cellOf(cell, oneLine(blocks));
    }),
  );
  addBlock(flow, { type: 'table', rows: rows.filter((row) => row.length > 0) }, whole);
}

/** Reads text that stands as it is written. */
export function walkPreformatted({ main }: PageFacts, element: Element, flow: Flow): void {
  const parts: string[] = [];
  const add = (parent: Parent): void => {
    for (const node of parent.childNodes)
      if (node.nodeName === '#text') parts.push(textIn(node));
      else if (isElement(node, 'br')) parts.push('\n');
      else if (isElement(node) && !isUnseen(node)) add(node);
  };
  add(element);
  const text = parts.join('');
  const { length } = text.trim();
  if (length === 0) return;
  const block: DocumentBlock = { type: 'preformatted', text };
  const inner = startFlow(flow);
  const { siteText } = flow;
  const item: FlowItem = {
    block,
    siteText,
    isMain: main.has(element),
    plain: length,
    length,
    look: null,
  };
  inner.items.push(item);
  addBlock(flow, block, inner);
}
