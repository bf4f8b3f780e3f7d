import type { Category } from '../core/annotations/annotation.ts';
import type { ShownAnnotation, Writing } from '../core/protocol.ts';
import { makeCard, type CardActions } from './card.ts';
import { element } from './element.ts';
import { listenToCards } from './listenToCards.ts';
import type { Drafts } from './messenger.ts';
import { createNoteEditor, type Draft, type NoteEditor } from './noteEditor.ts';
import { putInOrder } from './putInOrder.ts';
import { words } from './words.ts';

/** The wishes of cards. */
export interface CardWishes extends Omit<CardActions, 'write'> {
  save(id: string, draft: Draft): void;
  select(id: string): void;
  /** The reader goes back from the card to the passage. */
  leave(id: string): void;
  /** Notes that are being written changed: keep them for a reload. */
  draftsChanged(drafts: Drafts): void;
  /** The heights of cards may have changed. */
  resized(): void;
  /** What was written on a deleted annotation is saved or given up: the annotation need not be shown any more. */
  letGo(): void;
}

/** The note cards, and apart from them those whose passage is lost. */
export interface Cards {
  readonly column: HTMLElement;
  readonly orphans: HTMLElement;
  /**
   * The annotations that are not among the present ones but were being written on when they were deleted, as they
   * were last. They stay until what is written is saved or given up.
   */
  outlived(present: readonly ShownAnnotation[]): readonly ShownAnnotation[];
  /** The text of the paper changed: where deleted annotations were says nothing any more. */
  forgetPlaces(): void;
  /** Brings the cards up to date; a note that is being written stays as it is. */
  draw(
    shown: readonly ShownAnnotation[],
    categories: readonly Category[],
    deleted?: readonly ShownAnnotation[],
  ): void;
  /** Opens one card and closes the others. */
  select(id: string | null): void;
  /** Opens the note of an annotation for writing. */
  edit(id: string): void;
  /** Opens what could not be stored for writing again. */
  writeAgain(id: string, draft: Omit<Draft, 'on'>): void;
  cardOf(id: string): HTMLElement | null;
  /** Opens what was being written when the page left this paper, in place of what is written on another. */
  resume(drafts: Drafts): void;
}

