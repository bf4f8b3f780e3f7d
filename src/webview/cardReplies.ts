import type { ShownAnnotation } from '../core/protocol.ts';
import type { CardActions, CardLook } from './card.ts';
import { button, element } from './element.ts';
import { makeRoot } from './makeRoot.ts';
import { words } from './words.ts';

/** The replies below a note, and the field of the one that is being written. */
export function repliesOf(
  { annotation, replyHtml }: ShownAnnotation,
  look: CardLook,
  actions: CardActions,
): readonly HTMLElement[] {
  const writing = look.editor?.writing;
  const written = writing?.what === 'reply' ? writing : null;
  const replies = annotation.replies.map(({ id, author }, index) => {
    const who = element('b', {}, author === '' ? words.you : author);
    const reply = element('div', { class: 'reply' }, who);
    if (look.editor !== null && written?.id === id) reply.append(look.editor.field);
    else {
      reply.append(makeRoot(`<div class="words">${replyHtml[index] ?? ''}</div>`));
      if (look.isOpen && look.editor === null) {
        reply.append(actsOf(annotation.id, id, actions));
      }
    }
    return reply;
  });
  if (look.editor === null || written === null) return replies;
  if (annotation.replies.some(({ id }) => id === written.id)) return replies;
  const field = element('div', { class: 'reply' }, look.editor.field);
  if (written.id !== null && !look.isDeleted) {
    const deleted = element('p', { class: 'deleted', role: 'alert' }, words.replyDeletedMeanwhile);
    field.prepend(deleted);
  }
  return [...replies, field];
}

function actsOf(annotation: string, reply: string, actions: CardActions): HTMLElement {
  const edit = (): void => {
    actions.write(annotation, { what: 'reply', id: reply });
  };
  const remove = (): void => {
    actions.removeReply(annotation, reply);
  };
  return element(
    'div',
    { class: 'acts' },
    button({ class: 'link', 'aria-label': words.editReply }, edit, words.edit),
    button({ class: 'link last', 'aria-label': words.removeReply }, remove, words.remove),
  );
}
