import { changesOf } from '../annotations/changesOf.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { pageOf } from '../annotations/pageOf.ts';
import type { Paper } from '../paper/paper.ts';
import type { PlacedAnnotation, ShownAnnotation } from '../protocol.ts';
import { renderNote } from './renderNote.ts';

const drawn = new WeakMap<Annotation, Pick<ShownAnnotation, 'noteHtml' | 'replyHtml'>>();

/** An annotation on a paper as the page shows it; the Markdown of each value is drawn once. */
export function shownAnnotation(
  placed: PlacedAnnotation,
  { text, pages }: Pick<Paper, 'text' | 'pages'>,
): ShownAnnotation {
  const { annotation } = placed;
  const texts = drawn.get(annotation) ?? {
    noteHtml: renderNote(annotation.note),
    replyHtml: annotation.replies.map((reply) => renderNote(reply.text)),
  };
  drawn.set(annotation, texts);
  return { ...placed, ...texts, changes: changesOf(placed, text), page: pageOf(placed, pages) };
}
