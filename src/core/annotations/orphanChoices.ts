import { anchorAllWithCandidates, type AnchorOptions } from '../anchoring/anchorAll.ts';
import type { Place } from '../anchoring/target.ts';
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

/** More candidates than this are a list to read, not a choice. */
const mostCandidates = 6;

/** From this score on a candidate may be taken without a look at it, if it stands alone. */
export const likelyScore = 0.85;
/** How far the next candidate must be behind. */
const lead = 0.15;

/**
 * The orphans of a paper with their candidates in its text. The annotations that have their passages
 * help to find those of the others, since passages mostly keep their order.
 */
export function orphanChoices(
  text: string,
  placed: readonly PlacedAnnotation[],
  options: AnchorOptions = {},
): readonly OrphanChoice[] {
  if (placed.every(({ anchor }) => anchor !== null)) return [];
  const found = anchorAllWithCandidates(
    text,
    placed.map(({ annotation }) => annotation.target),
    options,
  );
  return placed.flatMap(({ annotation, anchor }, index) => {
    const answer = found[index];
    if (anchor !== null || answer === undefined) return [];
    const candidates = answer.how === 'orphan' ? answer.candidates : [answer];
    return [{ annotation, candidates: candidates.slice(0, mostCandidates) }];
  });
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
    likely.every(
      (other) =>
        other.id === id || other.range.end <= range.start || range.end <= other.range.start,
    ),
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
