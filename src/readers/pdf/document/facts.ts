import type { StatedFact } from '../../../core/paper/document/paperDocument.ts';
import { datesIn } from '../../../core/paper/roles/dates.ts';

/** What the file says of itself: its properties and its XMP packet, each value as text. */
export interface FileProperties {
  readonly title: readonly string[];
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly publisher: readonly string[];
  /** ISO, or as PDF writes dates: "D:20150625". */
  readonly created: readonly string[];
}

/** Properties are left over from other files so often that what isn't printed too is hardly believed. */
const PRINTED = 0.5;
const UNPRINTED = 0.2;
const FROM = 'document properties';

/** Titles that programs make up from the name of a file. */
const MADE_UP =
  /^(?:microsoft (?:word|powerpoint|excel)\s*-|untitled|document\s?\d*$|slide \d|print|.*\.(?:docx?|pdf|rtf|indd|qxd|pptx?|xlsx?|dvi|tex|pub|wpd|p65|fm)$)/i;

/** The title that the properties state, unless it is one that a program made up. */
export function statedTitle({ title }: FileProperties): string | null {
  const found = title.map((each) => each.replace(/\s+/g, ' ').trim());
  return (
    found.find(
      (each) => each.length > 3 && !MADE_UP.test(each) && /\p{L}{2}.*\s|\p{L}{8}/u.test(each),
    ) ?? null
  );
}

/** The date that running heads, else feet print, which is believed where the text prints none. */
export function runningDate(furniture: readonly { text: string; reason: string }[]): StatedFact[] {
  for (const reason of ['running head', 'running foot']) {
    const dated = furniture
      .filter((each) => each.reason === reason && /\d/.test(each.text))
      .flatMap(({ text }) =>
        datesIn(text).map(({ iso, start, end }) => ({ iso, text: text.slice(start, end) })),
      );
    const [first] = dated;
    if (first !== undefined && dated.length > 1 && dated.every(({ iso }) => iso === first.iso))
      return [{ field: 'date', text: first.text, from: reason, trust: PRINTED }];
  }
  return [];
}

/** The properties as facts; `isPrinted` says whether a text is printed in the paper. */
export function factsOf(
  properties: FileProperties,
  isPrinted: (text: string) => boolean,
): StatedFact[] {
  const facts: StatedFact[] = [];
  const say = (field: StatedFact['field'], text: string, trust: number) => {
    if (text.trim() !== '') facts.push({ field, text: text.trim(), from: FROM, trust });
  };
  const title = statedTitle(properties);
  if (title !== null) say('title', title, isPrinted(title) ? PRINTED + 0.1 : PRINTED - 0.1);
  for (const author of properties.authors)
    if (/\p{L}{2,}[\s,]+\p{L}/u.test(author))
      say('author', author, isPrinted(author) ? PRINTED : UNPRINTED);
  for (const publisher of properties.publisher) say('publisher', publisher, UNPRINTED + 0.15);
  const keywords = properties.keywords.flatMap((each) => each.split(/[,;]/));
  const areTags = keywords.every((each) => each.trim().length < 60 && !/\b\d{4}\b|:/.test(each));
  for (const keyword of new Set(keywords)) say('tag', keyword, areTags ? PRINTED - 0.1 : UNPRINTED);
  const date = properties.created.map(isoOf).find((each) => each !== null);
  if (typeof date === 'string') say('posted', date, UNPRINTED + 0.1);
  return facts;
}

function isoOf(date: string): string | null {
  const found = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(date);
  return found === null ? null : `${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`;
}
