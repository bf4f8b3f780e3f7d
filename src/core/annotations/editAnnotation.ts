import type { Target } from '../anchoring/target.ts';
import type { AnnotationEdit } from '../protocol.ts';
import type { Annotation, Reply } from './annotation.ts';
import { writtenOver } from './mergeFields.ts';

/** What a new annotation is made of. */
export interface AnnotationStart {
  readonly id: string;
  readonly target: Target;
  readonly category: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly author: string;
}

/** A new annotation, open and at its first revision. `now` is ISO 8601 in UTC. */
export function newAnnotation(start: AnnotationStart, now: string): Annotation {
  return {
    ...start,
    note: tidyNote(start.note),
    tags: tidyTags(start.tags),
    status: 'open',
    confidence: null,
    created: now,
    modified: now,
    revision: 1,
    replies: [],
  };
}

/** The annotation again, under another id and on another passage: a first revision that keeps all that was said. */
export function copyAnnotation(
  annotation: Annotation,
  { id, target }: Pick<Annotation, 'id' | 'target'>,
  now: string,
): Annotation {
  return { ...annotation, id, target, modified: now, revision: 1 };
}

/** The parts of an annotation that a change may set. */
export type AnnotationFields = Partial<
  Pick<Annotation, 'category' | 'note' | 'tags' | 'status' | 'confidence' | 'target' | 'replies'>
>;

/** The annotation with other fields; the same value if they say nothing new. */
export function withFields(
  annotation: Annotation,
  fields: AnnotationFields,
  now: string,
): Annotation {
  const changes = Object.keys(changedFields(annotation, fields)).length > 0;
  if (!changes) return annotation;
  return { ...annotation, ...fields, modified: now, revision: annotation.revision + 1 };
}

/** Of the fields, those that differ from the annotation's own. */
export function changedFields(annotation: Annotation, fields: AnnotationFields): AnnotationFields {
  const own: Readonly<Record<string, unknown>> = { ...annotation };
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(own[name]) !== JSON.stringify(value),
    ),
  );
}

/**
 * The fields that an edit asks for, tidied: notes without outer blanks, each tag once. `before` is what the
 * writing of a note began with, if that is known: what another window wrote since is kept.
 */
export function fieldsOf(
  annotation: Annotation,
  edit: AnnotationEdit,
  before?: string,
): AnnotationFields {
  const { category, note, tags, status, confidence } = edit;
  return {
    ...(category === undefined ? {} : { category }),
    ...(note === undefined ? {} : { note: writtenOver(annotation.note, before, tidyNote(note)) }),
    ...(tags === undefined ? {} : { tags: tidyTags(tags) }),
    ...(status === undefined ? {} : { status }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** The fields that add a reply; no fields for an empty one. */
export function replyFields(annotation: Annotation, reply: Reply): AnnotationFields {
  const text = tidyNote(reply.text);
  return text === '' ? {} : { replies: [...annotation.replies, { ...reply, text }] };
}

/**
 * The fields that give a reply this text, or remove it if the text is empty. A reply that was removed while its
 * text was being written is added again. `before` is as for a note.
 */
export function editedReplyFields(
  annotation: Annotation,
  reply: Reply,
  before?: string,
): AnnotationFields {
  const isThere = annotation.replies.some(({ id }) => id === reply.id);
  if (!isThere) return replyFields(annotation, reply);
  const text = tidyNote(reply.text);
  const replies = annotation.replies
    .map((each) =>
      each.id === reply.id ? { ...each, text: writtenOver(each.text, before, text) } : each,
    )
    .filter((each) => each.text !== '');
  return { replies };
}

function tidyNote(note: string): string {
  return note.replace(/\r\n?/gu, '\n').trim();
}

/** Tags as stored: blanks folded, empty ones left out, each once whatever its case. */
export function tidyTags(tags: readonly string[]): readonly string[] {
  const tidied = tags.map((tag) => tag.replace(/\s+/gu, ' ').trim()).filter((tag) => tag !== '');
  const folded = tidied.map((tag) => tag.toLowerCase());
  return tidied.filter((_, index) => folded.indexOf(folded[index] ?? '') === index);
}
