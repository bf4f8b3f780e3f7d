import type { Token } from 'markdown-it';
import type { Acronym, Fact, PaperMetadata, Person, SourceRange } from '../paper/paper.ts';
import { cutInlines, splitInlines } from './cutInlines.ts';
import { drawInlines } from './drawTokens.ts';
import { drawSource, escapeHtml, generated, rangeAttribute, type Drawing } from './drawing.ts';
import type { Unit } from './units.ts';

const separator = generated(' · ');

/**
 * The inside of the title block. What the paper prints is drawn from there, whole; what it only states
 * elsewhere (front matter, a page's foot) is drawn a second time here.
 */
export function drawTitleBlock(
  drawing: Drawing,
  units: readonly Unit[],
  metadata: PaperMetadata,
): string {
  const printed = (role: Unit['role']): readonly Unit[] =>
    units.filter((unit) => unit.role === role);
  const lines = (name: string, role: Unit['role'], fact: Fact | null): string =>
    paragraphs(drawing, name, printed(role), fact);
  return [
    lines('handlingMark', 'handlingMark', metadata.handlingMark),
    printed('series').length > 0 || holdsSeries(printed('title'), metadata)
      ? lines('series', 'series', null)
      : lines('series', 'series', metadata.series),
    drawTitle(drawing, printed('title'), metadata),
    lines('subtitle', 'subtitle', metadata.subtitle),
    ...drawBylines(drawing, printed('byline'), metadata.people),
    drawDateline(drawing, printed('date'), printed('publisher'), metadata),
    drawTags(drawing, metadata.tags, metadata.acronyms),
  ].join('');
}

function inlinesOf({ tokens }: Unit): readonly Token[] {
  return tokens.flatMap(({ type, children }) => (type === 'inline' ? (children ?? []) : []));
}

function paragraphs(
  drawing: Drawing,
  name: string,
  units: readonly Unit[],
  fact: Fact | null,
): string {
  if (units.length === 0)
    return fact === null ? '' : `<p class="${name}">${copy(drawing, fact)}</p>`;
  return units
    .map((unit) => {
      const words = drawInlines(drawing, inlinesOf(unit));
      return `<p class="${name}"${rangeAttribute(drawing, unit.range)}>${words}</p>`;
    })
    .join('');
}

function holdsSeries(titles: readonly Unit[], { series, title }: PaperMetadata): boolean {
  const unit = titles[0];
  return (
    unit !== undefined &&
    series !== null &&
    title !== null &&
    series.range.start >= unit.range.start &&
    series.range.end < title.range.end &&
    title.range.end <= unit.range.end
  );
}

function drawTitle(drawing: Drawing, titles: readonly Unit[], metadata: PaperMetadata): string {
  const first = titles[0];
  const { title, series } = metadata;
  if (first === undefined)
    return title === null ? '' : `<h1 class="title">${copy(drawing, title)}</h1>`;
  let children = inlinesOf(first);
  let before = '';
  if (title !== null && series !== null && holdsSeries(titles, metadata)) {
    const start = titleStart(drawing.page.text, title.range, series.range);
    const [prefix, rest] = splitInlines(children, start) ?? [[], children];
    const [name, joint] = splitInlines(prefix, series.range.end) ?? [prefix, []];
    if (name.length > 0 && rest.length > 0) {
      const words = drawInlines(drawing, name);
      const joined = `<span class="joint">${drawInlines(drawing, joint)}</span>`;
      before = `<p class="series"${rangeAttribute(drawing, series.range)}>${words}${joined}</p>`;
      children = rest;
    }
  }
  // In the order of the page, which is the order in which text is counted.
  const words = [
    drawInlines(drawing, children),
    ...titles.slice(1).map((unit) => drawInlines(drawing, inlinesOf(unit))),
  ];
  const range = { start: first.range.start, end: titles.at(-1)?.range.end ?? first.range.end };
  return `${before}<h1 class="title"${rangeAttribute(drawing, range)}>${words.join('<br data-generated>')}</h1>`;
}

/** Where the title goes on behind the name of its series, which may be a part of it. */
function titleStart(text: string, title: SourceRange, series: SourceRange): number {
  if (series.end <= title.start) return title.start;
  const joint = /^[\s:|\u2013\u2014-]*/u.exec(text.slice(series.end, title.end));
  return series.end + (joint?.[0].length ?? 0);
}

function drawBylines(
  drawing: Drawing,
  units: readonly Unit[],
  people: readonly Person[],
): readonly string[] {
  if (units.length > 0)
    return units.map((unit) => {
      const names = people.map(({ range }) => range).filter((range) => isWithin(range, unit.range));
      const words = cutInlines(inlinesOf(unit), names)
        .map(({ children, isCut }) => {
          const drawn = drawInlines(drawing, children);
          return isCut
            ? `<b class="person">${drawn}</b>`
            : `<span class="affiliation">${drawn}</span>`;
        })
        .join('');
      return `<p class="byline"${rangeAttribute(drawing, unit.range)}>${words}</p>`;
    });
  if (people.length === 0) return [];
  const persons = people.map((person) => {
    const rest = [person.rank, ...person.affiliations].filter((each) => each !== null).join(', ');
    const name = copy(drawing, { text: person.name, range: person.range });
    const quiet =
      rest === '' ? '' : `<span class="affiliation" data-generated> · ${escapeHtml(rest)}</span>`;
    return `<b class="person">${name}</b>${quiet}`;
  });
  return [`<p class="byline">${persons.join(generated('; '))}</p>`];
}

/** A date that is printed as well as stated elsewhere, in another form, is told once. */
function drawDateline(
  drawing: Drawing,
  dates: readonly Unit[],
  publishers: readonly Unit[],
  { date, publisher }: PaperMetadata,
): string {
  const units = [...dates, ...publishers];
  const pieces = units.map((unit) => {
    const words = drawInlines(drawing, inlinesOf(unit));
    return `<span${rangeAttribute(drawing, unit.range)}>${words}</span>`;
  });
  for (const fact of [dates.length > 0 ? null : date, publisher]) {
    if (fact === null || units.some(({ range }) => isWithin(fact.range, range))) continue;
    pieces.push(copy(drawing, fact));
  }
  return pieces.length === 0 ? '' : `<p class="dateline">${pieces.join(separator)}</p>`;
}

function drawTags(drawing: Drawing, tags: readonly Fact[], acronyms: readonly Acronym[]): string {
  if (tags.length === 0) return '';
  const chips = tags.map((tag) => {
    const meaning = acronyms.find(({ short }) => short === tag.text)?.meaning;
    const expansion = meaning === undefined ? '' : generated(` · ${meaning}`);
    return `<li class="tag">${copy(drawing, tag)}${expansion}</li>`;
  });
  return `<ul class="tags">${chips.join('')}</ul>`;
}

/** A fact where it stands, if the source says it in the same words; else as generated text. */
function copy(drawing: Drawing, { text, range }: Fact): string {
  const source = drawing.page.text.slice(range.start, range.end);
  if (folded(source) === folded(text)) return drawSource(drawing, range);
  const at = text === '' ? -1 : source.indexOf(text);
  if (at < 0) return generated(text);
  const start = range.start + at;
  return drawSource(drawing, { start, end: start + text.length });
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
