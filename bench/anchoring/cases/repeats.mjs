// Which annotations have a lookalike.

/** Not one whose words and contexts stand elsewhere too. */
export const isDistinct = (annotation) => annotation.repeat !== 'dupctx';

const naturalKinds = new Set(['sentence', 'phrase', 'short', 'long']);

/** Picked at random from the text, as against planted to be hard (twin, stock, boiler). */
export const isNatural = (annotation) => naturalKinds.has(annotation.kind);

/** Once in the base text, no planted lookalike. */
export const isSingle = (annotation) => annotation.repeat === 'unique' && isNatural(annotation);