/** An empty column of cards. */
export function createCards(wishes: CardWishes): Cards {
  const hint = element('a', { class: 'orphan-link', href: '#orphans' });
  const column = element('aside', { class: 'notes', 'aria-label': words.notes }, hint);
  const orphans = element('section', {
    class: 'orphans',
    id: 'orphans',
    'aria-label': words.orphans,
  });
  const cards = new Map<string, { readonly card: HTMLElement; readonly key: string }>();
  const editors = new Map<string, NoteEditor>();
  let shown: readonly ShownAnnotation[] = [];
  let categories: readonly Category[] = [];
  let deleted: readonly ShownAnnotation[] = [];
  let selected: string | null = null;
  /** What was written on last: it may have to be written again. */
  let ended: { readonly id: string; readonly on: ShownAnnotation | null } | null = null;
  /** A deleted annotation that was let go: the focus goes to its card if it comes back. */
  let awaited: string | null = null;

  const draftsChanged = (): void => {
    const drafts = [...editors].map(
      ([id, { writing, before, text, on }]) => [id, { writing, before, text: text(), on }] as const,
    );
    wishes.draftsChanged(Object.fromEntries(drafts));
    wishes.resized();
  };
  const endEditing = (id: string): void => {
    ended = { id, on: editors.get(id)?.on ?? null };
    editors.delete(id);
    draftsChanged();
    if (isDeleted(id)) {
      awaited = id;
      wishes.letGo();
    } else draw();
    cards.get(id)?.card.focus({ preventScroll: true });
  };
  const isDeleted = (id: string): boolean => deleted.some(({ annotation }) => annotation.id === id);
  const startEditing = (id: string, draft: Draft): void => {
    editors.set(
      id,
      createNoteEditor(draft, {
        save: (text) => {
          wishes.save(id, { ...draft, text });
          endEditing(id);
        },
        cancel: () => {
          endEditing(id);
        },
        change: draftsChanged,
      }),
    );
  };
  const write = (id: string, writing: Writing): void => {
    const one = shown.find(({ annotation }) => annotation.id === id);
    if (one === undefined) return;
    // What is being written on the card already is not lost for another text.
    const before = textOf(one, writing);
    if (!editors.has(id)) startEditing(id, { writing, before, text: before, on: one });
    draw();
    editors.get(id)?.focus();
  };
  const actions: CardActions = { ...wishes, write };

  const cardFor = (each: ShownAnnotation): HTMLElement => {
    const { id } = each.annotation;
    const editor = editors.get(id) ?? null;
    const isOpen = id === selected || editor !== null;
    const look = { categories, isOpen, isDeleted: isDeleted(id), editor };
    const key = JSON.stringify([
      each.annotation,
      each.anchor?.how,
      { ...look, editor: editor?.writing },
    ]);
    const before = cards.get(id);
    if (before?.key === key) return before.card;
    const card = makeCard(each, { ...look, now: new Date() }, actions);
    before?.card.replaceWith(card);
    cards.set(id, { card, key });
    return card;
  };
  const draw = (): void => {
    const focused = document.activeElement;
    const focusedCard = focused?.closest<HTMLElement>('.card')?.dataset['id'];
    const present = new Set(shown.map(({ annotation }) => annotation.id));
    for (const [id, { card }] of cards) {
      if (present.has(id)) continue;
      card.remove();
      cards.delete(id);
      if (editors.delete(id)) draftsChanged();
    }
    const lost = shown.filter(({ anchor }) => anchor === null);
    const found = shown.filter(({ anchor }) => anchor !== null);
    putInOrder(column, [hint, ...found.map(cardFor)]);
    const heading = [
      element('h2', {}, words.orphans),
      element('p', { class: 'hint' }, words.orphanHint),
    ];
    orphans.replaceChildren(...(lost.length === 0 ? [] : [...heading, ...lost.map(cardFor)]));
    orphans.hidden = lost.length === 0;
    hint.hidden = lost.length === 0;
    hint.textContent = words.orphansBelow(lost.length);
    if (focusedCard !== undefined && focused !== document.activeElement)
      refocus(focused, focusedCard);
    wishes.resized();
  };
  const refocus = (focused: Element | null, id: string): void => {
    const target = focused?.isConnected === true ? focused : cards.get(id)?.card;
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  };

  for (const place of [column, orphans]) listenToCards(place, wishes);
  return {
    column,
    orphans,
    edit: (id) => {
      write(id, { what: 'note' });
    },
    writeAgain: (id, draft) => {
      const one = shown.find(({ annotation }) => annotation.id === id);
      const on = one ?? (ended?.id === id ? ended.on : null);
      if (editors.has(id) || on === null) return;
      startEditing(id, { ...draft, on });
      draftsChanged();
      if (one === undefined) wishes.letGo();
      else draw();
      editors.get(id)?.focus();
    },
    outlived: (present) => {
      const ids = new Set(present.map(({ annotation }) => annotation.id));
      return [...editors].flatMap(([id, editor]) =>
        editor.on === null || ids.has(id) || !isWorthKeeping(editor) ? [] : [editor.on],
      );
    },
    forgetPlaces: () => {
      for (const editor of editors.values()) {
        if (editor.on !== null) editor.on = { ...editor.on, anchor: null };
      }
    },
    draw: (nextShown, nextCategories, nextDeleted = []) => {
      shown = nextShown;
      categories = nextCategories;
      deleted = nextDeleted;
      for (const each of shown) {
        const editor = editors.get(each.annotation.id);
        if (editor) editor.on = each;
      }
      draw();
      const back = awaited === null ? undefined : cards.get(awaited);
      if (back === undefined) return;
      awaited = null;
      if (document.activeElement === document.body) back.card.focus({ preventScroll: true });
    },
    select: (id) => {
      if (id === selected) return;
      selected = id;
      draw();
    },
    cardOf: (id) => cards.get(id)?.card ?? null,
    resume: (drafts) => {
      editors.clear();
      for (const [id, draft] of Object.entries(drafts)) {
        // Where it was is not known in the text as it is now.
        const on = draft.on ? { ...draft.on, anchor: null } : null;
        startEditing(id, { ...draft, on });
      }
      draftsChanged();
    },
  };
}

/** Whether somebody would miss it: something was written, or the reader is at it. */
function isWorthKeeping({ text, before, field }: NoteEditor): boolean {
  return text().trim() !== before.trim() || (document.hasFocus() && field.matches(':focus'));
}

function textOf({ annotation }: ShownAnnotation, writing: Writing): string {
  if (writing.what === 'note') return annotation.note;
  return annotation.replies.find(({ id }) => id === writing.id)?.text ?? '';
}
