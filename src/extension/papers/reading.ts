import { createPart, type Part } from '../part.ts';
import type * as readingPart from './readingPart.ts';

/** What reads and draws papers. */
export type Reading = Part<typeof readingPart>;

export function createReading(): Reading {
  return createPart(() => import('./readingPart.ts'));
}
