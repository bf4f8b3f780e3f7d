import { foldAlike } from './foldedText.ts';
import { matchWords } from './matchWords.ts';
import { readWords } from './words.ts';

/** A part of a text that is the same in another version of it, or is in only one of them. */
export interface Segment {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What changed from one version of a passage to the next, word by word, in reading order: what was
 * removed stands before what was added in its place. White space and the form of quotes and dashes are no
 * change. Without the removed parts it reads as the new version, character by character.
 */
export function changedWords(before: string, after: string): readonly Segment[] {
  const old = readWords(before);
  const now = readWords(after);
  const match = matchWords(old, now);
  const segments: Segment[] = [];
  let oldFrom = 0;
  let from = 0;
  for (let word = 0; word < old.count; word += 1) {
    const at = match[word] ?? -1;
    if (at === -1) continue;
    addGap(segments, before.slice(oldFrom, old.starts[word]), after.slice(from, now.starts[at]));
    add(segments, 'same', after.slice(now.starts[at], now.ends[at]));
    oldFrom = old.ends[word] ?? oldFrom;
    from = now.ends[at] ?? from;
  }
  addGap(segments, before.slice(oldFrom), after.slice(from));
  return segments;
}

/** What stands between two words that are the same; blanks and marks that both versions begin and end with are. */
function addGap(segments: Segment[], removed: string, added: string): void {
  if (foldAlike(removed, added)) {
    add(segments, 'same', added);
    return;
  }
  const limit = Math.min(removed.length, added.length);
  let head = 0;
  while (head < limit && removed.charAt(head) === added.charAt(head) && isMark(added, head)) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < limit - head &&
    removed.charAt(removed.length - 1 - tail) === added.charAt(added.length - 1 - tail) &&
    isMark(added, added.length - 1 - tail)
  ) {
    tail += 1;
  }
  add(segments, 'same', added.slice(0, head));
  add(segments, 'removed', removed.slice(head, removed.length - tail));
  add(segments, 'added', added.slice(head, added.length - tail));
  add(segments, 'same', added.slice(added.length - tail));
}

function isMark(text: string, at: number): boolean {
  return /[\s\p{P}]/u.test(text.charAt(at));
}

function add(segments: Segment[], kind: Segment['kind'], text: string): void {
  if (text === '') return;
  const last = segments.at(-1);
  if (last?.kind === kind) segments[segments.length - 1] = { kind, text: last.text + text };
  else segments.push({ kind, text });
}
