/** Words and signs at which no heading ends: what follows goes on with it. */
export const openEnd =
  /(?:[,:–—-]|\b(?:and|or|of|the|for|in|on|to|with|a|an|und|der|die|das|für|et|de|la|pour|y|para))$/iu;
