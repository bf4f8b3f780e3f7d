import type { Annotation, PaperRecord } from '../annotations/annotation.ts';
import { bothTexts } from '../annotations/mergeFields.ts';

/**
 * Two records of one paper as one, for when it can't be told how they came to differ: every annotation
 * of both; the higher revision of one that is in both; both texts where revisions are equal. Of the
 * second record, what stands in `removed` at its revision or a later one is left out.
 */
export function joinRecords(
  into: PaperRecord,
  from: PaperRecord,
  removed: readonly Annotation[] = [],
): PaperRecord {
  const there = new Map(from.annotations.map((annotation) => [annotation.id, annotation]));
  const gone = new Map(removed.map(({ id, revision }) => [id, revision]));
  const joined = into.annotations.map((annotation) => {
    const other = there.get(annotation.id);
    there.delete(annotation.id);
    return other === undefined ? annotation : joinAnnotations(annotation, other);
  });
  const added = [...there.values()].filter(({ id, revision }) => revision > (gone.get(id) ?? -1));
  const known = new Set(into.roles.map(({ id }) => id));
  const fingerprint = into.fingerprint ?? from.fingerprint;
  return {
    uri: into.uri,
    annotations: [...joined, ...added],
    roles: [...into.roles, ...from.roles.filter(({ id }) => !known.has(id))],
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}

function joinAnnotations(one: Annotation, other: Annotation): Annotation {
  if (one.revision !== other.revision) return one.revision > other.revision ? one : other;
  const first = one.modified < other.modified ? one : other;
  const later = first === one ? other : one;
  const replies = first.replies.map((reply) => {
    const again = later.replies.find(({ id }) => id === reply.id);
    return again ? { ...again, text: bothTexts(reply.text, again.text) } : reply;
  });
  const more = later.replies.filter(({ id }) => !replies.some((reply) => reply.id === id));
  return {
    ...later,
    note: bothTexts(first.note, later.note),
    tags: [...new Set([...first.tags, ...later.tags])],
    replies: [...replies, ...more],
  };
}
