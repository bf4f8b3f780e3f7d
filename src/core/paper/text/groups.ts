import type { Token } from 'markdown-it';
import { movedBlock, type FormBlock } from '../reading.ts';
import { wholeChunk, type Chunk } from '../chunks.ts';
import type { SourceRange } from '../paper.ts';
import type { Steps } from '../steps.ts';
import type { IsDivided } from './passage.ts';
import type { Shape } from './shapes.ts';
import { tokensOfShapes } from './shapeTokens.ts';

/** Pieces that stand in nothing else, a list being one; what they are made into depends on them alone. */
export interface Group {
  /** Where the group begins now, and where it began when it was made. */
  readonly start: number;
  readonly origin: number;
  readonly shapes: readonly Shape[];
  readonly tokens: readonly Token[];
  /** Tokens are counted from the group's first. */
  readonly blocks: readonly FormBlock[];
  /** What was asked about words at line ends, and answered. */
  readonly asked: readonly (readonly [string, string, boolean])[];
}

/** A text in groups. */
export interface GroupedText {
  readonly text: string;
  readonly groups: readonly Group[];
}

/** How many groups are made before others may work. */
const madeAtOnce = 100;

/** Makes groups of the pieces of a text; those at both ends that are as before are taken over. */
export function* groupsOf(
  text: string,
  shapes: readonly Shape[],
  isDivided: IsDivided,
  before: GroupedText | null,
): Steps<readonly Group[]> {
  const cut = cutShapes(shapes);
  const old = before?.groups ?? [];
  const reuse = (group: Group | undefined, own: readonly Shape[] | undefined): Group | null =>
    before !== null && group !== undefined && own !== undefined
      ? takenOver(before.text, group, text, own, isDivided)
      : null;
  const head: Group[] = [];
  const tail: Group[] = [];
  const shorter = Math.min(old.length, cut.length);
  while (head.length < shorter) {
    const same = reuse(old[head.length], cut[head.length]);
    if (same === null) break;
    head.push(same);
  }
  while (tail.length < shorter - head.length) {
    const same = reuse(old.at(-1 - tail.length), cut.at(-1 - tail.length));
    if (same === null) break;
    tail.push(same);
  }
  const made: Group[] = [];
  for (const own of cut.slice(head.length, cut.length - tail.length)) {
    made.push(madeOf(text, own, isDivided));
    if (made.length % madeAtOnce === 0) yield;
  }
  return [...head, ...made, ...tail.reverse()];
}

/** The content of groups, cut into chunks. */
export function contentOfGroups(groups: readonly Group[]): {
  readonly chunks: readonly Chunk[];
  readonly blocks: readonly FormBlock[];
} {
  let before = 0;
  const blocks: FormBlock[] = [];
  const chunks = groups.map(({ start, origin, tokens, blocks: own }, index): Chunk => {
    const by = start - origin;
    for (const block of own) blocks.push(movedBlock(block, by, before));
    before += tokens.length;
    return { start: index === 0 ? 0 : start, origin: index === 0 ? 0 - by : origin, tokens };
  });
  return { chunks: chunks.length === 0 ? wholeChunk([]) : chunks, blocks };
}

function cutShapes(shapes: readonly Shape[]): readonly (readonly Shape[])[] {
  const groups: Shape[][] = [];
  let inList = false;
  for (const shape of shapes) {
    const isOfList = shape.kind === 'listItem' || (shape.kind === 'paragraph' && shape.level > 0);
    if (inList && isOfList) groups.at(-1)?.push(shape);
    else groups.push([shape]);
    inList = isOfList;
  }
  return groups;
}

function madeOf(text: string, shapes: readonly Shape[], isDivided: IsDivided): Group {
  const asked: [string, string, boolean][] = [];
  const remembering: IsDivided = (before, after) => {
    const answer = isDivided(before, after);
    asked.push([before, after, answer]);
    return answer;
  };
  const start = shapes[0]?.range.start ?? 0;
  return { start, origin: start, shapes, asked, ...tokensOfShapes(text, shapes, remembering) };
}

/** The group where it stands now; null if it would be made otherwise. */
function takenOver(
  oldText: string,
  group: Group,
  text: string,
  shapes: readonly Shape[],
  isDivided: IsDivided,
): Group | null {
  const start = shapes[0]?.range.start ?? 0;
  const length = (shapes.at(-1)?.range.end ?? 0) - start;
  const by = start - group.origin;
  const isSame =
    shapes.length === group.shapes.length &&
    shapes.every((shape, index) => isMoved(group.shapes[index], shape, by)) &&
    oldText.slice(group.start, group.start + length) === text.slice(start, start + length) &&
    group.asked.every(([before, after, answer]) => isDivided(before, after) === answer);
  return isSame ? { ...group, start } : null;
}

function isMoved(old: Shape | undefined, shape: Shape, by: number): boolean {
  if (old === undefined) return false;
  const { start, end } = shape.range;
  return (
    shape.kind === old.kind &&
    shape.level === old.level &&
    shape.indent === old.indent &&
    shape.siteText === old.siteText &&
    shape.marker?.family === old.marker?.family &&
    shape.marker?.length === old.marker?.length &&
    start === old.range.start + by &&
    end === old.range.end + by &&
    areMoved(old.pieces, shape.pieces, by) &&
    shape.more.length === old.more.length &&
    shape.more.every((pieces, index) => areMoved(old.more[index] ?? [], pieces, by))
  );
}

function areMoved(
  old: readonly SourceRange[],
  pieces: readonly SourceRange[],
  by: number,
): boolean {
  return (
    old.length === pieces.length &&
    pieces.every(
      ({ start, end }, index) => start - by === old[index]?.start && end - by === old[index].end,
    )
  );
}
