import type { Annotation } from '../../src/core/annotations/annotation.ts';
import { newAnnotation } from '../../src/core/annotations/editAnnotation.ts';

/** The time at which annotations of tests are made. */
export const firstDay = '2026-03-02T09:00:00.000Z';

/** A target on the first word of a text. */
export const firstWord = { exact: 'river', prefix: '', suffix: '', start: 0, end: 5 };

/** A claim on the first word, with a note. */
export function claim(id: string, note = ''): Annotation {
  return newAnnotation(
    { id, target: firstWord, category: 'claim', note, tags: [], author: '' },
    firstDay,
  );
}
