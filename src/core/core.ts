/** What scripts and measurements call; the extension imports the files themselves. */
export type { Paper } from './paper/paper.ts';
