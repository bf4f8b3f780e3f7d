import type { PlacedAnnotation } from '../protocol.ts';
import { statuses } from './annotation.ts';
import { foldTag, matches, type AnnotationFilter } from './filter.ts';

/** A paper with its annotations in their order in the text. */
export interface AnnotatedPaper {
  readonly uri: string;
  readonly placed: readonly PlacedAnnotation[];
}

/** An annotation with the paper that it is in. */
export interface AnnotationItem extends PlacedAnnotation {
  readonly uri: string;
}

/** By what annotations are grouped. */
export type Grouping = 'paper' | 'tag' | 'category' | 'status';
/** In which order they stand: that of the papers and their text, or the last changed first. */
export type Sorting = 'place' | 'date';

/** Annotations that belong together. A group is never empty. */
export interface AnnotationGroup {
  readonly kind: Grouping | 'untagged' | 'orphans';
  /** The paper's URI, the tag as first written, the category's id or the status; else empty. */
  readonly key: string;
  readonly items: readonly AnnotationItem[];
}

/** How to show annotations of many papers. */
export interface GroupingOptions {
  readonly by: Grouping;
  readonly sort: Sorting;
  readonly filter: AnnotationFilter;
  /** Ids of the categories in their order; groups of unknown ones come behind them. */
  readonly categories: readonly string[];
}

/**
 * Groups annotations: papers in the order given, tags by the alphabet, categories and statuses in
 * their own order. One with several tags is in several groups. Orphans are in a group of their own,
 * the last one, and in no other.
 */
export function groupAnnotations(
  papers: readonly AnnotatedPaper[],
  options: GroupingOptions,
): readonly AnnotationGroup[] {
  const all = papers.flatMap(({ uri, placed }) => placed.map((item) => ({ uri, ...item })));
  const shown = all.filter(({ annotation }) => matches(annotation, options.filter));
  const sorted = options.sort === 'date' ? byDate(shown) : shown;
  const orphans = sorted.filter(({ anchor }) => anchor === null);
  const found = sorted.filter(({ anchor }) => anchor !== null);
  const groups = groupBy(found, papers, options);
  return [...groups, { kind: 'orphans' as const, key: '', items: orphans }].filter(
    ({ items }) => items.length > 0,
  );
}

function groupBy(
  items: readonly AnnotationItem[],
  papers: readonly AnnotatedPaper[],
  { by, categories }: GroupingOptions,
): readonly AnnotationGroup[] {
  const inOrder = (keys: readonly string[], keyOf: (item: AnnotationItem) => string) =>
    unique([...keys, ...items.map(keyOf)]).map((key) => ({
      kind: by,
      key,
      items: items.filter((item) => keyOf(item) === key),
    }));
  switch (by) {
    case 'paper':
      return inOrder(
        papers.map(({ uri }) => uri),
        ({ uri }) => uri,
      );
    case 'category':
      return inOrder(categories, ({ annotation }) => annotation.category);
    case 'status':
      return inOrder(statuses, ({ annotation }) => annotation.status);
    case 'tag':
      return groupByTag(items);
  }
}

function groupByTag(items: readonly AnnotationItem[]): readonly AnnotationGroup[] {
  const byTag = new Map<string, { key: string; items: AnnotationItem[] }>();
  for (const item of items) {
    for (const tag of item.annotation.tags) {
      const group = byTag.get(foldTag(tag)) ?? { key: tag, items: [] };
      group.items.push(item);
      byTag.set(foldTag(tag), group);
    }
  }
  const tagged = [...byTag].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const untagged = items.filter(({ annotation }) => annotation.tags.length === 0);
  return [
    ...tagged.map(([, group]) => ({ kind: 'tag' as const, ...group })),
    { kind: 'untagged', key: '', items: untagged },
  ];
}

function byDate(items: readonly AnnotationItem[]): readonly AnnotationItem[] {
  return items.toSorted((a, b) => compare(b.annotation.modified, a.annotation.modified));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unique(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
