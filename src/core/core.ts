/** What scripts and measurements call; the extension imports the files themselves. */
export type { Paper } from './paper/paper.ts';
export { anchorAll } from './anchoring/anchorAll.ts';
export { describeRange } from './anchoring/describeRange.ts';
export type { Anchor, Target } from './anchoring/target.ts';
