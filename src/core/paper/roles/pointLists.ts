import { isOnlyLink, type PointLine } from './pointLines.ts';
import { announcesOther, type PointCue } from './pointWords.ts';

/** How many paragraphs may stand between a heading and its list. */
const bridges = { strong: 3, medium: 1, weak: 1 } as const;

/** A run of list items with what was said right before it. */
interface List {
  readonly items: readonly PointLine[];
  readonly before: PointLine | undefined;
}

/**
 * The lists that a heading or a lead-in sentence announces: those in the lines under it, unless they
 * are lists of links, of questions or of what the sentence before them calls something else.
 */
export function announcedLists(lines: readonly PointLine[], cue: PointCue): readonly PointLine[] {
  const taken: PointLine[] = [];
  let between = 0;
  let last: List | null = null;
  for (const list of listsOf(lines)) {
    if ('items' in list) {
      const allowed =
        last === null ? between <= bridges[cue.strength] : goesOn(last, list, between);
      if (!allowed) break;
      // After one list of points, the next under the same heading needs less to be another.
      const isSure = last !== null && cue.strength === 'medium';
      if (isListOfPoints(list, isSure ? { ...cue, strength: 'strong' } : cue)) {
        for (const each of list.items) taken.push(each);
        last = list;
      }
      between = 0;
    } else if (list.type === 'heading') between = last === null ? between : 0;
    else between += 1;
  }
  return taken;
}

function listsOf(lines: readonly PointLine[]): readonly (List | PointLine)[] {
  const result: (List | PointLine)[] = [];
  let items: PointLine[] = [];
  let before: PointLine | undefined;
  const end = (): void => {
    if (items.length > 0) result.push({ items, before });
    items = [];
  };
  for (const line of lines) {
    if (line.type === 'item') items.push(line);
    else {
      end();
      before = line;
      result.push(line);
    }
  }
  end();
  return result;
}

/** Whether a list under the same heading still belongs to it. */
function goesOn(last: List, next: List, between: number): boolean {
  const { before } = next;
  if (before?.type === 'heading') return true;
  const number = Number.parseInt(next.items[0]?.ordinal ?? '', 10);
  const previous = last.items.findLast(({ level }) => level === last.items[0]?.level)?.ordinal;
  if (number > 1 && number === Number.parseInt(previous ?? '', 10) + 1) return true;
  return last.items.length === 1 && between <= 2 && !(before?.text.endsWith(':') ?? false);
}

/** Whether a list reads as points of a paper. */
export function isListOfPoints({ items, before }: List, { role, strength }: PointCue): boolean {
  const outermost = items.reduce((least, { level }) => Math.min(least, level), Infinity);
  const tops = items.filter(({ level }) => level === outermost);
  if (before !== undefined && before.type !== 'other' && announcesOther(before.text)) return false;
  const share = (count: number): number => count / tops.length;
  if (share(tops.filter(isOnlyLink).length) >= 0.5) return false;
  if (role === 'keyPoint' && share(tops.filter(({ text }) => text.endsWith('?')).length) > 0.5)
    return false;
  const mean = share(tops.reduce((sum, { words }) => sum + words, 0));
  if (strength === 'strong') return mean >= 2;
  if (tops.length < 2) return false;
  return strength === 'medium' ? mean >= 4 : share(tops.filter(isSentence).length) >= 0.6;
}

function isSentence({ text, words }: PointLine): boolean {
  return words >= 6 && (/[.!;:]["”’)]?$/u.test(text) || words >= 12);
}
