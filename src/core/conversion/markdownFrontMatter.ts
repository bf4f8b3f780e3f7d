import type { Paper, Person } from '../paper/paper.ts';

/** What a paper says about itself as front matter: YAML between two lines of dashes. */
export function markdownFrontMatter({ metadata }: Pick<Paper, 'metadata'>): string {
  const { series, title, subtitle, people, date, publisher, handlingMark, tags, links } = metadata;
  const lines = [
    ...field('title', title?.text),
    ...field('subtitle', subtitle?.text),
    ...field('series', series?.text),
    ...list('authors', people.flatMap(author)),
    ...field('date', date?.iso),
    ...field('publisher', publisher?.text),
    ...field('classification', handlingMark?.text),
    ...list(
      'tags',
      tags.map(({ text }) => [quoted(text)]),
    ),
    ...field('pdf', links.find(({ href }) => href?.startsWith('http'))?.href ?? undefined),
  ];
  return ['---', ...lines, '---'].join('\n');
}

function field(key: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`${key}: ${quoted(text)}`];
}

/** A list with an entry of one or more lines for each value. */
function list(key: string, entries: readonly (readonly string[])[]): readonly string[] {
  if (entries.length === 0) return [];
  const indented = entries.map((lines) =>
    lines.map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`)),
  );
  return [`${key}:`, ...indented.flat()];
}

function author({ name, rank, affiliations }: Person): readonly (readonly string[])[] {
  const whole = quoted(rank === null ? name : `${rank} ${name}`);
  const beside = affiliations.map(quoted).join(', ');
  return [beside === '' ? [whole] : [`name: ${whole}`, `affiliation: [${beside}]`]];
}

/** Text in quotation marks; what would be read as markup becomes an entity. */
function quoted(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return JSON.stringify(plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}
