import type { FormBlock } from '../reading.ts';
import type { Block, Fact, PaperDate, PaperFormat, PaperMetadata, Person } from '../paper.ts';
import { datesIn } from '../roles/dates.ts';
import { readMemo } from '../roles/memo.ts';
import { readOpening, type Opening } from '../roles/openingLines.ts';
import { peopleIn } from '../roles/people.ts';
import { bodyWord, nameShape } from '../roles/personWords.ts';

/**
 * Adds what the head of a memorandum and, in Markdown, a paragraph of title lines or a block of
 * authors at the end says. A memorandum's own lines hold over other evidence; the rest only fills what is missing.
 */
export function withHeadFacts(
  metadata: PaperMetadata,
  text: string,
  blocks: readonly Block[],
  format: PaperFormat,
): PaperMetadata {
  const memo = readMemo(text, blocks);
  if (memo !== null) {
    const people = memo.from.flatMap(personsIn);
    return {
      ...metadata,
      title: memo.subject ?? metadata.title,
      people: people.length > 0 ? people : metadata.people,
      date: (memo.date === null ? null : dateIn(memo.date)) ?? metadata.date,
    };
  }
  if (format === 'text') return metadata;
  const opening = readOpening(text, blocks);
  const isFuller = metadata.people.every(({ name }) =>
    opening.people.some((person) => person.name === name),
  );
  const people = isFuller ? opening.people : metadata.people;
  return {
    ...metadata,
    title: metadata.title ?? firstHeading(blocks),
    people: people.length > 0 ? people : authorsAtTheEnd(text, blocks),
    date: metadata.date ?? opening.date,
    tags: metadata.tags.length > 0 ? metadata.tags : opening.tags,
    publisher: opening.publisher ?? publisherBeside(metadata.publisher, opening, blocks),
  };
}

/** A publisher that was found in labelled lines is the affiliation of an author. */
function publisherBeside(
  publisher: Fact | null,
  { claims }: Opening,
  blocks: readonly Block[],
): Fact | null {
  const isInside = claims.some(({ block }) => {
    const range = blocks[block]?.range;
    return (
      publisher !== null &&
      range !== undefined &&
      range.start <= publisher.range.start &&
      publisher.range.end <= range.end
    );
  });
  return isInside ? null : publisher;
}

/** A chapter without a title of its own is cited by its first heading. */
function firstHeading(blocks: readonly Block[]): Fact | null {
  const heading = blocks
    .slice(0, 6)
    .find(({ kind, role }) => kind === 'heading' && role === 'heading');
  return heading === undefined ? null : { text: heading.text, range: heading.range };
}

function personsIn({ text, range }: Fact): readonly Person[] {
  return peopleIn(text, 0).map((person) => ({ ...person, range }));
}

function dateIn(fact: Fact): PaperDate | null {
  const found = datesIn(fact.text)[0];
  return found === undefined ? null : { ...fact, iso: found.iso };
}

/** Paragraphs that each begin with an emphasised name, under a line that says "Authors". */
function authorsAtTheEnd(text: string, blocks: readonly FormBlock[]): readonly Person[] {
  const start = blocks.findLastIndex(({ text: words }) =>
    /^(?:about the )?authors?(?:\(s\))?:?$/iu.test(words),
  );
  if (start < 0) return [];
  const people: Person[] = [];
  for (const block of blocks.slice(start + 1)) {
    if (block.kind !== 'paragraph' && block.kind !== 'listItem') break;
    const raw = text.slice(block.range.start, block.range.end);
    const name =
      /^(?:[-*+•]\s+)?(?:\*\*_|_\*\*|\*{1,3}|_{1,3})([^*_\n]{3,60})(?:_\*\*|\*\*_|\*{1,3}|_{1,3})/u.exec(
        raw,
      )?.[1];
    const bare = name?.replace(/[,\s]+$/u, '').replace(/\s+/gu, ' ');
    if (bare === undefined || !nameShape.test(bare) || bodyWord.test(bare)) break;
    const from = block.range.start + raw.indexOf(name ?? '');
    people.push({
      name: bare,
      range: { start: from, end: from + bare.length },
      rank: null,
      affiliations: [],
    });
  }
  return people;
}
