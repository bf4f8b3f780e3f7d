import { grouped } from '../layout/grouped.ts';
import type { Line } from '../layout/lines.ts';
import { placed } from '../layout/drawing.ts';
import type { PageText } from '../layout/pageText.ts';
import { placeIn } from '../source/places.ts';

/** Where links within a paper lead, as ids of blocks. */
export interface Places {
  /** "#" and the id of the block at the place that a link leads to; null if nothing stands there. */
  readonly hrefFor: (place: string) => string | null;
  /** The id of a block that is made of these lines; undefined if no link leads to any of them. */
  readonly idOf: (lines: readonly Line[]) => string | undefined;
  /** Whether two places came to be in one block: what was written before may lead to the other's id. */
  readonly haveMerged: () => boolean;
}

/** How much a point to the left or right counts beside one downwards. */
const SIDEWAYS = 0.5;

/** What links can lead to. */
export interface StandingLines {
  readonly lines: readonly Line[];
  /** The ids that lines of headings have already. */
  readonly headings: ReadonlyMap<Line, string>;
  /** Nothing leads to the lines of notes, whose marks do. */
  readonly notes: ReadonlySet<Line>;
}

/**
 * The places that links on the pages lead to: for each the line that stands there or next below.
 * `standing` is only asked where there are such links.
 */
export function placesOf(pages: readonly PageText[], standing: () => StandingLines): Places {
  const wanted = new Set(
    pages.flatMap(({ runs }) => runs.flatMap(({ href }) => (href?.startsWith('#') ? [href] : []))),
  );
  const ids = new Map<Line, string>();
  const targets = new Map<string, string>();
  const aliases = new Map<string, string>();
  if (wanted.size === 0)
    return { hrefFor: () => null, idOf: () => undefined, haveMerged: () => false };
  const { lines, headings, notes } = standing();
  const onPage = grouped(lines, ({ page }) => page);
  for (const href of wanted) {
    const line = lineAt(href, pages, onPage);
    if (line === null || notes.has(line)) continue;
    const id = headings.get(line) ?? ids.get(line) ?? `place-${String(ids.size + 1)}`;
    if (!headings.has(line)) ids.set(line, id);
    targets.set(href, id);
  }
  return {
    hrefFor: (place) => {
      const id = targets.get(place);
      return id === undefined ? null : `#${aliases.get(id) ?? id}`;
    },
    idOf: (of) => {
      const [first, ...others] = of.flatMap((line) => ids.get(line) ?? []);
      if (first !== undefined) for (const other of others) aliases.set(other, first);
      return first;
    },
    haveMerged: () => aliases.size > 0,
  };
}

function lineAt(
  href: string,
  pages: readonly PageText[],
  onPage: ReadonlyMap<number, readonly Line[]>,
): Line | null {
  const place = placeIn(href);
  const page = place === null ? undefined : pages[place.page];
  if (place === null || page === undefined) return null;
  const { left, top } = place;
  const corner = placed(page.view, [left ?? 0, top ?? 0, left ?? 0, top ?? 0]);
  const from = top === null ? -Infinity : corner.top;
  let best: Line | null = null;
  let least = Infinity;
  for (const line of onPage.get(place.page) ?? []) {
    if (line.bottom <= from) continue;
    const aside = left === null || left === 0 ? 0 : SIDEWAYS * Math.abs(line.left - corner.left);
    const distance = (top === null ? line.top : Math.max(0, line.top - from)) + aside;
    if (distance < least) [best, least] = [line, distance];
  }
  return best;
}
