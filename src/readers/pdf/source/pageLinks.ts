import type { PDFPageProxy } from 'pdfjs-dist';

/** A link on a page: where it can be clicked, in the page's own coordinates, and an address. */
export interface PageLink {
  readonly rect: readonly number[];
  readonly href: string;
}

/** More links on a page are a map. */
const MOST_LINKS = 2000;

/** The links of a page that lead out of the file; none if they can't be read. */
export async function linksOf(page: PDFPageProxy): Promise<PageLink[]> {
  try {
    const annotations: unknown[] = await page.getAnnotations();
    return annotations.flatMap(linkIn).slice(0, MOST_LINKS);
  } catch {
    return [];
  }
}

/** pdf.js leaves `url` out where an address has a scheme that could run something. */
function linkIn(annotation: unknown): PageLink[] {
  const { subtype, url, rect } = annotation as Record<string, unknown>;
  const isAddress = typeof url === 'string' && /^(?:https?|mailto):/i.test(url);
  return subtype === 'Link' && isAddress && Array.isArray(rect)
    ? [{ rect: rect as number[], href: url }]
    : [];
}
