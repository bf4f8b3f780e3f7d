import type { PDFDocumentProxy } from 'pdfjs-dist';

/**
 * Finds where a destination leads: "#page/left/top", the page counted from 0, the others in the page's own
 * coordinates and empty where the destination doesn't say; null if it leads nowhere.
 */
export type FindPlace = (destination: unknown) => Promise<string | null>;

/** A place on a page, in the page's own coordinates; null where it is not said. */
export interface Place {
  readonly page: number;
  readonly left: number | null;
  readonly top: number | null;
}

/** Destinations of a file, each looked up once. */
export function placesIn(pdf: PDFDocumentProxy): FindPlace {
  const pages = new Map<string, Promise<number | null>>();
  const named = new Map<string, Promise<string | null>>();
  const explicit = async (destination: unknown): Promise<string | null> => {
    if (!Array.isArray(destination)) return null;
    const [target, how, ...numbers] = destination as readonly unknown[];
    const key = JSON.stringify(target);
    const known = pages.get(key) ?? pageOf(pdf, target);
    pages.set(key, known);
    const page = await known;
    if (page === null) return null;
    const kind = (how as { readonly name?: unknown } | undefined)?.name;
    const [left, top] =
      kind === 'XYZ'
        ? numbers
        : kind === 'FitH' || kind === 'FitBH'
          ? [null, numbers[0]]
          : kind === 'FitR'
            ? [numbers[0], numbers[3]]
            : [];
    return `#${String(page)}/${written(left)}/${written(top)}`;
  };
  return (destination) => {
    if (typeof destination !== 'string') return explicit(destination);
    const known =
      named.get(destination) ??
      pdf
        .getDestination(destination)
        .then(explicit)
        .catch(() => null);
    named.set(destination, known);
    return known;
  };
}

/** The place that a link leads to; null for an address. */
export function placeIn(href: string): Place | null {
  const [, page, left, top] = /^#(\d+)\/([^/]*)\/([^/]*)$/.exec(href) ?? [];
  if (page === undefined) return null;
  return { page: Number(page), left: readNumber(left), top: readNumber(top) };
}

/** The page that a destination's target is, counted from 0; null if there is no such page. */
export async function pageOf(pdf: PDFDocumentProxy, target: unknown): Promise<number | null> {
  try {
    if (typeof target === 'number') return target >= 0 && target < pdf.numPages ? target : null;
    if (typeof target !== 'object' || target === null) return null;
    return await pdf.getPageIndex(target as { num: number; gen: number });
  } catch {
    return null;
  }
}

function written(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

function readNumber(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}
