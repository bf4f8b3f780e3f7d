import assert from 'node:assert/strict';
import { groupAnnotations, type Grouping } from '../../../src/core/annotations/grouping.ts';
import {
  annotationNodes,
  type AnnotationNode,
} from '../../../src/core/navigation/annotationNodes.ts';
import { placedAnnotation } from '../../support/placedAnnotation.ts';

const papers = [
  {
    uri: 'file:///a',
    placed: [
      placedAnnotation({ id: '1', tags: ['Water', 'cost'] }),
      placedAnnotation({ id: '2' }, null),
    ],
  },
  { uri: 'file:///b', placed: [placedAnnotation({ id: '3', tags: ['water'] })] },
];

function nodesBy(by: Grouping): readonly AnnotationNode[] {
  const options = { by, sort: 'place', filter: {}, categories: [] } as const;
  return annotationNodes(groupAnnotations(papers, options));
}

const ids = (nodes: readonly AnnotationNode[]): unknown =>
  nodes.map(({ id, children }) => (children.length > 0 ? [id, ids(children)] : id));

describe('annotationNodes', () => {
  it('puts annotations below their paper, orphans apart', () => {
    assert.deepEqual(ids(nodesBy('paper')), [
      ['paper:file:///a', ['paper:file:///a/file:///a/1']],
      ['paper:file:///b', ['paper:file:///b/file:///b/3']],
      ['orphans:', ['orphans:/file:///a/2']],
    ]);
  });

  it('gives an annotation with two tags a row of its own below each', () => {
    assert.deepEqual(ids(nodesBy('tag')), [
      ['tag:cost', ['tag:cost/file:///a/1']],
      ['tag:water', ['tag:water/file:///a/1', 'tag:water/file:///b/3']],
      ['orphans:', ['orphans:/file:///a/2']],
    ]);
  });

  it('leads to the passage, and an orphan nowhere', () => {
    const rows = nodesBy('paper').flatMap(({ children }) => children);
    assert.deepEqual(
      rows.map(({ uri, place }) => [uri, place?.start ?? null]),
      [
        ['file:///a', 10],
        ['file:///b', 10],
        ['file:///a', null],
      ],
    );
  });
});
