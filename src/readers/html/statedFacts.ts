import type { StatedFact } from '../../core/paper/document/paperDocument.ts';
import { bodyWord } from '../../core/paper/roles/personWords.ts';
import { jsonLdFacts } from './jsonLd.ts';
import type { Page } from './parsePage.ts';
import { attribute, elementsIn, textIn, textOf, type Element } from './tree.ts';

type Field = StatedFact['field'];

/** How far statements are believed that are made for previews and search engines. */
const WEAK = 0.4;

/**
 * Names of statements in `<meta>`, with what they state and how far they are believed: those that libraries
 * index papers by most, those made for other sites' previews less, those made for search engines least.
 * Sources: Google Scholar's inclusion guidelines, Dublin Core terms, Open Graph protocol, schema.org.
 */
const statements: readonly (readonly [RegExp, Field, number])[] = [
  [/^citation_title$/u, 'title', 0.95],
  [/^citation_author$/u, 'author', 0.95],
  [/^citation_authors$/u, 'author', 0.9],
  [/^citation_(?:publication_)?date$|^citation_cover_date$/u, 'date', 0.85],
  [/^citation_online_date$/u, 'posted', 0.8],
  [
    /^citation_(?:publisher|technical_report_institution|dissertation_institution)$/u,
    'publisher',
    0.85,
  ],
  [/^citation_keywords?$/u, 'tag', 0.75],
  [/^citation_(?:series_title|journal_title)$/u, 'series', 0.5],
  [/^citation_pdf_url$/u, 'link', 0.9],
  [/^(?:dc|dcterms)[.:]title$/u, 'title', 0.85],
  [/^(?:dc|dcterms)[.:](?:creator|contributor\.author)$/u, 'author', 0.65],
  [
    /^(?:dc|dcterms)[.:](?:issued|date(?:\.(?:issued|created|published))?|available)$/u,
    'date',
    0.65,
  ],
  [/^(?:dc|dcterms)[.:]publisher$/u, 'publisher', 0.65],
  [/^(?:dc|dcterms)[.:]subject$/u, 'tag', 0.6],
  [/^(?:og|twitter):title$/u, 'title', 0.8],
  [/^og:site_name$/u, 'publisher', WEAK],
  [
    /^article:published_time$|^(?:date|pubdate|publish[-_]?date|publication[-_]?date|datepublished)$/u,
    'date',
    0.5,
  ],
  [/^article:modified_time$|^og:updated_time$/u, 'posted', 0.2],
  [/^article:tag$/u, 'tag', 0.6],
  [/^(?:news_)?keywords$/u, 'tag', 0.2],
  [/^(?:parsely-author|sailthru\.author|author|byl)$/u, 'author', WEAK],
  [/^article:author$/u, 'author', WEAK],
];

/** Fields of microdata and RDFa Lite that say the same as JSON-LD does. */
const properties: readonly (readonly [RegExp, Field, number])[] = [
  [/^(?:schema:)?headline$/u, 'title', 0.75],
  [/^(?:schema:)?datePublished$/u, 'date', 0.6],
  [/^(?:schema:)?keywords$/u, 'tag', 0.5],
];

/** What a page states about its paper outside of what is printed. */
export function pageFacts(page: Page): readonly StatedFact[] {
  const facts: StatedFact[] = [];
  const add = (field: Field, text: string, from: string, trust: number): void => {
    const words = text.replace(/\s+/gu, ' ').trim();
    if (words !== '' && words.length < 1_000) facts.push({ field, text: words, from, trust });
  };
  for (const element of elementsIn(page)) {
    if (element.tagName === 'meta') addMeta(element, add);
    else if (element.tagName === 'title' && facts.every(({ from }) => from !== '<title>'))
      add('title', rawText(element), '<title>', 0.5);
    else if (element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json')
      for (const { field, text, from, trust } of jsonLdFacts(rawText(element)))
        add(field, text, from, trust);
    else addProperty(element, add);
  }
  return withoutSiteName(withBodiesAsPublishers(facts));
}

type Add = (field: Field, text: string, from: string, trust: number) => void;

function addMeta(element: Element, add: Add): void {
  const name = (
    attribute(element, 'name') ??
    attribute(element, 'property') ??
    attribute(element, 'itemprop') ??
    ''
  ).toLowerCase();
  // Some systems write "value" for "content".
  const content = attribute(element, 'content') ?? attribute(element, 'value') ?? '';
  const found = statements.find(([pattern]) => pattern.test(name));
  if (found === undefined) return;
  const [, field, trust] = found;
  if (field === 'author' && /^https?:\/\//iu.test(content)) return;
  const isList = field === 'tag' && !name.startsWith('article:');
  for (const each of isList ? content.split(/\s*[,;]\s*/u) : [content])
    add(field, each, name, trust);
}

function addProperty(element: Element, add: Add): void {
  const name = attribute(element, 'itemprop') ?? attribute(element, 'property');
  const found = name === null ? undefined : properties.find(([pattern]) => pattern.test(name));
  if (found === undefined) return;
  const [, field, trust] = found;
  const stated = attribute(element, 'content') ?? attribute(element, 'datetime') ?? textOf(element);
  const values = field === 'tag' ? stated.split(/\s*[,;]\s*/u) : [stated];
  for (const each of values) add(field, each, 'microdata', trust);
}

function rawText(element: Element): string {
  return element.childNodes.map((node) => textIn(node)).join('');
}

/**
 * Facts without what small sites state in place of others: the paper's own title for the site's name, and
 * the body that publishes it for its author.
 */
function withBodiesAsPublishers(facts: readonly StatedFact[]): readonly StatedFact[] {
  const titles = new Set(facts.filter(({ field }) => field === 'title').map(({ text }) => text));
  return facts.flatMap((fact) => {
    if (fact.field === 'publisher' && fact.trust <= WEAK && titles.has(fact.text)) return [];
    const isBody = fact.field === 'author' && fact.trust <= WEAK && bodyWord.test(fact.text);
    return [isBody ? { ...fact, field: 'publisher' as const, trust: WEAK - 0.05 } : fact];
  });
}

/** Titles without the name of the site before or behind them, where the page states that too. */
function withoutSiteName(facts: readonly StatedFact[]): readonly StatedFact[] {
  const sites = facts.filter(({ field }) => field === 'publisher').map(({ text }) => text);
  return facts.map((fact) => {
    if (fact.field !== 'title') return fact;
    const site = sites.find(
      (name) =>
        fact.text.length > name.length + 6 &&
        (fact.text.endsWith(name) || fact.text.startsWith(name)),
    );
    if (site === undefined) return fact;
    const rest = fact.text.endsWith(site)
      ? fact.text.slice(0, -site.length)
      : fact.text.slice(site.length);
    const bare = fact.text.endsWith(site)
      ? /^(.*\S)\s*(?:[|»·•:]|\s[-–—])\s*$/u.exec(rest)?.[1]
      : /^\s*(?:[|»·•:]|[-–—]\s)\s*(.*)$/u.exec(rest)?.[1];
    return bare === undefined || bare === '' ? fact : { ...fact, text: bare };
  });
}
