import type { ShownAnnotation, Writing } from '../core/protocol.ts';
import { button, element } from './element.ts';
import { words } from './words.ts';

/** What is written so far. */
export interface Draft {
  readonly writing: Writing;
  readonly text: string;
  /** What stood there when the writing began. */
  readonly before: string;
  /** The annotation as it was last, for when it is deleted meanwhile; null where it has not come yet. */
  readonly on: ShownAnnotation | null;
}

/** A note or reply being written; it outlives the card that it is shown in, and its annotation. */
export interface NoteEditor {
  readonly writing: Writing;
  readonly before: string;
  /** The annotation as it was last; null where it has not come yet. */
  on: ShownAnnotation | null;
  readonly field: HTMLElement;
  readonly acts: HTMLElement;
  readonly text: () => string;
  focus(): void;
}

/** A form with the draft in it: Ctrl+Enter saves, Escape cancels. */
export function createNoteEditor(
  { writing, text, before, on: annotation }: Draft,
  on: {
    readonly save: (text: string) => void;
    readonly cancel: () => void;
    readonly change: () => void;
  },
): NoteEditor {
  const field = element('textarea', {
    rows: '3',
    'aria-label': writing.what === 'note' ? words.noteText : words.replyText,
  });
  field.value = text;
  const save = (): void => {
    on.save(field.value);
  };
  const fit = (): void => {
    field.style.setProperty('height', 'auto');
    field.style.setProperty('height', `${field.scrollHeight + 2}px`);
  };
  field.addEventListener('input', () => {
    fit();
    on.change();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape' && !event.isComposing) on.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    writing,
    before,
    on: annotation,
    field,
    acts: element(
      'div',
      { class: 'acts' },
      button({ class: 'link', title: words.withKey(words.save, 'Ctrl+Enter') }, save, words.save),
      button(
        { class: 'link', title: words.withKey(words.cancel, 'Escape') },
        on.cancel,
        words.cancel,
      ),
    ),
    text: () => field.value,
    focus: () => {
      field.focus({ preventScroll: true });
      field.setSelectionRange(field.value.length, field.value.length);
      fit();
    },
  };
}
