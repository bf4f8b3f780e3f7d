/** What makes one text out of another: the characters from `start` to `oldEnd` gave way to others. */
export interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  /** Where the others end in the new text. */
  readonly newEnd: number;
}

/** The smallest single edit between two texts; empty where they are equal. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let oldEnd = before.length;
  let newEnd = after.length;
  while (
    oldEnd > start &&
    newEnd > start &&
    before.charCodeAt(oldEnd - 1) === after.charCodeAt(newEnd - 1)
  ) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  return { start, oldEnd, newEnd };
}
