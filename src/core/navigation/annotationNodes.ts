import type { AnnotationGroup, AnnotationItem } from '../annotations/grouping.ts';
import type { Distinction } from '../annotations/tellApart.ts';
import type { Place } from '../anchoring/target.ts';
import type { TreeNode } from './treeNode.ts';

/** What a row of the Annotations view shows. */
export type AnnotationNodeData =
  | { readonly kind: 'group'; readonly group: AnnotationGroup }
  | {
      readonly kind: 'annotation';
      readonly item: AnnotationItem;
      /** The group that it stands in. */
      readonly within: AnnotationGroup['kind'];
    }
  /** A passage that comes into question for an orphan; null where there is none. */
  | { readonly kind: 'candidate'; readonly item: AnnotationItem; readonly found: Candidate | null };

/** A passage that comes into question for an orphan, with what tells it from the others. */
export interface Candidate {
  readonly place: Place;
  readonly distinction: Distinction;
}

/** A row of the Annotations view. */
export type AnnotationNode = TreeNode<AnnotationNodeData>;

/** Groups as rows, with their annotations below them. */
export function annotationNodes(groups: readonly AnnotationGroup[]): readonly AnnotationNode[] {
  return groups.map((group) => {
    const id = `${group.kind}:${group.key.toLowerCase()}`;
    return {
      id,
      data: { kind: 'group', group },
      uri: group.kind === 'paper' ? group.key : null,
      place: null,
      children: group.items.map((item) => ({
        id: `${id}/${item.uri}/${item.annotation.id}`,
        data: { kind: 'annotation', item, within: group.kind },
        uri: item.uri,
        place: item.anchor,
        children: [],
      })),
    };
  });
}

/** What is below the row of an orphan: the passages that come into question, or a row that says there is none. */
export function candidateNodes(
  orphan: AnnotationNode,
  item: AnnotationItem,
  candidates: readonly Candidate[],
): readonly AnnotationNode[] {
  const all: readonly (Candidate | null)[] = candidates.length > 0 ? candidates : [null];
  return all.map((found) => {
    const place = found && { start: found.place.start, end: found.place.end };
    return {
      id: `${orphan.id}/${place === null ? 'none' : `${place.start}-${place.end}`}`,
      data: { kind: 'candidate', item, found },
      uri: item.uri,
      place,
      children: [],
    };
  });
}
