import type { AnnotationGroup, AnnotationItem } from '../annotations/grouping.ts';
import type { TreeNode } from './treeNode.ts';

/** What a row of the Annotations view shows. */
export type AnnotationNodeData =
  | { readonly kind: 'group'; readonly group: AnnotationGroup }
  | {
      readonly kind: 'annotation';
      readonly item: AnnotationItem;
      /** The group that it stands in. */
      readonly within: AnnotationGroup['kind'];
    };

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
