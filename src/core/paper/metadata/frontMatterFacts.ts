import createMarkdownIt from 'markdown-it';
import type { FrontMatter, FrontMatterValue } from '../markdown/frontMatter.ts';
import type { Fact, PaperDate, PaperLink, PaperMetadata, Person } from '../paper.ts';
import { namesIn, printedName } from './authorNames.ts';
import { frontMatterDate } from './frontMatterDate.ts';

const { unescapeAll } = createMarkdownIt().utils;

const keys = {
  title: ['title', 'headline', 'dc.title', 'page_title'],
  subtitle: ['subtitle', 'sub_title', 'sub-title', 'deck', 'subheading', 'tagline'],
  people: ['author', 'authors', 'by', 'byline', 'creator', 'dc.creator', 'written_by'],
  date: [
    ...['date', 'published', 'publish_date', 'publishdate', 'pubdate', 'date_published'],
    ...[
      'datepublished',
      'publication_date',
      'publicationdate',
      'issued',
      'dc.date',
      'release_date',
    ],
  ],
  publisher: ['publisher', 'organization', 'organisation', 'institution', 'agency', 'dc.publisher'],
  series: ['series', 'collection_title'],
  handlingMark: ['classification', 'marking', 'handling', 'distribution'],
  tags: ['keywords', 'tags', 'topics', 'subjects', 'dc.subject'],
  categories: ['categories', 'category', 'tag', 'keyword', 'topic'],
  links: ['pdf', 'pdf_url', 'pdf_link', 'full_report', 'download'],
} as const;

/** What the front matter says where it says something, else what is printed on the page. */
export function withFrontMatter(
  printed: PaperMetadata,
  frontMatter: FrontMatter | null,
  text: string,
): PaperMetadata {
  if (frontMatter === null) return printed;
  const { fields } = frontMatter;
  const people = peopleOf(fields, text);
  const tags = tagsOf(fields);
  return {
    ...printed,
    title: factOf(fields, keys.title) ?? printed.title,
    subtitle: factOf(fields, keys.subtitle) ?? printed.subtitle,
    people: people.length > 0 ? people : printed.people,
    date: dateOf(fields) ?? printed.date,
    publisher: factOf(fields, keys.publisher) ?? printed.publisher,
    series: factOf(fields, keys.series) ?? printed.series,
    handlingMark: factOf(fields, keys.handlingMark) ?? printed.handlingMark,
    tags: tags.length > 0 ? tags : printed.tags,
    links: [...linksOf(fields), ...printed.links],
  };
}

type Fields = FrontMatter['fields'];

function valuesOf(fields: Fields, names: readonly string[]): readonly FrontMatterValue[] {
  // Hugo keeps its own fields in "params", taxonomies in a table of that name.
  const inner = ['params', 'taxonomies', 'extra', 'metadata'].flatMap(
    (name) => fields.get(name)?.fields ?? [],
  );
  const found = [fields, ...inner].flatMap((each) => names.map((name) => each.get(name)));
  return found.filter((value) => value !== undefined);
}

/** A value as it is read: without HTML, entities and emphasis. */
function shown(text: string): string {
  const bare = unescapeAll(text.replace(/<[^<>]*>/gu, ' '));
  return bare
    .replace(/(\*{1,2}|(?<!\w)_)(\S[^*_]*?)\1/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim();
}

function factOf(fields: Fields, names: readonly string[]): Fact | null {
  for (const value of valuesOf(fields, names)) {
    const source =
      value.text === '' ? (value.fields.get('name') ?? value.items[0] ?? value) : value;
    const text = shown(source.text);
    if (text !== '') return { text, range: source.range };
  }
  return null;
}

function peopleOf(fields: Fields, text: string): readonly Person[] {
  const values = valuesOf(fields, keys.people).flatMap((value) =>
    value.items.length > 0 ? value.items : [value],
  );
  const people = values.flatMap((value) => personOf(value, text));
  return people.filter(
    ({ name }, index) => people.findIndex((other) => other.name === name) === index,
  );
}

function personOf(value: FrontMatterValue, text: string): readonly Person[] {
  const field = (...names: string[]): string =>
    names.map((name) => value.fields.get(name)?.text ?? '').find((each) => each !== '') ?? '';
  if (value.fields.size === 0) {
    const isName = /\s/u.test(value.text.trim());
    const named = namesIn(isName ? shown(value.text) : value.text);
    return named.map(({ name, rank, affiliations }) => ({
      name: isName ? name : printedName(name, text),
      range: value.range,
      rank,
      affiliations,
    }));
  }
  const parts = [
    field('given', 'first', 'first_name', 'firstname'),
    field('family', 'last', 'last_name', 'lastname'),
  ];
  const whole =
    field('name', 'full_name', 'display_name', 'literal', 'author') || parts.join(' ').trim();
  const role = field(
    'affiliation',
    'affiliations',
    'institution',
    'institute',
    'organization',
    'org',
    'company',
  );
  const listed = ['affiliation', 'affiliations', 'institute'].flatMap((name) =>
    (value.fields.get(name)?.items ?? []).map(
      (item) => item.text || (item.fields.get('name')?.text ?? ''),
    ),
  );
  const beside = [role, ...listed].filter((each) => each !== '');
  return namesIn(whole).map(({ name, rank, affiliations }) => ({
    name,
    range: (value.fields.get('name') ?? value).range,
    rank,
    affiliations: [...affiliations, ...beside],
  }));
}

function dateOf(fields: Fields): PaperDate | null {
  for (const { text, range } of valuesOf(fields, keys.date)) {
    const iso = frontMatterDate(text);
    if (iso !== null) return { text, range, iso };
  }
  return null;
}

function tagsOf(fields: Fields): readonly Fact[] {
  const own = valuesOf(fields, keys.tags);
  const values = own.length > 0 ? own : valuesOf(fields, keys.categories);
  const facts = values.flatMap((value) => {
    // A tag in a list may hold a comma; a plain value is a list by its separators.
    if (value.items.length > 0) {
      return value.items.map((item) => {
        const { text, range } = item.text === '' ? (item.fields.get('name') ?? item) : item;
        return { text: shown(text), range };
      });
    }
    return splitTags(value);
  });
  const seen = new Set<string>();
  return facts.filter(({ text }) => {
    const isNew = text !== '' && !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });
}

function splitTags({ text, range }: FrontMatterValue): readonly Fact[] {
  const separator = text.includes(';') ? ';' : text.includes('|') ? '|' : ',';
  const written = range.end - range.start === text.length;
  let at = range.start;
  return text.split(separator).map((part) => {
    const start = at + part.length - part.trimStart().length;
    at += part.length + separator.length;
    const tag = part.trim();
    return { text: shown(tag), range: written ? { start, end: start + tag.length } : range };
  });
}

function linksOf(fields: Fields): readonly PaperLink[] {
  return valuesOf(fields, keys.links)
    .filter(({ text }) => /^(?:https?:\/\/|\.{0,2}\/|[\w-]+\/)\S+$|\.pdf$/iu.test(text))
    .map(({ text, range }) => ({ text, range, href: text }));
}
