import type { Readings } from '../../core/navigation/indexCache.ts';

/** Put in by the build. */
declare const READINGS: Readings;

/** What tells the code that reads the papers of each format from that of other builds. */
export const readings = READINGS;
