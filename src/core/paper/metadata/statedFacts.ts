import type { StatedFact } from '../document/paperDocument.ts';
import type { Block, Fact, PaperDate, PaperMetadata, Person, SourceRange } from '../paper.ts';
import { namesIn } from './authorNames.ts';
import { frontMatterDate } from './frontMatterDate.ts';

/** From here on a statement holds over what is printed. */
export const overPrinted = 0.7;
/** Below it a statement is not even taken where nothing is printed. */
const worthTaking = 0.3;

/** What a file says beside its text, ranked against what is printed. */
export function withStatedFacts(
  printed: PaperMetadata,
  facts: readonly StatedFact[],
  text: string,
  blocks: readonly Block[],
): PaperMetadata {
  const of = (field: StatedFact['field'], least = worthTaking): readonly StatedFact[] =>
    facts
      .filter((fact) => fact.field === field && fact.trust >= least && fact.text.trim() !== '')
      .toSorted((one, other) => other.trust - one.trust);
  const best = (field: StatedFact['field'], known: Fact | null): Fact | null => {
    const [first] = of(field, known === null ? worthTaking : overPrinted);
    return first === undefined ? known : factOf(first, text);
  };
  const titleBlock = blocks.find(({ role }) => role === 'title');
  return {
    ...printed,
    // The title that is printed was found by what is stated, and is the fuller witness.
    title: titleBlock === undefined ? best('title', printed.title) : printed.title,
    subtitle: best('subtitle', printed.subtitle),
    series: best('series', printed.series),
    publisher: best('publisher', printed.publisher),
    people: peopleOf(
      of('author', printed.people.length === 0 ? worthTaking : overPrinted),
      byStatedNames(printed.people, facts),
      text,
    ),
    date:
      dateOf(of('date', printed.date === null ? worthTaking : overPrinted), text) ?? printed.date,
    posted: printed.posted ?? dateOf(of('posted'), text),
    tags: tagsOf(of('tag', printed.tags.length === 0 ? worthTaking : overPrinted), printed, text),
    links: [...linksOf(of('link')), ...printed.links],
  };
}

/** Where nothing of a fact is printed. */
const nowhere: SourceRange = { start: 0, end: 0 };

function factOf({ text }: StatedFact, source: string): Fact {
  const words = text.replace(/\s+/gu, ' ').trim();
  return { text: words, range: rangeOf(words, source) };
}

/** Where words are printed first; nowhere if they are not. */
function rangeOf(words: string, source: string): SourceRange {
  const at = words === '' ? -1 : source.indexOf(words);
  return at < 0 ? nowhere : { start: at, end: at + words.length };
}

/** Each person once. */
function distinct(people: readonly Person[]): readonly Person[] {
  return people.filter(({ name }, at) => people.findIndex((other) => other.name === name) === at);
}

/** Printed people by the names that are stated, where a post or a verb is printed in one with the name. */
function byStatedNames(people: readonly Person[], facts: readonly StatedFact[]): readonly Person[] {
  const names = facts
    .filter(({ field, trust }) => field === 'author' && trust >= worthTaking)
    .flatMap(({ text }) => namesIn(text).map(({ name }) => name))
    .filter((name) => /\s/u.test(name));
  return people.map((person) => {
    const name = names.find((each) => each !== person.name && person.name.includes(each));
    return name === undefined ? person : { ...person, name };
  });
}

function peopleOf(
  facts: readonly StatedFact[],
  people: readonly Person[],
  source: string,
): readonly Person[] {
  const [first] = facts;
  // One kind of statement is taken: another one names the same people in other words.
  const stated = facts
    .filter(({ from }) => from === first?.from)
    .flatMap(({ text }) => namesIn(text));
  const named = stated.filter(
    ({ name }, at) => stated.findIndex((other) => other.name === name) === at,
  );
  if (named.length === 0) return distinct(people);
  return named.map((person) => {
    const known = people.find(({ name }) => name === person.name);
    return known ?? { ...person, range: rangeOf(person.name, source) };
  });
}

function dateOf(facts: readonly StatedFact[], source: string): PaperDate | null {
  for (const fact of facts) {
    const iso = frontMatterDate(fact.text);
    if (iso !== null) return { ...factOf(fact, source), iso };
  }
  return null;
}

function tagsOf(
  facts: readonly StatedFact[],
  { tags }: PaperMetadata,
  source: string,
): readonly Fact[] {
  const [first] = facts;
  const seen = new Set<string>();
  const stated = facts
    .filter(({ from }) => from === first?.from)
    .map((fact) => factOf(fact, source))
    .filter(({ text }) => {
      const key = text.toLowerCase();
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  return stated.length === 0 ? tags : stated;
}

function linksOf(facts: readonly StatedFact[]): PaperMetadata['links'] {
  return facts.map(({ text, from }) => ({ text: from, range: nowhere, href: text }));
}
