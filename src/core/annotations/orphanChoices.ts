import { anchorAllWithCandidates, type AnchorOptions } from '../anchoring/anchorAll.ts';
import type { Anchor, Orphan, Place } from '../anchoring/target.ts';
import type { SourceRange } from '../paper/paper.ts';
import type { PlacedAnnotation } from '../protocol.ts';
import type { Annotation } from './annotation.ts';

/** An orphan with the places that come into question for it, the likeliest first. */
export interface OrphanChoice {
  readonly annotation: Annotation;
  readonly candidates: readonly Place[];
}

/** A passage with the words around it, white space folded, for one line of a list. */
export interface Excerpt {
  readonly before: string;
  readonly passage: string;
  readonly behind: string;
}

type Answer = Anchor | Orphan;

/** More candidates than this are a list to read, not a choice. */
const mostCandidates = 6;

/** From this score on a candidate may be taken without a look at it, if it stands alone. */
export const likelyScore = 0.85;
/** How far the next candidate must be behind. */
const lead = 0.15;

/**
 * The orphans of a paper with their candidates in its text. The annotations that have their passages
 * help to find those of the others, since passages mostly keep their order. With the text that they
 * were made on, the place where the difference says that a passage went stands before what is not
 * clearly more like it.
 */
export function orphanChoices(
  text: string,
  placed: readonly PlacedAnnotation[],
  options: AnchorOptions = {},
): readonly OrphanChoice[] {
  if (placed.every(({ anchor }) => anchor !== null)) return [];
  const targets = placed.map(({ annotation }) => annotation.target);
  const alike = anchorAllWithCandidates(text, targets);
  // The difference settles on one place; a copy of the passage elsewhere is still a choice.
  const known =
    options.oldText === undefined ? [] : anchorAllWithCandidates(text, targets, options);
  return placed.flatMap(({ annotation, anchor }, index) => {
    if (anchor !== null) return [];
    return [{ annotation, candidates: ranked(known[index], alike[index]) }];
  });
}

function ranked(known: Answer | undefined, alike: Answer | undefined): readonly Place[] {
  const weight = (place: Place) => place.score + (place === known ? lead : 0);
  const all = [...placesIn(known), ...placesIn(alike)];
  const inOrder = all.toSorted((a, b) => weight(b) - weight(a));
  const distinct = inOrder.filter((place, index) =>
    inOrder.slice(0, index).every((better) => !overlap(place, better)),
  );
  return distinct.slice(0, mostCandidates);
}

function placesIn(answer: Answer | undefined): readonly Place[] {
  if (answer === undefined) return [];
  return answer.how === 'orphan' ? answer.candidates : [answer];
}

function overlap(a: SourceRange, b: SourceRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * The places that may be taken for their orphans all at once: good, clearly ahead of the next, and
 * wanted by no other orphan.
 */
export function likelyPlaces(
  choices: readonly OrphanChoice[],
): readonly { readonly id: string; readonly range: SourceRange }[] {
  const likely = choices.flatMap(({ annotation, candidates: [best, next] }) =>
    best !== undefined && best.score >= likelyScore && best.score - (next?.score ?? 0) >= lead
      ? [{ id: annotation.id, range: { start: best.start, end: best.end } }]
      : [],
  );
  return likely.filter(({ id, range }) =>
    likely.every((other) => other.id === id || !overlap(other.range, range)),
  );
}

/** A passage with up to `around` characters on each side, cut at words. */
export function excerptAt(text: string, { start, end }: SourceRange, around = 40): Excerpt {
  const before = text.slice(Math.max(0, start - around), start);
  const behind = text.slice(end, end + around);
  return {
    before: fold(start > around ? before.replace(/^\S*/u, '') : before).trimStart(),
    passage: fold(text.slice(start, end)),
    behind: fold(end + around < text.length ? behind.replace(/\S*$/u, '') : behind).trimEnd(),
  };
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
