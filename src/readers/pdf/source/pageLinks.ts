import type { PDFPageProxy } from 'pdfjs-dist';
import type { FindPlace } from './places.ts';

/** A link on a page: where it can be clicked, in the page's own coordinates, and where it leads. */
export interface PageLink {
  readonly rect: readonly number[];
  /** An address, or a place as `FindPlace` gives it. */
  readonly href: string;
}

/** More links on a page are a map. */
const MOST_LINKS = 2000;

/** The links of a page, out of the file and within it; none if they can't be read. */
export async function linksOf(page: PDFPageProxy, findPlace: FindPlace): Promise<PageLink[]> {
  try {
    const annotations = (await page.getAnnotations()) as readonly Record<string, unknown>[];
    const links: PageLink[] = [];
    for (const { subtype, url, dest, rect } of annotations.slice(0, MOST_LINKS)) {
      if (subtype !== 'Link' || !Array.isArray(rect)) continue;
      const href = isAddress(url) ? url : await findPlace(dest);
      if (href !== null) links.push({ rect: rect as number[], href });
    }
    return links;
  } catch {
    return [];
  }
}

/** pdf.js leaves `url` out where an address has a scheme that could run something. */
function isAddress(url: unknown): url is string {
  return typeof url === 'string' && /^(?:https?|mailto):/i.test(url);
}
