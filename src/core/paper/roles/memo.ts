import type { Fact, SourceRange } from '../paper.ts';
import type { FormBlock } from '../reading.ts';
import type { Claim, RoleRule } from './claims.ts';

/** One labelled entry of a memorandum's head. */
interface Entry {
  readonly label: 'from' | 'subject' | 'date' | 'to';
  /** What stands behind the label; one fact for each line or list item. */
  readonly values: readonly Fact[];
  /** Indexes of the blocks that hold it. */
  readonly blocks: readonly number[];
}

/** The head of a memorandum: who writes what about what, in labelled lines before the text. */
export interface Memo {
  readonly from: readonly Fact[];
  readonly subject: Fact | null;
  readonly date: Fact | null;
  readonly claims: readonly Claim[];
}

/** The head stands near the start; this many blocks may come before its last entry. */
const headBlocks = 25;

const labels: readonly (readonly [RegExp, Entry['label']])[] = [
  [/^(?:from|von|de)\s*:/iu, 'from'],
  [/^(?:subj(?:ect)?|re|betreff|objet|asunto)\s*:/iu, 'subject'],
  [/^(?:date|datum|fecha)\s*:/iu, 'date'],
  [/^(?:to|memorandum (?:for|to)|cc|thru|through|via|an|à|para)\s*:/iu, 'to'],
];

/** Reads the head of a memorandum; null where there is no FROM with a SUBJECT. */
export function readMemo(text: string, blocks: readonly FormBlock[]): Memo | null {
  const entries = entriesOf(text, blocks.slice(0, headBlocks));
  const of = (label: Entry['label']): Entry | undefined =>
    entries.find((each) => each.label === label);
  const [from, subject, date] = [of('from'), of('subject'), of('date')];
  if (subject === undefined || (from === undefined && of('to') === undefined)) return null;
  const claims = entries.flatMap(({ label, blocks: indexes }) =>
    indexes.map((block): Claim => {
      const role = ({ from: 'byline', subject: 'title', date: 'date', to: 'metadata' } as const)[
        label
      ];
      return { block, role, confidence: 0.92, evidence: `“${label}” in the head of a memorandum` };
    }),
  );
  const name = blocks.slice(0, headBlocks).findIndex((block) => /^memorandum$/iu.test(block.text));
  if (name >= 0)
    claims.push({ block: name, role: 'series', confidence: 0.92, evidence: 'kind of paper' });
  return {
    from: from?.values ?? [],
    subject: subject.values[0] ?? null,
    date: date?.values[0] ?? null,
    claims,
  };
}

/** Claims the title, byline and date of a memorandum. */
export const memoRule: RoleRule = ({ text, blocks }) => readMemo(text, blocks)?.claims ?? [];

function entriesOf(text: string, blocks: readonly FormBlock[]): readonly Entry[] {
  const entries: { label: Entry['label']; values: Fact[]; blocks: number[] }[] = [];
  let listOf: (typeof entries)[number] | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'listItem') {
      const [first] = linesOf(text, block.range);
      listOf?.blocks.push(index);
      if (first !== undefined) listOf?.values.push(first);
      continue;
    }
    listOf = undefined;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    for (const line of linesOf(text, block.range)) {
      const label = labels.find(([pattern]) => pattern.test(line.text))?.[1];
      if (label === undefined) continue;
      const value = behindLabel(line);
      const entry = { label, values: value.text === '' ? [] : [value], blocks: [index] };
      entries.push(entry);
      if (value.text === '') listOf = entry;
    }
  }
  return entries.filter(({ values }) => values.length > 0);
}

/** The lines of a block as they are read, without markers, emphasis, entities and attribute lists. */
export function linesOf(text: string, range: SourceRange): readonly Fact[] {
  let start = range.start;
  return text
    .slice(range.start, Math.min(range.end, range.start + 4_000))
    .split(/(\n|<br\s*\/?>)/u)
    .flatMap((piece) => {
      const from = start;
      start += piece.length;
      const bare = bareText(piece);
      if (bare === '') return [];
      const blanks = piece.length - piece.trimStart().length;
      return [
        { text: bare, range: { start: from + blanks, end: from + blanks + piece.trim().length } },
      ];
    });
}

const entities: Readonly<Record<string, string>> = { amp: '&', mdash: '—', ndash: '–', nbsp: ' ' };

function bareText(piece: string): string {
  return piece
    .replace(/\{:[^{}]*\}|<[^<>]*>/gu, '')
    .replace(
      /&(?:#(\d{1,6})|(\w{2,8}));/gu,
      (whole, code: string | undefined, name: string | undefined) =>
        code === undefined
          ? (entities[name ?? ''] ?? whole)
          : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    )
    .replace(/^\s*(?:[-*+•]\s+|#{1,6}\s+|>\s*)+/u, '')
    .replace(/\*+|(?<!\w)_+|_+(?!\w)|\\$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function behindLabel({ text, range }: Fact): Fact {
  return { text: text.slice(text.indexOf(':') + 1).trim(), range };
}
