import type { DocumentBlock, Inline } from '../../core/paper/document/paperDocument.ts';
import { cueOf } from './cues.ts';
import {
  addBlock,
  addText,
  blocksOf,
  flowWithin,
  flush,
  strongStyle,
  type Flow,
  type Style,
} from './flow.ts';
import { oneLine } from '../oneLine.ts';
import type { PageFacts, Walk } from './pageFacts.ts';
import { siteArea } from './siteAreas.ts';
import { isLayout } from './tables.ts';
import {
  attribute,
  elementsIn,
  inlineNames,
  isElement,
  isUnseen,
  textIn,
  textOf,
  type Element,
  type Node,
  type Parent,
} from './tree.ts';
import { walkList, walkPreformatted, walkTable, walkTopics } from './walkGroups.ts';
import { styleOf, walkInline } from './walkInline.ts';

/** Reads the blocks of an element of a page. Deep as the tree may be, the parser bounds it. */
export function walk(facts: PageFacts, parent: Parent, flow: Flow, style: Style): void {
  for (const node of parent.childNodes) walkNode(facts, node, parent, flow, style);
}

function walkNode(facts: PageFacts, node: Node, parent: Parent, flow: Flow, style: Style): void {
  if (node.nodeName === '#text') {
    const isMain = 'tagName' in parent && (facts.main.has(parent) || facts.home.has(parent));
    addText(flow, textIn(node), style, isMain);
  } else if (isElement(node) && !isUnseen(node)) walkElement(facts, node, flow, style);
}

function walkElement(facts: PageFacts, element: Element, flow: Flow, style: Style): void {
  const label = facts.notes.notes.get(element);
  if (label !== undefined)
    walkApart(facts, element, flow, style, (blocks) => ({ type: 'note', label, blocks }));
  else if (inlineNames.has(element.tagName))
    walkInline(facts, element, flow, style, (parent, inner, own) => {
      walk(facts, parent, inner, own);
    });
  else walkArea(facts, element, flow, style);
}

/** Reads an element whose blocks make one block. */
function walkApart(
  facts: PageFacts,
  element: Element,
  flow: Flow,
  style: Style,
  make: (blocks: readonly DocumentBlock[]) => DocumentBlock,
): void {
  flush(flow);
  const inner = flowWithin(flow, (own) => {
    walk(facts, element, own, style);
  });
  if (inner.items.length > 0) addBlock(flow, make(blocksOf(inner)), inner);
}

/** Reads a block element in the part of the page that it opens, if it opens one. */
function walkArea(facts: PageFacts, element: Element, flow: Flow, style: Style): void {
  flush(flow);
  flow.id = facts.links.nameOf(element) ?? flow.id;
  const { siteText, cue } = flow;
  flow.siteText ??= isHidden(element) ? 'hidden on the page' : siteArea(element, facts);
  flow.cue = cueOf(element) ?? cue;
  walkBlock(facts, element, flow, styleOf(facts, element, style));
  flush(flow);
  flow.siteText = siteText;
  flow.cue = cue;
}

function isHidden(element: Element): boolean {
  const isSaid =
    attribute(element, 'hidden') !== null ||
    /display:\s*none|visibility:\s*hidden/iu.test(attribute(element, 'style') ?? '');
  // Long passages are only folded up by the page.
  return isSaid && textOf(element).length < 400;
}

function walkBlock(facts: PageFacts, element: Element, flow: Flow, style: Style): void {
  const inside: Walk = (parent, inner, own) => {
    walk(facts, parent, inner, own);
  };
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      walkHeading(facts, element, Number(element.tagName.slice(1)), flow, style);
      return;
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      walkList(element, flow, style, (item, inner, own) => {
        walkNode(facts, item, element, inner, own);
      });
      return;
    case 'dt':
    case 'summary':
    case 'legend':
      walk(facts, element, flow, strongStyle(style));
      return;
    case 'blockquote':
      walkApart(facts, element, flow, style, (blocks) => ({ type: 'quote', blocks }));
      return;
    case 'pre':
    case 'listing':
      walkPreformatted(facts, element, flow);
      return;
    case 'table':
      if (isLayout(element)) walk(facts, element, flow, style);
      else walkTable(element, flow, style, inside);
      return;
    case 'hr':
      flow.items.push({ ...nothing, block: { type: 'rule' }, siteText: flow.siteText });
      return;
    case 'input':
    case 'select':
    case 'textarea':
    case 'datalist':
      return;
    default:
      if (attribute(element, 'role') === 'heading')
        walkHeading(facts, element, Number(attribute(element, 'aria-level') ?? 2), flow, style);
      else if (flow.cue === 'tags' && !holdsList(element)) walkTopics(element, flow, style, inside);
      else walk(facts, element, flow, style);
  }
}

const nothing = { isMain: false, plain: 0, length: 0, look: null };

function holdsList(element: Element): boolean {
  if (/^(?:li|ul|ol)$/u.test(element.tagName)) return true;
  for (const { tagName } of elementsIn(element)) if (/^(?:ul|ol)$/u.test(tagName)) return true;
  return false;
}

/** A heading is strong by itself, and is one line whatever stands in it. */
function walkHeading(
  facts: PageFacts,
  element: Element,
  named: number,
  flow: Flow,
  style: Style,
): void {
  const inner = flowWithin(flow, (own) => {
    walk(facts, element, own, style);
  });
  if (inner.items.length === 0) return;
  const [only] = inner.items.length === 1 ? blocksOf(inner) : [];
  const content = only?.type === 'paragraph' ? only.content : oneLine(blocksOf(inner));
  const level = Math.max(named, facts.levels.get(element) ?? 1);
  addBlock(flow, { type: 'heading', level, content: content.map(withoutStrong) }, inner);
}

function withoutStrong(inline: Inline): Inline {
  return inline.type === 'text' && inline.marks?.includes('strong') === true
    ? { ...inline, marks: inline.marks.filter((mark) => mark !== 'strong') }
    : inline;
}
