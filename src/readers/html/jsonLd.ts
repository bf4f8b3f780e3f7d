import type { StatedFact } from '../../core/paper/document/paperDocument.ts';

/** Kinds of things that a paper can be in schema.org's words. */
const paperTypes =
  /^(?:\w*Article|Report|CreativeWork|WebPage|BlogPosting|Book|Chapter|PublicationIssue|DigitalDocument|Thesis|Legislation|GovernmentPublication|PolicyPaper)$/u;

/** Kinds that state something about a paper, not about the page around it. */
const strongTypes = /Article|Report|Thesis|BlogPosting|Publication/u;

type Thing = Readonly<Record<string, unknown>>;

/** What a page states about its paper in JSON-LD; nothing where that is broken. */
export function jsonLdFacts(json: string): readonly StatedFact[] {
  const papers = thingsIn(parsed(json)).filter((thing) =>
    typesOf(thing).some((type) => paperTypes.test(type)),
  );
  const paper =
    papers.find((thing) => typesOf(thing).some((type) => strongTypes.test(type))) ?? papers[0];
  if (paper === undefined) return [];
  const isStrong = typesOf(paper).some((type) => strongTypes.test(type));
  const from = 'JSON-LD';
  const fact =
    (field: StatedFact['field'], trust: number) =>
    (text: string): StatedFact => ({ field, text, from, trust });
  return [
    ...texts(paper['headline'] ?? paper['name'])
      .slice(0, 1)
      .map(fact('title', isStrong ? 0.78 : 0.6)),
    ...texts(paper['alternativeHeadline']).slice(0, 1).map(fact('subtitle', 0.4)),
    ...(isStrong ? persons(paper['author'] ?? paper['creator']) : []).map(fact('author', 0.6)),
    ...texts(paper['datePublished'] ?? paper['dateCreated'])
      .slice(0, 1)
      .map(fact('date', isStrong ? 0.55 : 0.4)),
    ...names(paper['publisher'] ?? paper['sourceOrganization'])
      .slice(0, 1)
      .map(fact('publisher', 0.5)),
    ...keywords(paper['keywords']).map(fact('tag', 0.5)),
  ];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/gu, ''));
  } catch {
    return null;
  }
}

/** All things that are stated, those of a graph too; so many that no page has more. */
function thingsIn(value: unknown): readonly Thing[] {
  const things: Thing[] = [];
  const rest: unknown[] = [value];
  while (rest.length > 0 && things.length < 200) {
    const next = rest.shift();
    if (Array.isArray(next)) for (const each of next.slice(0, 200)) rest.push(each);
    else if (isThing(next)) {
      things.push(next);
      rest.push(next['@graph'], next['mainEntity']);
    }
  }
  return things;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): readonly string[] {
  return texts(thing['@type']);
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.slice(0, 100).flatMap(texts) : [];
}

/** Names of people; an organisation that is named as author is left to what is printed. */
function persons(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap(persons);
  if (!isThing(value)) return texts(value);
  return typesOf(value).some((type) => type !== 'Person') ? [] : texts(value['name']);
}

function names(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.slice(0, 10).flatMap(names);
  return isThing(value) ? texts(value['name']) : texts(value);
}

function keywords(value: unknown): readonly string[] {
  const listed = Array.isArray(value)
    ? names(value)
    : texts(value).flatMap((text) => text.split(/\s*[,;]\s*/u));
  return listed.filter((text) => text.trim() !== '').slice(0, 60);
}
