/** Longest label of a tree row: more is cut off at the edge of any usual side bar anyway. */
const labelLength = 90;

/**
 * The text on one line, cut behind a word if it is longer than `limit` characters, with an ellipsis.
 * A word longer than the whole limit is cut inside, never inside a surrogate pair.
 */
export function cutLabel(text: string, limit = labelLength): string {
  const line = text
    .slice(0, limit * 8)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= limit && text.length <= limit * 8) return line;
  const room = line.slice(0, limit);
  const space = line[limit] === ' ' ? limit : room.lastIndexOf(' ');
  const cut = space > limit / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** A list item as a label: the printed number or letter before the text. */
export function pointLabel(
  ordinal: string | null,
  text: string,
  limit: number = labelLength,
): string {
  return cutLabel(ordinal === null ? text : `${ordinal} ${text}`, limit);
}
