import type { DocumentCue } from '../../core/paper/document/paperDocument.ts';
import { openEnd } from './phrases.ts';
import type { WordItem, WordParagraph } from './wordItem.ts';

/** A cover is no longer than this many paragraphs, and a title than so many characters. */
const longestCover = 12;
const longestTitle = 260;
/** A paragraph as long as this is text, and stands behind the title. */
const passage = 200;

/**
 * What the lines of a document's cover are: a title in the style for it, if it stands before the text; else
 * the largest or heaviest line there, with one that goes on as it looks. Titles of parts in that style are none.
 */
export function coverCues(items: readonly WordItem[]): ReadonlyMap<WordItem, DocumentCue | null> {
  const cues = new Map<WordItem, DocumentCue | null>();
  for (const item of items) if (isStyledTitle(item)) cues.set(item, null);
  const cover = coverOf(items);
  const styled = cover.findIndex(isStyledTitle);
  const weights = cover.map(weightOf);
  const most = Math.max(0, ...weights);
  const first = styled >= 0 ? styled : most === 0 ? -1 : weights.indexOf(most);
  let before = cover[first];
  if (before === undefined) return cues;
  cues.set(before, 'title');
  for (let at = first + 1; at < cover.length; at += 1) {
    const line = cover[at];
    const isAlike = styled >= 0 ? isStyledTitle(line) : at === first + 1 && weights[at] === most;
    if (line === undefined) break;
    const goesOn = isCapitals(before.text) && isCapitals(line.text);
    const isTitle = (goesOn && isAlike) || openEnd.test(before.text) || /^\p{Ll}/u.test(line.text);
    if (!isAlike && !(isTitle && line.look !== null)) break;
    cues.set(line, isTitle ? 'title' : 'subtitle');
    before = line;
  }
  return cues;
}

function isPassage(text: string): boolean {
  return text.length > passage || (text.length > 80 && /[.;]$/u.test(text));
}

function isStyledTitle(item: WordItem | undefined): boolean {
  return item?.type === 'paragraph' && item.cue === 'title';
}

function coverOf(items: readonly WordItem[]): readonly WordParagraph[] {
  const cover: WordParagraph[] = [];
  for (const item of items.slice(0, longestCover)) {
    if (item.type === 'table' || isPassage(item.text)) break;
    if (item.marker !== null && cover.length > 0) break;
    // A styled heading behind a line that can be the title begins the text.
    if (item.level !== null && cover.length > 0) break;
    cover.push(item);
  }
  return cover;
}

/** How much a line stands out; 0 for one that can't be a title. */
function weightOf({ text, look, alignment, level, content, cue }: WordParagraph): number {
  if (text.length < 5 || text.length > longestTitle || !/\p{L}{3}/u.test(text)) return 0;
  if (look === null || cue !== null || content.some(({ type }) => type === 'image')) return 0;
  const isSet = look.isBold || alignment === 'center' || level === 1 || isCapitals(text);
  if (!isSet && look.size < 28) return 0;
  return look.size + (look.isBold ? 3 : 0) + (alignment === 'center' ? 1 : 0);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
}
