import type { AnnotationGroup, AnnotationItem } from '../annotations/grouping.ts';
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
  | { readonly kind: 'candidate'; readonly item: AnnotationItem; readonly place: Place | null };

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
  candidates: readonly Place[],
): readonly AnnotationNode[] {
  const places: readonly (Place | null)[] = candidates.length > 0 ? candidates : [null];
  return places.map((place) => ({
    id: `${orphan.id}/${place === null ? 'none' : `${place.start}-${place.end}`}`,
    data: { kind: 'candidate', item, place },
    uri: item.uri,
    place: place && { start: place.start, end: place.end },
    children: [],
  }));
}
