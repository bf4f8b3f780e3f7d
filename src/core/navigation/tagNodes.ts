import type { SourceRange } from '../paper/paper.ts';
import type { PlacedAnnotation } from '../protocol.ts';
import type { PaperEntry } from './paperNodes.ts';
import type { TreeNode } from './treeNode.ts';

/** Who gave a tag: the page itself, or an analyst. */
export type TagSource = 'publisher' | 'analyst';

/** A tag with all that carries it. */
export interface Tag {
  readonly source: TagSource;
  /** The form printed most often; the first one printed among equals. */
  readonly text: string;
  /** All forms that differ in case or space only, as printed, `text` first. */
  readonly variants: readonly string[];
  /** What the papers that carry the tag say it stands for. */
  readonly meanings: readonly string[];
  readonly count: number;
}

/** What a row of the Tags view shows. */
export type TagNodeData =
  | { readonly kind: 'tag'; readonly tag: Tag }
  | {
      readonly kind: 'paper';
      readonly entry: PaperEntry;
      /** The forms of the tag in this paper. */
      readonly printed: readonly string[];
    }
  | { readonly kind: 'annotation'; readonly entry: PaperEntry; readonly note: PlacedAnnotation };

/** A row of the Tags view. */
export type TagNode = TreeNode<TagNodeData>;

interface Use {
  readonly source: TagSource;
  readonly printed: string;
  readonly entry: PaperEntry;
  readonly note: PlacedAnnotation | null;
  readonly place: SourceRange | null;
}

/** All tags of the papers and their annotations, by name; under each what carries it. */
export function tagNodes(entries: readonly PaperEntry[]): readonly TagNode[] {
  const groups = groupBy(entries.flatMap(usesIn), ({ source, printed }) => key(source, printed));
  return [...groups]
    .map(([id, uses]) => tagNode(id, uses))
    .sort((a, b) => compare(nameOf(a), nameOf(b)) || compare(a.id, b.id));
}

function usesIn(entry: PaperEntry): readonly Use[] {
  const stated = entry.summary.tags.map(({ text, range }): Use => ({
    source: 'publisher',
    printed: text,
    entry,
    note: null,
    place: range,
  }));
  const given = entry.notes.flatMap((note) =>
    note.annotation.tags.map((printed): Use => ({
      source: 'analyst',
      printed,
      entry,
      note,
      place: note.anchor,
    })),
  );
  return [...stated, ...given].filter(({ printed }) => printed.trim() !== '');
}

function tagNode(id: string, uses: readonly [Use, ...Use[]]): TagNode {
  const counts = new Map<string, number>();
  for (const { printed } of uses) counts.set(printed, (counts.get(printed) ?? 0) + 1);
  const variants = [...counts].sort(([, a], [, b]) => b - a).map(([printed]) => printed);
  const [{ source, printed }] = uses;
  const children = [...groupBy(uses, carrier).values()].map((same) => useNode(id, same));
  const tag: Tag = {
    source,
    text: variants[0] ?? printed,
    variants,
    meanings: meaningsIn(uses),
    count: children.length,
  };
  return { id, data: { kind: 'tag', tag }, uri: null, place: null, children };
}

/** The row of a paper or annotation that carries the tag, once or in several forms. */
function useNode(parent: string, uses: readonly [Use, ...Use[]]): TagNode {
  const [use] = uses;
  const { entry, note, place } = use;
  const printed = [...new Set(uses.map((each) => each.printed))];
  const data: TagNodeData =
    note === null ? { kind: 'paper', entry, printed } : { kind: 'annotation', entry, note };
  return { id: `${parent}/${carrier(use)}`, data, uri: entry.uri, place, children: [] };
}

function carrier({ entry, note }: Use): string {
  return note === null ? entry.uri : `${entry.uri}/${note.annotation.id}`;
}

/** The meanings that the papers themselves define, each once. */
function meaningsIn(uses: readonly Use[]): readonly string[] {
  const meanings = uses.flatMap(({ printed, entry }) =>
    entry.summary.acronyms.filter(({ short }) => short === printed).map(({ meaning }) => meaning),
  );
  return [...new Set(meanings)];
}

function groupBy(
  uses: readonly Use[],
  keyOf: (use: Use) => string,
): ReadonlyMap<string, readonly [Use, ...Use[]]> {
  const groups = new Map<string, [Use, ...Use[]]>();
  for (const use of uses) {
    const group = groups.get(keyOf(use));
    if (group === undefined) groups.set(keyOf(use), [use]);
    else group.push(use);
  }
  return groups;
}

function key(source: TagSource, printed: string): string {
  return `${source}:${printed.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()}`;
}

function nameOf(node: TagNode): string {
  return node.data.kind === 'tag' ? node.data.tag.text : '';
}

/** The same order on every machine: letters before case, no locale. */
function compare(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}
