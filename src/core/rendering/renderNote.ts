import createMarkdownIt from 'markdown-it';
import { safeHref } from './safeLinks.ts';

/** Notes need no text map, so markdown-it draws them itself: raw HTML is shown as text, pictures are not loaded. */
const notes = createMarkdownIt({ html: false, linkify: true, breaks: true }).disable('image');
notes.validateLink = (address) => safeHref(address) !== null;

/** HTML of a note or reply that is written in Markdown, harmless whatever it says; empty for an empty one. */
export function renderNote(markdown: string): string {
  return notes.render(markdown).trim();
}
