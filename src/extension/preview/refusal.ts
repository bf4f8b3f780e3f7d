import type { ToWebview } from '../../core/protocol.ts';
import type { PaperWish } from './incoming.ts';

type Refused = Extract<ToWebview, { readonly type: 'writingRefused' }>;

/** What somebody wrote with a wish that failed, for the page to show it again; null where nothing was written. */
export function refusal(wish: PaperWish): Omit<Refused, 'uri' | 'version'> | null {
  if (wish.type === 'editAnnotation' && wish.edit.note !== undefined) {
    const { id, edit, before = '' } = wish;
    return { type: 'writingRefused', id, writing: { what: 'note' }, text: edit.note ?? '', before };
  }
  if (wish.type === 'writeReply' && wish.text !== '') {
    const { id, reply, text, before = '' } = wish;
    return { type: 'writingRefused', id, writing: { what: 'reply', id: reply }, text, before };
  }
  return null;
}
