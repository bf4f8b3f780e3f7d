/** How many words are looked for together, the surest first. */
const lengths = [8, 4, 2];

/**
 * Where the words that begin at an offset of a paper's text stand in the markup that it was read from;
 * 0 where they are not found. Elements between the words are passed over.
 */
export function placeInMarkup(markup: string, text: string, offset: number): number {
  const words = text.slice(offset, offset + 400).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const length of lengths) {
    const sought = words.slice(0, length);
    if (sought.length === 0) continue;
    // Between two words stand blanks, marks, entities and whole tags.
    const between = String.raw`(?:<[^<>]*>|&[#\w]{1,10};|[^\p{L}\p{N}<&])+`;
    const found = new RegExp(sought.join(between), 'u').exec(markup);
    if (found) return found.index;
  }
  return 0;
}
