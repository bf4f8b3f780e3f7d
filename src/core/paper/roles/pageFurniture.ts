import type { RoleRule } from './claims.ts';

/** Claims as site text what the reader knows to be no part of the paper: running heads, image names. */
export const pageFurnitureRule: RoleRule = ({ blocks }) =>
  blocks.flatMap(({ siteText }, block) =>
    siteText === undefined
      ? []
      : [{ block, role: 'siteText', confidence: 0.97, evidence: siteText }],
  );
