import type { Person, SourceRange } from '../paper.ts';
import { datesIn } from './dates.ts';
import { bodyWord, degree, nameShape, postWord, rankBefore } from './personWords.ts';

interface Piece extends SourceRange {
  readonly text: string;
  /** Whether the word before it was "and" or "by". */
  readonly joined: boolean;
  /** Whether that "and" had no comma before it, as inside the name of a body. */
  readonly tight: boolean;
}

const label =
  /^(?:(?:written|authored|prepared|posted|published|submitted|a (?:paper|report)) )?(?:by|von|par|por)\b:?\s+|^(?:lead )?(?:authors?(?:\(s\))?|auteurs?|autor(?:en|in|es|a)?|from|researchers?)\s*:\s*/iu;

/** Whether a text begins as bylines do. */
export function isByline(text: string): boolean {
  return label.test(text) && /\p{Lu}/u.test(text.replace(label, '').slice(0, 12));
}

/**
 * The people whom a byline names, with ranks and affiliations apart from the names. `text` is the byline
 * as it stands in the source and `start` its offset there. Bodies are nobody: see `bodyIn`.
 */
export function peopleIn(text: string, start: number): readonly Person[] {
  const pieces = piecesOf(text, start);
  const ranked = pieces.some((piece) => rankBefore.test(piece.text));
  const isLabelledList = /^(?:lead )?(?:authors|auteurs|autoren|autores|researchers)/iu.test(
    text.trim(),
  );
  // A line of nothing but names has no affiliations: "Ines Calloway, Peter Brandt".
  const isBare =
    pieces.length > 1 &&
    !label.test(text) &&
    isNamesAlone(text) &&
    !pieces.some((piece) => postWord.test(piece.text));
  const isList =
    isLabelledList || (!ranked && (isBare || pieces.some(({ joined }, at) => joined && at > 0)));
  const people: { person: Omit<Person, 'affiliations'>; affiliations: string[] }[] = [];
  pieces.forEach((piece, at) => {
    const rank = rankBefore.exec(piece.text)?.[0] ?? '';
    const name = bareName(piece.text.slice(rank.length));
    const isPerson =
      nameShape.test(name) &&
      !bodyWord.test(name) &&
      !/^the\s/iu.test(name) &&
      !/\p{Lu}{2}.*\p{N}/u.test(name);
    const last = people.at(-1);
    const isInBody = piece.tight && rank === '' && (last?.affiliations.length ?? 0) > 0;
    const isNew = at === 0 || rank !== '' || (piece.joined && !isInBody) || isList;
    if (isPerson && isNew) {
      if (people.some(({ person }) => person.name === name)) return;
      const from = piece.start + rank.length;
      const person = {
        name,
        rank: rank.trim() || null,
        range: { start: from, end: from + name.length },
      };
      people.push({ person, affiliations: [] });
    } else if (last !== undefined && !degree.test(piece.text)) {
      const before = pieces[at - 1];
      // "Institute for Peace and Conflict Studies" is one body.
      if (isInBody && before !== undefined) {
        last.affiliations.pop();
        last.affiliations.push(text.slice(before.start - start, piece.end - start));
      } else last.affiliations.push(piece.text);
    }
  });
  return people.map(({ person, affiliations }) => ({ ...person, affiliations }));
}

/** The body that a byline names instead of a person ("By Ports Forum"), or null. */
export function bodyIn(text: string, start: number): Piece | null {
  const [first] = piecesOf(text, start);
  return first !== undefined && bodyWord.test(first.text) && !rankBefore.test(first.text)
    ? first
    : null;
}

/** Whether a text is nothing but names: "Ines Calloway and Peter Brandt". */
export function isNamesAlone(text: string): boolean {
  if (text.length > 200 || /[:;.!?]$/u.test(text)) return false;
  const pieces = piecesOf(text, 0);
  return (
    pieces.length > 0 &&
    pieces.every((piece) => {
      const name = bareName(piece.text.replace(rankBefore, ''));
      return nameShape.test(name) && !bodyWord.test(name) && !/^the\s/iu.test(name);
    })
  );
}

function piecesOf(text: string, start: number): readonly Piece[] {
  const from = label.exec(text)?.[0].length ?? 0;
  const date = datesIn(text).find(({ start: at }) => at >= from);
  const before = text.slice(from, date?.start ?? text.length);
  const pieces: Piece[] = [];
  let joined = false;
  let tight = false;
  let at = 0;
  const separator =
    /\s*(?:[,;•|·\n\r]|\s[–—]\s|\s-\s)\s*(?:(?:and|by|und|et|y)\s+)?|\s+(?:and|&|und|et|with|by)\s+/giu;
  const add = (end: number): void => {
    const raw = before.slice(at, end);
    const words = raw.trim().replace(/[\s,.;|•(]+$/u, '');
    const offset = start + from + at + raw.length - raw.trimStart().length;
    if (words !== '')
      pieces.push({ text: words, start: offset, end: offset + words.length, joined, tight });
  };
  for (const match of before.matchAll(separator)) {
    add(match.index);
    joined = /\p{L}/u.test(match[0]) || match[0].includes(';');
    tight = joined && !/[,;]/u.test(match[0]);
    at = match.index + match[0].length;
  }
  add(before.length);
  return pieces;
}

/** A name without the marks of notes behind it: "Ana Varga*", "Ana Varga¹". */
function bareName(text: string): string {
  return text
    .replace(/[*†‡§¶\d¹²³⁴-⁹]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
