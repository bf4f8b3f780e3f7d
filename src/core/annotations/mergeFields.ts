import type { Annotation, Reply } from './annotation.ts';
import type { AnnotationFields } from './editAnnotation.ts';

/**
 * The fields that an edit sets on an annotation which another window may have edited meanwhile. What
 * only one of them changed is as that one wants it; tags and replies are joined; of a text that both
 * changed, both versions are kept, one below the other. Other fields are as the later edit says.
 */
export function mergedFields(
  annotation: Annotation,
  { from, to }: { readonly from: AnnotationFields; readonly to: AnnotationFields },
): AnnotationFields {
  return {
    ...to,
    ...(to.note === undefined ? {} : { note: mergedText(annotation.note, from.note, to.note) }),
    ...(to.tags === undefined || from.tags === undefined
      ? {}
      : { tags: mergedTags(annotation.tags, from.tags, to.tags) }),
    ...(to.replies === undefined || from.replies === undefined
      ? {}
      : { replies: mergedReplies(annotation.replies, from.replies, to.replies) }),
  };
}

/**
 * What a text is when another was written in its place that began as `before`, or is set whatever it was: both
 * where it has changed since.
 */
export function writtenOver(now: string, before: string | undefined, text: string): string {
  return text === before ? now : mergedText(now, before, text);
}

/** Both texts, one below the other; only one of them if it holds the other. */
export function bothTexts(first: string, second: string): string {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n---\n\n${second}`;
}

function mergedText(now: string, from: string | undefined, to: string): string {
  return from === undefined || now === from ? to : bothTexts(now, to);
}

function mergedTags(
  now: readonly string[],
  from: readonly string[],
  to: readonly string[],
): readonly string[] {
  const kept = now.filter((tag) => to.includes(tag) || !from.includes(tag));
  const added = to.filter((tag) => !from.includes(tag) && !now.includes(tag));
  const isAsBefore = JSON.stringify(now) === JSON.stringify(from);
  return isAsBefore ? to : [...kept, ...added];
}

function mergedReplies(
  now: readonly Reply[],
  from: readonly Reply[],
  to: readonly Reply[],
): readonly Reply[] {
  const find = (replies: readonly Reply[], id: string) => replies.find((each) => each.id === id);
  const kept = now.flatMap((reply) => {
    const before = find(from, reply.id);
    const after = find(to, reply.id);
    if (after) return [{ ...reply, text: mergedText(reply.text, before?.text, after.text) }];
    // A reply that was removed here stays if somebody changed it meanwhile.
    return before?.text === reply.text ? [] : [reply];
  });
  const added = to.filter((reply) => {
    if (find(now, reply.id)) return false;
    const before = find(from, reply.id);
    return before?.text !== reply.text;
  });
  return [...kept, ...added];
}
