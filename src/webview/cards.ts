import type { Category } from '../core/annotations/annotation.ts';
import type { ShownAnnotation } from '../core/protocol.ts';
import { makeCard, type CardActions } from './card.ts';
import { element } from './element.ts';
import { createNoteEditor, type Draft, type NoteEditor, type Writing } from './noteEditor.ts';
import { words } from './words.ts';

/** The wishes of cards. */
export interface CardWishes extends Omit<CardActions, 'write'> {
  save(id: string, draft: Draft): void;
  select(id: string): void;
  /** The reader goes back from the card to the passage. */
  leave(id: string): void;
  /** Notes that are being written changed: keep them for a reload. */
  draftsChanged(drafts: Readonly<Record<string, Draft>>): void;
  /** The heights of cards may have changed. */
  resized(): void;
}

/** The note cards, and apart from them those whose passage is lost. */
export interface Cards {
  readonly column: HTMLElement;
  readonly orphans: HTMLElement;
  /** Brings the cards up to date; a note that is being written stays as it is. */
  draw(shown: readonly ShownAnnotation[], categories: readonly Category[]): void;
  /** Opens one card and closes the others. */
  select(id: string | null): void;
  /** Opens the note of an annotation for writing. */
  edit(id: string): void;
  cardOf(id: string): HTMLElement | null;
  /** Opens what was being written when the page was left. */
  resume(drafts: Readonly<Record<string, Draft>>): void;
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
  let selected: string | null = null;

  const draftsChanged = (): void => {
    const drafts = [...editors].map(
      ([id, { writing, before, text }]) => [id, { writing, before, text: text() }] as const,
    );
    wishes.draftsChanged(Object.fromEntries(drafts));
    wishes.resized();
  };
  const endEditing = (id: string): void => {
    editors.delete(id);
    draftsChanged();
    draw();
    cards.get(id)?.card.focus({ preventScroll: true });
  };
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
    if (!editors.has(id)) startEditing(id, { writing, before, text: before });
    draw();
    editors.get(id)?.focus();
  };
  const actions: CardActions = { ...wishes, write };

  const cardFor = (each: ShownAnnotation): HTMLElement => {
    const { id } = each.annotation;
    const editor = editors.get(id) ?? null;
    const isOpen = id === selected || editor !== null;
    const key = JSON.stringify([
      each.annotation,
      each.anchor?.how,
      categories,
      isOpen,
      editor?.writing,
    ]);
    const before = cards.get(id);
    if (before?.key === key) return before.card;
    const card = makeCard(each, { categories, isOpen, editor, now: new Date() }, actions);
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
      editors.delete(id);
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

  for (const place of [column, orphans]) listen(place, wishes);
  return {
    column,
    orphans,
    edit: (id) => {
      write(id, { what: 'note' });
    },
    draw: (nextShown, nextCategories) => {
      shown = nextShown;
      categories = nextCategories;
      draw();
    },
    select: (id) => {
      if (id === selected) return;
      selected = id;
      draw();
    },
    cardOf: (id) => cards.get(id)?.card ?? null,
    resume: (drafts) => {
      for (const [id, draft] of Object.entries(drafts)) startEditing(id, draft);
    },
  };
}

function textOf({ annotation }: ShownAnnotation, writing: Writing): string {
  if (writing.what === 'note') return annotation.note;
  return annotation.replies.find(({ id }) => id === writing.id)?.text ?? '';
}

function putInOrder(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const staying = new Set<Element>(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const each of wanted) {
    if (each === next) next = next.nextElementSibling;
    else parent.insertBefore(each, next);
  }
}

/** A click or Enter on a card opens it; Escape goes back to its passage. */
function listen(place: HTMLElement, wishes: CardWishes): void {
  const idOf = (event: Event): string | undefined =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('.card')?.dataset['id']
      : undefined;
  place.addEventListener('click', (event) => {
    const id = idOf(event);
    if (id !== undefined) wishes.select(id);
  });
  place.addEventListener('keydown', (event) => {
    const id = idOf(event);
    if (id === undefined) return;
    const isOnCard = event.target instanceof HTMLElement && event.target.matches('.card');
    if (event.key === 'Enter' && isOnCard) wishes.select(id);
    else if (event.key === 'Escape') wishes.leave(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
