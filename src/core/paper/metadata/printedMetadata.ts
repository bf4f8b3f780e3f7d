import type { Block, Fact, PaperDate, PaperLink, PaperMetadata, Person, Role } from '../paper.ts';
import { acronymsIn } from '../roles/acronyms.ts';
import { bodyIn, isByline, peopleIn } from '../roles/people.ts';
import { seriesPrefix } from '../roles/seriesWords.ts';
import { topicsIn } from '../roles/tagLists.ts';
import { datesOf } from './datesOf.ts';
import { printedTitle } from './printedTitle.ts';
import { publisherIn } from './publisherIn.ts';
import { writtenName } from './writtenName.ts';

/** What is printed on the page about the paper, by the roles of its blocks. */
export function printedMetadata(text: string, blocks: readonly Block[]): PaperMetadata {
  const of = (role: Role): readonly Block[] => blocks.filter((block) => block.role === role);
  const first = (role: Role): Fact | null => factOf(of(role)[0]);
  const title = printedTitle(text, blocks);
  const bylines = of('byline');
  return {
    series: seriesOf(text, of('title')[0]) ?? first('series'),
    title,
    subtitle: first('subtitle'),
    people: authorsOf(text, bylines),
    date: paperDate(text, blocks),
    posted: of('posting').flatMap((block) => datesOf(text, block))[0] ?? null,
    publisher: publisherOf(text, blocks) ?? first('publisher'),
    handlingMark: first('handlingMark'),
    tags: of('tags').flatMap((block) => topicsIn(text, block)),
    links: of('fullPaperLink').map((block) => linkOf(text, block)),
    acronyms: acronymsIn(text),
  };
}

function factOf(block: Block | undefined): Fact | null {
  return block === undefined ? null : { text: block.text, range: block.range };
}

function seriesOf(text: string, title: Block | undefined): Fact | null {
  const series = title === undefined ? null : seriesPrefix(title.text);
  if (title === undefined || series === null) return null;
  const at = text.indexOf(series, title.range.start);
  const start = at < 0 || at > title.range.end ? title.range.start : at;
  return { text: series, range: { start, end: start + series.length } };
}

/** The people of the bylines; where they name nobody, the bodies that they name as authors. */
function authorsOf(text: string, bylines: readonly Block[]): readonly Person[] {
  const people = bylines
    .flatMap((block) => peopleOf(text, block))
    .map((person) => ({ ...person, name: writtenName(person.name, text) }));
  if (people.length > 0) return people;
  return bylines.flatMap(({ range, text: words }) => {
    const body = isByline(words) ? bodyIn(words, 0) : null;
    if (body === null) return [];
    const at = text.slice(range.start, range.end).indexOf(body.text);
    const start = range.start + at;
    const place = at < 0 ? range : { start, end: start + body.text.length };
    return [{ name: body.text, range: place, rank: null, affiliations: [] }];
  });
}

function peopleOf(text: string, block: Block): readonly Person[] {
  const raw = text.slice(block.range.start, block.range.end);
  // Where there is markup, names are looked for in what is read and then found again in the source.
  if (/[*_[\]`<]/u.test(raw)) {
    return namedIn(block.text, 0).map((person) => {
      const at = raw.indexOf(person.name);
      const start = block.range.start + at;
      return {
        ...person,
        range: at < 0 ? block.range : { start, end: start + person.name.length },
      };
    });
  }
  return namedIn(raw, block.range.start);
}

function namedIn(text: string, start: number): readonly Person[] {
  const found = peopleIn(text, start);
  const at = found.length > 0 ? -1 : text.search(/\b[Bb]y\s+\p{Lu}/u);
  return at < 0 ? found : peopleIn(text.slice(at), start + at);
}

/** The paper's date: beside the title, made more exact by a line that is nothing but a date. */
function paperDate(text: string, blocks: readonly Block[]): PaperDate | null {
  const rank = (block: Block): number => ['date', 'byline', 'series', 'title'].indexOf(block.role);
  const beside = blocks
    .filter((block) => rank(block) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((block) => datesOf(text, block));
  const [date = null] = beside;
  if (date === null || date.iso.length === 10) return date;
  const exact = blocks
    .slice(0, 120)
    .filter((block) => block.text.length < 40)
    .flatMap((block) =>
      datesOf(text, block).filter((each) => each.text.length > 0.8 * block.text.length),
    )
    .find(({ iso }) => iso.length === 10 && iso.startsWith(date.iso));
  return exact ?? date;
}

function publisherOf(text: string, blocks: readonly Block[]): Fact | null {
  for (const block of blocks) {
    if (block.role !== 'date' && block.role !== 'byline') continue;
    const raw = text.slice(block.range.start, block.range.end);
    const beside = block.role === 'date' ? publisherIn(raw, block.range.start) : null;
    const body = block.role === 'byline' ? bodyIn(raw, block.range.start) : null;
    const found =
      beside ??
      (body === null ? null : { text: body.text, range: { start: body.start, end: body.end } });
    if (found !== null) return found;
  }
  return null;
}

function linkOf(text: string, block: Block): PaperLink {
  const raw = text.slice(block.range.start, block.range.end);
  const href = /\]\(\s*<?([^\s)>]+)/u.exec(raw)?.[1] ?? /https?:\/\/[^\s<>")\]]+/u.exec(raw)?.[0];
  return { text: block.text, range: block.range, href: href ?? null };
}
