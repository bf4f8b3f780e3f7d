import type { Block, Fact, PaperDate, PaperLink, PaperMetadata, Person, Role } from '../paper.ts';
import { acronymsIn } from '../roles/acronyms.ts';
import { datesIn } from '../roles/dates.ts';
import { bodyIn, peopleIn } from '../roles/people.ts';
import { seriesPrefix } from '../roles/seriesWords.ts';
import { topicsIn } from '../roles/tagLists.ts';
import { publisherIn } from './publisherIn.ts';

/** What is printed on the page about the paper, by the roles of its blocks. */
export function printedMetadata(text: string, blocks: readonly Block[]): PaperMetadata {
  const of = (role: Role): readonly Block[] => blocks.filter((block) => block.role === role);
  const first = (role: Role): Fact | null => factOf(of(role)[0]);
  const title = titleOf(text, of('title')[0]);
  const bylines = of('byline');
  return {
    series: seriesOf(text, of('title')[0]) ?? first('series'),
    title,
    subtitle: first('subtitle'),
    people: bylines.flatMap((block) => peopleOf(text, block)),
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

/** The title without a date that stands in one line with it. */
function titleOf(text: string, block: Block | undefined): Fact | null {
  if (block === undefined) return null;
  const date = datesIn(block.text).at(-1);
  if (date === undefined || date.end < block.text.length || date.start < 15) return factOf(block);
  const words = block.text.slice(0, date.start).replace(/[\s,;:|–—-]+$/u, '');
  const end = datesOf(text, block).at(-1)?.range.start ?? block.range.end;
  return { text: words, range: { start: block.range.start, end: end - trailing(text, end) } };
}

function trailing(text: string, end: number): number {
  const before = text.slice(Math.max(0, end - 20), end);
  return before.length - before.replace(/[\s,;:|–—-]+$/u, '').length;
}

function seriesOf(text: string, title: Block | undefined): Fact | null {
  const series = title === undefined ? null : seriesPrefix(title.text);
  if (title === undefined || series === null) return null;
  const at = text.indexOf(series, title.range.start);
  const start = at < 0 || at > title.range.end ? title.range.start : at;
  return { text: series, range: { start, end: start + series.length } };
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

function datesOf(text: string, { range }: Block): readonly PaperDate[] {
  const raw = text.slice(range.start, Math.min(range.end, range.start + 2_000));
  return datesIn(raw).map(({ iso, start, end }) => ({
    iso,
    text: raw.slice(start, end).replace(/\s+/gu, ' '),
    range: { start: range.start + start, end: range.start + end },
  }));
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
