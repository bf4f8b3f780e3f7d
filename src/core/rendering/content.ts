import type { Token } from 'markdown-it';
import { movedToken, tokensOf, type Chunk } from '../paper/chunks.ts';
import type { Block, Paper, SourceRange } from '../paper/paper.ts';
import type { Steps } from '../paper/steps.ts';
import { unitsOf, type Unit } from './units.ts';

/** A unit where it stands now: `by` characters further on than it says itself. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly by: number;
}

interface ChunkUnits {
  /** Where the chunk began when they were made. */
  readonly start: number;
  readonly blocks: readonly Block[];
  readonly units: readonly Unit[];
}

/** The units of chunks, by their tokens: a chunk that is as it was, wherever it stands, has the same. */
const known = new WeakMap<readonly Token[], ChunkUnits>();

/** The units of a paper, in source order; a step for each chunk. */
export function* contentOf({ text, chunks, blocks }: Paper): Steps<readonly PlacedUnit[]> {
  const content: PlacedUnit[] = [];
  let firstBlock = 0;
  let firstToken = 0;
  for (const [index, chunk] of chunks.entries()) {
    const end = chunks[index + 1]?.start ?? Infinity;
    let lastBlock = firstBlock;
    while ((blocks[lastBlock]?.range.start ?? Infinity) < end) lastBlock += 1;
    const own = blocks.slice(firstBlock, lastBlock);
    const { start, units } = unitsIn(text, chunk, own, firstToken);
    for (const unit of units) content.push({ unit, by: chunk.start - start });
    firstBlock = lastBlock;
    firstToken += chunk.tokens.length;
    yield;
  }
  return content;
}

function unitsIn(
  text: string,
  chunk: Chunk,
  blocks: readonly Block[],
  firstToken: number,
): ChunkUnits {
  const before = known.get(chunk.tokens);
  if (before !== undefined && areAsBefore(before, chunk, blocks)) return before;
  const counted = blocks.map((block) =>
    block.token < 0 ? block : { ...block, token: block.token - firstToken },
  );
  const units = unitsOf(text, tokensOf([chunk]), counted);
  const made = { start: chunk.start, blocks, units };
  known.set(chunk.tokens, made);
  return made;
}

/** Whether blocks are those of before but for their place; what follows from the tokens is not asked. */
function areAsBefore(before: ChunkUnits, { start }: Chunk, blocks: readonly Block[]): boolean {
  const by = start - before.start;
  return (
    blocks.length === before.blocks.length &&
    blocks.every((block, index) => {
      const old = before.blocks[index];
      return (
        block.role === old?.role &&
        block.evidence === old.evidence &&
        block.kind === old.kind &&
        block.level === old.level &&
        block.ordinal === old.ordinal &&
        block.range.start === old.range.start + by &&
        block.range.end === old.range.end + by &&
        block.text === old.text
      );
    })
  );
}

/** A unit with its tokens and blocks where they stand now. */
export function unitInPlace({ unit, by }: PlacedUnit): Unit {
  if (by === 0) return unit;
  const copies = new Map(unit.tokens.map((token) => [token, movedToken(token, by)]));
  const copyOf = (token: Token): Token => copies.get(token) ?? token;
  const opened = new Map(
    [...unit.opened].map(([token, block]) => [
      copyOf(token),
      { ...block, range: movedRange(block.range, by) },
    ]),
  );
  return {
    ...unit,
    opened,
    tokens: unit.tokens.map(copyOf),
    range: movedRange(unit.range, by),
    blocks: [...opened.values()],
    headings: unit.headings.map((heading) => ({ ...heading, token: copyOf(heading.token) })),
  };
}

function movedRange({ start, end }: SourceRange, by: number): SourceRange {
  return { start: start + by, end: end + by };
}
