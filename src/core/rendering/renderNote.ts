import createMarkdownIt from 'markdown-it';
import type { Annotation } from '../annotations/annotation.ts';
import type { PlacedAnnotation, ShownAnnotation } from '../protocol.ts';
import { safeHref } from './safeLinks.ts';

/** Notes need no text map, so markdown-it draws them itself: raw HTML is shown as text, pictures are not loaded. */
const notes = createMarkdownIt({ html: false, linkify: true, breaks: true }).disable('image');
notes.validateLink = (address) => safeHref(address) !== null;

/** HTML of a note or reply that is written in Markdown, harmless whatever it says; empty for an empty one. */
export function renderNote(markdown: string): string {
  return notes.render(markdown).trim();
}

const drawn = new WeakMap<Annotation, Pick<ShownAnnotation, 'noteHtml' | 'replyHtml'>>();

/** The annotation with its texts drawn; each value of an annotation is drawn once. */
export function withNotesDrawn(placed: PlacedAnnotation): ShownAnnotation {
  const { annotation } = placed;
  const texts = drawn.get(annotation) ?? {
    noteHtml: renderNote(annotation.note),
    replyHtml: annotation.replies.map(({ text }) => renderNote(text)),
  };
  drawn.set(annotation, texts);
  return { ...placed, ...texts };
}
