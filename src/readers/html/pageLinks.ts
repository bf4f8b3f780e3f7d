import type { Page } from './parsePage.ts';
import { attribute, elementsIn, type Element } from './tree.ts';

/** The places and addresses of a page. */
export interface PageLinks {
  /** Elements that links in the page lead to, by the names that the links use. */
  readonly targets: ReadonlyMap<string, Element>;
  /** The name by which links lead to an element; null for one that none leads to. */
  nameOf(element: Element): string | null;
  /** An address as the document has it: "#" and a name within the page, absolute where that is known. */
  hrefOf(element: Element): string | null;
  /** The address of a picture, likewise. */
  sourceOf(address: string): string | null;
}

/** Finds out what links within a page lead to, and where the page itself is from. */
export function pageLinks(page: Page): PageLinks {
  const elements = [...elementsIn(page)];
  const base = baseOf(elements);
  const byName = new Map<string, Element>();
  for (const element of elements)
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name !== null && name !== '' && !byName.has(name)) byName.set(name, element);
  const within = (href: string): string | null => {
    const at = href.indexOf('#');
    if (at < 0 || at === href.length - 1) return null;
    const before = href.slice(0, at);
    const isHere = before === '' || (base !== null && absolute(before, base) === bare(base));
    return isHere ? decoded(href.slice(at + 1)) : null;
  };
  const targets = new Map<string, Element>();
  const names = new Map<Element, string>();
  for (const element of elements) {
    const name = element.tagName === 'a' ? within(attribute(element, 'href') ?? '') : null;
    const target = name === null ? undefined : byName.get(name);
    if (name === null || target === undefined) continue;
    targets.set(name, target);
    if (!names.has(target)) names.set(target, name);
  }
  return {
    targets,
    nameOf: (element) => names.get(element) ?? null,
    hrefOf(element) {
      const href = attribute(element, 'href');
      if (href === null || href === '' || isScript(href)) return null;
      const name = within(href);
      if (name !== null)
        return targets.has(name) ? `#${names.get(byName.get(name) ?? element) ?? name}` : null;
      if (href.startsWith('#')) return null;
      return base === null ? href : (absolute(href, base) ?? href);
    },
    sourceOf(address) {
      if (address === '' || isScript(address)) return null;
      // Browsers save pictures beside the page, and write where that is: relative addresses stay.
      return base !== null && address.startsWith('/')
        ? (absolute(address, base) ?? address)
        : address;
    },
  };
}

function isScript(address: string): boolean {
  return /^\s*(?:javascript|vbscript|data):/iu.test(address.replace(/[\p{Cc}\s]/gu, ''));
}

/** Where the page is from: as it says, or as the browser noted that saved it. */
function baseOf(elements: readonly Element[]): string | null {
  const said = [
    ['base', 'href', () => true],
    ['link', 'href', (each: Element) => attribute(each, 'rel')?.toLowerCase() === 'canonical'],
    ['meta', 'content', (each: Element) => attribute(each, 'property') === 'og:url'],
  ] as const;
  for (const [name, value, isMeant] of said)
    for (const element of elements) {
      if (element.tagName !== name || !isMeant(element)) continue;
      const address = attribute(element, value);
      if (address !== null && /^https?:\/\//iu.test(address) && URL.canParse(address))
        return address;
    }
  return null;
}

function absolute(href: string, base: string): string | null {
  return URL.canParse(href, base) ? bare(new URL(href, base).href) : null;
}

function bare(address: string): string {
  return address.endsWith('#') ? address.slice(0, -1) : address;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
