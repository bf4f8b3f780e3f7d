import type { Token } from 'markdown-it';
import { sourceOf } from '../paper/tokens.ts';

/** How each heading of a paper is drawn, and where the links within the paper lead. */
export interface Headings {
  readonly drawn: ReadonlyMap<Token, { readonly tag: string; readonly id: string }>;
  /** The ids that fragments stand for, by slug. */
  readonly ids: ReadonlyMap<string, string>;
  /** The ids of elements other than headings that links in the paper lead to. */
  readonly places: ReadonlyMap<Token, string>;
}

/**
 * Levels and ids for the headings below the paper's title: from `h2` on, no level skipped. Ids begin
 * with "section-", so that no paper can name an element of the page itself.
 */
export function headingsOf(
  tokens: readonly Token[],
  isLeftOut: (token: Token) => boolean,
): Headings {
  const drawn = new Map<Token, { tag: string; id: string }>();
  const ids = new Map<string, string>();
  const repeats = new Map<string, number>();
  const above: number[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || isLeftOut(token)) return;
    const level = Number(token.tag.slice(1));
    while ((above.at(-1) ?? 0) >= level) above.pop();
    const tag = `h${Math.min(6, above.length + 2)}`;
    above.push(level);
    const slug = freeSlug(ids, repeats, slugOf(wordsOf(tokens[index + 1])));
    ids.set(slug, `section-${slug}`);
    drawn.set(token, { tag, id: `section-${slug}` });
  });
  return { drawn, ids, places: placesOf(tokens, drawn, ids) };
}

/** What links lead to by the source's own ids, which hold over the words of headings. */
function placesOf(
  tokens: readonly Token[],
  drawn: Headings['drawn'],
  ids: Map<string, string>,
): ReadonlyMap<Token, string> {
  const places = new Map<Token, string>();
  const taken = new Set<string>();
  for (const token of tokens) {
    const own = sourceOf(token).id;
    const slug = own === undefined ? '' : slugOf(own);
    if (own === undefined || taken.has(slug) || token.type === 'footnote_open') continue;
    taken.add(slug);
    const heading = drawn.get(token);
    const id = heading?.id ?? `section-place-${slug}`;
    ids.set(slug, id);
    if (heading === undefined) places.set(token, id);
  }
  return places;
}

/** What a fragment has to be to lead to a heading of these words; "section" without any. */
export function slugOf(words: string): string {
  const slug = words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s+/gu, '-');
  return slug === '' ? 'section' : slug;
}

function freeSlug(
  taken: ReadonlyMap<string, string>,
  repeats: Map<string, number>,
  slug: string,
): string {
  if (!taken.has(slug)) return slug;
  let next = (repeats.get(slug) ?? 0) + 1;
  while (taken.has(`${slug}-${next}`)) next += 1;
  repeats.set(slug, next);
  return `${slug}-${next}`;
}

function wordsOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map(({ content }) => content).join('');
}
