import { namesIn } from '../metadata/authorNames.ts';
import { frontMatterDate } from '../metadata/frontMatterDate.ts';
import type { Fact, PaperDate, Person } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { Claim, RoleRule } from './claims.ts';
import { datesIn } from './dates.ts';
import { headingMeaning } from './headingWords.ts';
import { linesOf } from './memo.ts';
import { isNamesAlone, peopleIn } from './people.ts';

/** What paragraphs of short lines before the text say about the paper. */
export interface Opening {
  readonly claims: readonly Claim[];
  readonly date: PaperDate | null;
  readonly people: readonly Person[];
  readonly tags: readonly Fact[];
  readonly publisher: Fact | null;
}

/** Such paragraphs stand among this many blocks at the start. */
const openingBlocks = 6;

const labels = {
  people:
    /^(?:by|authors?(?:\(s\))?|written by|prepared by|auteurs?|autor(?:in|en|es|a)?)\s*:\s*/iu,
  date: /^(?:date|published(?: on)?|publication date|issued|datum|veröffentlicht|publié le|fecha)\s*:\s*/iu,
  tags: /^(?:tags|keywords|key words|topics|schlagworte|mots[- ]clés|palabras clave)\s*:\s*/iu,
  publisher: /^(?:publisher|published by|organi[sz]ation|institution)\s*:\s*/iu,
  other: /^(?:updated|last updated|version|series|contact|status|type)\s*:\s*/iu,
} as const;

/**
 * Reads paragraphs of title lines at the start of a Markdown text: lines one of which is a date,
 * "Label: value" lines, and a line of emphasised names.
 */
export function readOpening(text: string, blocks: readonly FormBlock[]): Opening {
  const found = blocks.slice(0, openingBlocks).map((block, index): Opening | null => {
    if (block.kind !== 'paragraph' || block.text.length > 1_000) return null;
    const lines = linesOf(text, block.range);
    if (lines.length > 8) return null;
    return (
      labelledLines(lines, index) ?? datedLines(lines, index) ?? namesAlone(text, block, index)
    );
  });
  const openings = found.filter((each) => each !== null);
  return {
    claims: openings.flatMap(({ claims }) => claims),
    date: openings.find(({ date }) => date !== null)?.date ?? null,
    people: openings.find(({ people }) => people.length > 0)?.people ?? [],
    tags: openings.flatMap(({ tags }) => tags),
    publisher: openings.find(({ publisher }) => publisher !== null)?.publisher ?? null,
  };
}

/** Claims the paragraphs of title lines. */
export const openingLinesRule: RoleRule = ({ text, blocks }) => readOpening(text, blocks).claims;

function claimed(block: number, evidence: string): readonly Claim[] {
  return [{ block, role: 'byline', confidence: 0.85, evidence }];
}

function labelledLines(lines: readonly Fact[], block: number): Opening | null {
  const kinds = lines.map(({ text }) =>
    (['people', 'date', 'tags', 'publisher', 'other'] as const).find((kind) =>
      labels[kind].test(text),
    ),
  );
  if (lines.length < 2 || kinds.some((kind) => kind === undefined)) return null;
  const values = (kind: keyof typeof labels): readonly Fact[] =>
    lines.flatMap((line, at) =>
      kinds[at] === kind ? [{ ...line, text: line.text.replace(labels[kind], '') }] : [],
    );
  const [dated] = values('date');
  const iso = dated === undefined ? undefined : (frontMatterDate(dated.text) ?? undefined);
  return {
    claims: claimed(block, 'labelled lines before the text'),
    date: dated === undefined || iso === undefined ? null : { ...dated, iso },
    people: values('people').flatMap(({ text, range }) =>
      namesIn(text).map((person) => ({ ...person, range })),
    ),
    tags: values('tags').flatMap(({ text, range }) =>
      text.split(/\s*[,;|]\s*/u).flatMap((tag) => (tag === '' ? [] : [{ text: tag, range }])),
    ),
    publisher: values('publisher')[0] ?? null,
  };
}

function datedLines(lines: readonly Fact[], block: number): Opening | null {
  const dates = lines.map(({ text }) => onlyDate(text));
  const at = dates.findIndex((iso) => iso !== null);
  const [line, iso] = [lines[at], dates[at]];
  if (lines.length < 2 || line === undefined || iso === null || iso === undefined) return null;
  const named = lines.filter(
    ({ text }, index) =>
      index !== at &&
      text.length <= 120 &&
      !/[.:;?!]$|^(?:the|an?|on|for|in)\s/iu.test(text) &&
      (/,|^by\s/iu.test(text) || isNamesAlone(text)),
  );
  return {
    claims: claimed(block, 'lines with a date before the text'),
    date: { ...line, iso },
    people: named.flatMap(({ text, range }) =>
      peopleIn(text, 0).map((person) => ({ ...person, range })),
    ),
    tags: [],
    publisher: null,
  };
}

function namesAlone(
  text: string,
  { range, text: words }: FormBlock,
  block: number,
): Opening | null {
  // The first line of all is the title, even if it has the shape of names.
  if (block === 0) return null;
  const raw = text.slice(range.start, range.end);
  if (!/^(\*{1,3}|_{1,3})[^*_\n]+\1$/u.test(raw) || !isNamesAlone(words)) return null;
  if (words === words.toUpperCase() || headingMeaning(words) !== null) return null;
  const people = peopleIn(words, 0).map((person) => ({ ...person, range }));
  if (people.length === 0) return null;
  return {
    claims: claimed(block, 'names before the text'),
    date: null,
    people,
    tags: [],
    publisher: null,
  };
}

function onlyDate(line: string): string | null {
  const [date] = datesIn(line);
  if (date === undefined) return null;
  const rest = line.slice(0, date.start) + line.slice(date.end);
  return /^\P{L}*(?:(?:published|updated|\p{L}+day)\P{L}*){0,3}$/iu.test(rest) ? date.iso : null;
}
