import type { Annotation } from '../annotations/annotation.ts';
import type { ComparedAnnotation, EditionComparison } from '../annotations/compareEditions.ts';
import type { ComparedPoint } from '../annotations/comparePoints.ts';
import { createIds, type TreeNode } from './treeNode.ts';

/** What became of an annotation or a key point from one edition to the other. */
type AnnotationState = ComparedAnnotation<Annotation>['state'];
type PointState = ComparedPoint['state'];

/** What a row of the Comparison view shows. */
export type ComparisonNodeData =
  | { readonly kind: 'annotations'; readonly state: AnnotationState; readonly count: number }
  | { readonly kind: 'points'; readonly state: PointState; readonly count: number }
  | { readonly kind: 'annotation'; readonly compared: ComparedAnnotation<Annotation> }
  | { readonly kind: 'point'; readonly compared: ComparedPoint };

/** A row of the Comparison view. */
export type ComparisonNode = TreeNode<ComparisonNodeData>;

/** What needs a look stands first. */
const annotationStates: readonly AnnotationState[] = ['lost', 'changed', 'moved', 'kept'];
const pointStates: readonly PointState[] = ['added', 'removed', 'changed', 'same'];

/**
 * The comparison as rows: annotations by what became of them, then key points; groups without any are left
 * out. Places are in the newer edition, at `uri`; what is not in it leads nowhere.
 */
export function comparisonNodes(
  { annotations, points }: EditionComparison<Annotation>,
  uri: string,
): readonly ComparisonNode[] {
  const idOf = createIds('comparison');
  const group = (
    data: ComparisonNodeData & { readonly state: string },
    rows: ComparisonNode[],
  ) => ({
    ...{ id: `${data.kind}:${data.state}`, data, uri: null, place: null, children: rows },
  });
  const annotationGroups = annotationStates.map((state) => {
    const rows = annotations
      .filter((compared) => compared.state === state)
      .map((compared): ComparisonNode => {
        const place = compared.anchor && { start: compared.anchor.start, end: compared.anchor.end };
        const id = `annotation:${compared.annotation.id}`;
        return { id, data: { kind: 'annotation', compared }, uri, place, children: [] };
      });
    return group({ kind: 'annotations', state, count: rows.length }, rows);
  });
  const pointGroups = pointStates.map((state) => {
    const rows = points
      .filter((compared) => compared.state === state)
      .map((compared): ComparisonNode => {
        const { old, now } = compared;
        const id = idOf('point', (now ?? old).text);
        return {
          id,
          data: { kind: 'point', compared },
          uri,
          place: now?.range ?? null,
          children: [],
        };
      });
    return group({ kind: 'points', state, count: rows.length }, rows);
  });
  return [...annotationGroups, ...pointGroups].filter(({ children }) => children.length > 0);
}
