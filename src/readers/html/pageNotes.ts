import type { PageLinks } from './pageLinks.ts';
import type { Page } from './parsePage.ts';
import { attribute, elementsIn, hasWord, textIn, textOf, type Element } from './tree.ts';

/** How short the text of a link is that can be the mark of a note. */
const longestMark = 8;

/** The notes of a page: the element that each is, and the marks that lead to it. */
export interface PageNotes {
  /** The label of the note that an element is. */
  readonly notes: ReadonlyMap<Element, string>;
  /** The label of the note that a link is the mark of. */
  readonly marks: ReadonlyMap<Element, string>;
  /** Links in notes that lead back to their marks. */
  readonly backLinks: ReadonlySet<Element>;
}

/** Finds notes by the links between them and their marks. */
export function pageNotes(page: Page, links: PageLinks): PageNotes {
  const marks = new Map<Element, string>();
  const notes = new Map<Element, string>();
  const candidates: (readonly [Element, Element, string])[] = [];
  for (const element of elementsIn(page)) {
    if (element.tagName !== 'a') continue;
    const label = links.hrefOf(element)?.slice(1);
    const target = label === undefined ? undefined : links.targets.get(label);
    if (label === undefined || target === undefined) continue;
    if (!isNoteMark(element)) continue;
    const note = noteAround(target);
    if (note !== null && !isInside(element, (each) => each === note))
      candidates.push([element, note, label]);
  }
  // A note and its mark lead to each other: the one that stands first in the page is the mark.
  for (const [mark, note, label] of candidates) {
    if (isInside(mark, (each) => notes.has(each))) continue;
    marks.set(mark, notes.get(note) ?? label);
    if (!notes.has(note)) notes.set(note, label);
  }
  const backLinks = new Set<Element>();
  for (const note of notes.keys())
    for (const each of elementsIn(note))
      if (each.tagName === 'a' && isBackLink(each, links)) backLinks.add(each);
  return { notes, marks, backLinks };
}

/** Whether a link is a mark by its text, and by brackets, by standing above the line or by its name. */
function isNoteMark(link: Element): boolean {
  const text = textOf(link);
  if (text.length === 0 || text.length > longestMark) return false;
  const isSaid =
    attribute(link, 'role') === 'doc-noteref' ||
    hasWord(link, 'class', /(?:^|[-_])(?:foot|end)?note-?(?:ref|mark|link|call)?\w*$|^fn/iu);
  if (isSaid) return true;
  const isAbove =
    isInside(link, ({ tagName }) => tagName === 'sup') || elementsInclude(link, 'sup');
  return isMark(text) && (isAbove || /^[[(].*[\])]$|^[*†‡§]/u.test(text));
}

function elementsInclude(element: Element, name: string): boolean {
  for (const each of elementsIn(element)) if (each.tagName === name) return true;
  return false;
}

/** "3", "[3]", "(b)", "iv", "*", "†": what is printed as the mark of a note. */
function isMark(text: string): boolean {
  return /^[[(]?\s*(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶]{1,3}|note\s?\d{1,3}|fn\.?\s?\d{1,3})\s*[\])]?$/iu.test(
    text,
  );
}

function isBackLink(link: Element, links: PageLinks): boolean {
  const href = links.hrefOf(link) ?? attribute(link, 'href');
  const text = textOf(link);
  return (
    (href?.startsWith('#') ?? false) &&
    (isMark(text) || /^[^\p{L}\d]{0,4}$|^(?:back|return|jump up)\b.{0,20}$/iu.test(text))
  );
}

const containers = /^(?:li|p|div|aside|dd|section|td|tr)$/u;

/** The element that holds the words of a note whose name stands at a target. */
function noteAround(target: Element): Element | null {
  for (let at: Element | null = target; at !== null; at = parentOf(at)) {
    if (/^(?:body|main|article|h[1-6]|table|ol|ul)$/u.test(at.tagName)) return null;
    const text = containers.test(at.tagName) ? textOf(at) : '';
    // Marks in the text have names too, for the way back from the note; a paragraph is no note for that.
    if (text.length > longestMark)
      return startsWithTarget(at, target) && text.length < 4_000 ? at : null;
  }
  return null;
}

/** Whether the place that a link leads to is the beginning of an element. */
function startsWithTarget(element: Element, target: Element): boolean {
  if (element === target) return true;
  for (const each of elementsIn(element))
    if (each === target) return textBefore(element, target) < 6;
  return false;
}

function textBefore(element: Element, target: Element): number {
  let length = 0;
  const stack: { readonly node: Element['childNodes'][number] }[] = element.childNodes
    .map((node) => ({ node }))
    .reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next;
    if (node === target) return length;
    if (node.nodeName === '#text') length += textIn(node).trim().length;
    else if ('childNodes' in node)
      for (const child of node.childNodes.toReversed()) stack.push({ node: child });
  }
  return length;
}

function isInside(element: Element, isOuter: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at))
    if (isOuter(at)) return true;
  return false;
}

function parentOf(element: Element): Element | null {
  const { parentNode } = element;
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}
