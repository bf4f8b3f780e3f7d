import { changesOf } from '../annotations/changesOf.ts';
import type { Annotation } from '../annotations/annotation.ts';
import type { PlacedAnnotation, ShownAnnotation } from '../protocol.ts';
import { renderNote } from './renderNote.ts';

const drawn = new WeakMap<Annotation, Pick<ShownAnnotation, 'noteHtml' | 'replyHtml'>>();

/** An annotation on a text as the page shows it; the Markdown of each value is drawn once. */
export function shownAnnotation(placed: PlacedAnnotation, text: string): ShownAnnotation {
  const { annotation } = placed;
  const texts = drawn.get(annotation) ?? {
    noteHtml: renderNote(annotation.note),
    replyHtml: annotation.replies.map((reply) => renderNote(reply.text)),
  };
  drawn.set(annotation, texts);
  return { ...placed, ...texts, changes: changesOf(placed, text) };
}
