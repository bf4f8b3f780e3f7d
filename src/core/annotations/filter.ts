import type { Annotation, Status } from './annotation.ts';

/** Which annotations to show; what is left out lets all through. */
export interface AnnotationFilter {
  /** Words that all have to stand in the quote, note, replies or tags, in any case. */
  readonly text?: string;
  /** Ids of categories, of which one has to match; likewise below. */
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  readonly statuses?: readonly Status[];
}

/** Whether an annotation passes a filter. */
export function matches(annotation: Annotation, filter: AnnotationFilter): boolean {
  const { text = '', categories, tags, statuses } = filter;
  if (categories && !categories.includes(annotation.category)) return false;
  if (statuses && !statuses.includes(annotation.status)) return false;
  const own = annotation.tags.map(foldTag);
  if (tags && !tags.some((tag) => own.includes(foldTag(tag)))) return false;
  const words = text.toLowerCase().split(/\s+/u);
  const written = [
    annotation.target.exact,
    annotation.note,
    ...annotation.tags,
    ...annotation.replies.map((reply) => reply.text),
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => written.includes(word));
}

/** A tag as tags are compared: without regard to case. */
export function foldTag(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}
