import type { Box } from '../layout/box.ts';

import type { Chunk } from '../layout/chunks.ts';
import type { ContentsEntry } from '../layout/contents.ts';
import { contentsIn } from '../layout/contents.ts';
import { gridsOn } from '../layout/grids.ts';
import type { Line } from '../layout/lines.ts';
import { lineOf, linesOf } from '../layout/lines.ts';
import type { FootNote } from '../layout/notes.ts';
import { footNotesOf, isUnfinished } from '../layout/notes.ts';
import type { PageText } from '../layout/pageText.ts';
import type { Series, TextBlock } from '../layout/paragraphs.ts';
import { blocksIn } from '../layout/paragraphs.ts';
import type { Group, Piece } from '../layout/regions.ts';
import { regionsOf } from '../layout/regions.ts';
import type { BodyStyle } from '../layout/styles.ts';
import type { TableBlock } from '../layout/tables.ts';
import { tablesIn } from '../layout/tables.ts';
import { boxesOn } from '../layout/boxes.ts';

/** A piece of a page in reading order, before pages are joined. */
export type Element =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'text'; readonly block: TextBlock }
  | { readonly kind: 'box'; readonly page: number; readonly elements: readonly Element[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'table'; readonly table: TableBlock }
  | { readonly kind: 'contents'; readonly page: number; readonly entries: readonly ContentsEntry[] }
  | { readonly kind: 'note'; readonly page: number; readonly note: FootNote }
  | {
      readonly kind: 'furniture';
      readonly page: number;
      readonly line: Line;
      readonly reason: string;
    };

/** A rule that is written, not drawn. */
const DRAWN_RULE = /^[_=‗–—-]{8,}$/;

/** What is carried from page to page. */
export interface Carried {
  readonly series: Series;
  /** A note of the page before goes on. */
  noteGoesOn: boolean;
}

/** The elements of a page: heads first, then the text with its notes, then feet. */
export function elementsOf(
  page: PageText,
  chunks: readonly Chunk[],
  furniture: ReadonlyMap<Chunk, string>,
  body: BodyStyle,
  carried: Carried,
): Element[] {
  const own = furniture.size === 0 ? chunks : chunks.filter((chunk) => !furniture.has(chunk));
  const { tables, others: unruled } = gridsOn(page.page, page.rules, own);
  const { boxes, others } = boxesOn(page, unruled, body);
  const grids = tables.map((table) => ({ ...table, group: 'table' as const, table }));
  const pieces: Piece[] = [...others, ...boxes, ...grids];
  const flow = regionsOf(pieces, page.rules).flatMap((region) =>
    regionElements(page, linesOf(page.page, region), region, body, carried),
  );
  const edges = [...furniture]
    .map(([chunk, reason]) => ({ reason, line: lineOf(page.page, [chunk]) }))
    .sort((a, b) => a.line.baseline - b.line.baseline || a.line.left - b.line.left)
    .map(({ line, reason }) => ({ kind: 'furniture' as const, page: page.page, line, reason }));
  const isHead = ({ line }: { line: Line }) => line.baseline < page.height / 2;
  const turned = page.turned.map((run) => ({
    kind: 'furniture' as const,
    page: page.page,
    line: lineOf(page.page, [{ ...run, runs: [run], letters: run.text.length }]),
    reason: 'turned text',
  }));
  return [
    { kind: 'page', page: page.page },
    ...edges.filter(isHead),
    ...flow,
    ...edges.filter((edge) => !isHead(edge)),
    ...turned,
  ];
}

function regionElements(
  page: PageText,
  all: readonly (Line | Group)[],
  column: Box,
  body: BodyStyle,
  carried: Carried,
): Element[] {
  const elements: Element[] = [];
  let lines: Line[] = [];
  const flush = () => {
    elements.push(...linesElements(lines, column, page.rules, carried));
    lines = [];
  };
  const isLine = (each: Line | Group): each is Line => !('group' in each);
  const texts = all.filter(isLine);
  const { rest, notes } = footNotesOf(texts, body, page.rules, carried.noteGoesOn);
  const kept = new Set<Line | Group>(rest);
  for (const each of all) {
    if (isLine(each)) {
      if (kept.has(each)) lines.push(each);
      continue;
    }
    flush();
    if (each.group === 'table') {
      elements.push({ kind: 'table', table: each.table });
      continue;
    }
    const inside = regionsOf(each.chunks, page.rules).flatMap((region) =>
      regionElements(page, linesOf(page.page, region), region, body, carried),
    );
    elements.push({ kind: 'box', page: page.page, elements: inside });
  }
  flush();
  if (notes.length > 0) {
    const last = notes.at(-1);
    carried.noteGoesOn = last !== undefined && isUnfinished(last);
  }
  return [...elements, ...notes.map((note) => ({ kind: 'note' as const, page: page.page, note }))];
}

/** Lines without groups: tables of contents and tables taken out, the rest as blocks. */
function linesElements(
  lines: readonly Line[],
  column: Box,
  rules: readonly Box[],
  carried: Carried,
): Element[] {
  if (lines.length === 0) return [];
  const found = [
    ...contentsIn(lines).map(({ from, to, entries }) => ({
      from,
      to,
      element: { kind: 'contents' as const, page: lines[0]?.page ?? 0, entries },
    })),
  ];
  const isTaken = (from: number, to: number) =>
    found.some((each) => from < each.to && to > each.from);
  const tables = tablesIn(lines, rules).filter(({ from, to }) => !isTaken(from, to));
  const taken: { from: number; to: number; element: Element }[] = [
    ...found,
    ...lines.flatMap((line, at) =>
      DRAWN_RULE.test(line.text)
        ? [{ from: at, to: at + 1, element: { kind: 'rule' as const } }]
        : [],
    ),
    ...tables.map(({ from, to, table }) => ({
      from,
      to,
      element: { kind: 'table' as const, table },
    })),
  ].sort((a, b) => a.from - b.from);
  const elements: Element[] = [];
  let at = 0;
  const text = (to: number) => {
    const blocks = blocksIn(lines.slice(at, to), column, carried.series);
    elements.push(...blocks.map((block) => ({ kind: 'text' as const, block })));
  };
  for (const { from, to, element } of taken) {
    text(from);
    elements.push(element);
    at = to;
  }
  text(lines.length);
  return elements;
}
