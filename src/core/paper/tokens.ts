import type { Token } from 'markdown-it';
import type { SourceRange } from './paper.ts';

/**
 * Where a token's content comes from: four numbers for each run, ascending: offset in `content`,
 * offset in the source, length in `content`, length in the source, all in UTF-16 code units. A run of
 * equal lengths maps character by character; any other (an entity, an escape) is one indivisible step.
 * What no run covers was not in the source.
 */
export type ContentMap = readonly number[];

/**
 * What both readers leave in `Token.meta`. A token that opens a block, or is one by itself, has
 * `range`; a token whose `content` is shown (text, code, fence, html) has `source`. Offsets are
 * offsets in `Paper.text`.
 */
export interface SourceMeta {
  readonly range?: SourceRange;
  readonly source?: ContentMap;
}

/** The place of a token in the source; empty for a token that no reader placed. */
export function sourceOf(token: Token): SourceMeta {
  return (token.meta as SourceMeta | null) ?? {};
}

/** Where a token's content comes from; empty for a token that shows nothing. */
export function contentMapOf(token: Token): ContentMap {
  return sourceOf(token).source ?? [];
}

/** A map to a source in which everything stands `by` characters further on. */
export function movedMap(map: ContentMap, by: number): ContentMap {
  return map.map((value, index) => (index % 4 === 1 ? value + by : value));
}
