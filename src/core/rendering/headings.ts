import type { Token } from 'markdown-it';

/** A heading in a unit. */
export interface UnitHeading {
  readonly token: Token;
  /** As printed: 1 to 6. */
  readonly level: number;
  /** Its slug, if no other heading has the same. */
  readonly slug: string;
}

/** The element that shows a heading. */
export interface DrawnHeading {
  readonly tag: string;
  readonly id: string;
}

/** How each heading of a paper is drawn, and where the links within the paper lead. */
export interface Headings {
  readonly drawn: ReadonlyMap<UnitHeading, DrawnHeading>;
  /** The ids that fragments stand for, by slug. */
  readonly ids: ReadonlyMap<string, string>;
}

/** The headings among tokens, in order. */
export function headingsIn(tokens: readonly Token[]): readonly UnitHeading[] {
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [{ token, level: Number(token.tag.slice(1)), slug: slugOf(wordsOf(tokens[index + 1])) }]
      : [],
  );
}

/**
 * Levels and ids for the headings below the paper's title: from `h2` on, no level skipped. Ids begin
 * with "section-", so that no paper can name an element of the page itself.
 */
export function headingsOf(headings: Iterable<UnitHeading>): Headings {
  const drawn = new Map<UnitHeading, DrawnHeading>();
  const ids = new Map<string, string>();
  const repeats = new Map<string, number>();
  const above: number[] = [];
  for (const heading of headings) {
    while ((above.at(-1) ?? 0) >= heading.level) above.pop();
    const tag = `h${Math.min(6, above.length + 2)}`;
    above.push(heading.level);
    const slug = freeSlug(ids, repeats, heading.slug);
    ids.set(slug, `section-${slug}`);
    drawn.set(heading, { tag, id: `section-${slug}` });
  }
  return { drawn, ids };
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
