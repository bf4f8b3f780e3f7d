import type { Annotation } from '../../src/core/annotations/annotation.ts';
import type { PlacedAnnotation } from '../../src/core/protocol.ts';

/** An annotation on characters 10 to 20, or an orphan, with what a test states about it. */
export function placedAnnotation(
  stated: Partial<Annotation>,
  anchor: PlacedAnnotation['anchor'] = { start: 10, end: 20, score: 1, how: 'exact' },
): PlacedAnnotation {
  return {
    annotation: {
      id: 'a',
      target: { exact: 'the passage', prefix: '', suffix: '', start: 10, end: 20 },
      category: 'evidence',
      note: '',
      tags: [],
      status: 'open',
      confidence: null,
      author: 'Ana Lyst',
      created: '2026-01-01T00:00:00.000Z',
      modified: '2026-01-01T00:00:00.000Z',
      revision: 1,
      replies: [],
      ...stated,
    },
    anchor,
  };
}
