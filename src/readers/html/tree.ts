import type { DefaultTreeAdapterMap } from 'parse5';

/** An element of a page's tree. */
export type Element = DefaultTreeAdapterMap['element'];

/** Anything that stands in an element. */
export type Node = DefaultTreeAdapterMap['childNode'];

/** Anything that has children. */
export type Parent = DefaultTreeAdapterMap['parentNode'];

/** Whether a node is an element of HTML, of these names if any are given. */
export function isElement(node: Node, ...names: readonly string[]): node is Element {
  return 'tagName' in node && (names.length === 0 || names.includes(node.tagName));
}

/** The characters of a text node; empty for other nodes. */
export function textIn(node: Node): string {
  return node.nodeName === '#text' ? (node as { value: string }).value : '';
}

/** The value of an attribute, without white space around it; null if the element has none. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value.trim() ?? null;
}

/** Whether an attribute that holds words, such as `class` or `rel`, holds one of these. */
export function hasWord(element: Element, name: string, words: RegExp): boolean {
  const value = attribute(element, name);
  return value?.split(/\s+/u).some((word) => words.test(word)) ?? false;
}

/** All elements below a node, in the order of the page; a function that returns false leaves out what is below. */
export function* elementsIn(
  parent: Parent,
  enters: (element: Element) => boolean = () => true,
): Generator<Element> {
  // A list of what is left instead of recursion, as everywhere that whole pages are walked.
  const rest: Node[] = [...parent.childNodes].reverse();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (!enters(node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child !== undefined) rest.push(child);
    }
  }
}

/** Elements whose text is never seen. */
const unseen = /^(?:script|style|template|iframe|object|svg|canvas|audio|video|head)$/u;

/** Whether nothing in an element is ever seen as text. */
export function isUnseen({ tagName }: Element): boolean {
  return unseen.test(tagName);
}

/** The text of an element as it is read: white space folded, scripts and styles left out. */
export function textOf(parent: Parent): string {
  const parts: string[] = [];
  const rest: Node[] = [...parent.childNodes].reverse();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.nodeName === '#text') parts.push(textIn(node));
    else if (isElement(node) && !isUnseen(node)) {
      if (!inlineNames.has(node.tagName)) parts.push(' ');
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at];
        if (child !== undefined) rest.push(child);
      }
    }
  }
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/** Elements that stand within a line. */
export const inlineNames: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ' +
    'ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
