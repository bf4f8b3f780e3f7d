import type { Category } from '../core/annotations/annotation.ts';
import type { SourceRange } from '../core/paper/paper.ts';
import type { PlacedAnnotation } from '../core/protocol.ts';
import type { AnnotationLayer } from './annotationLayer.ts';
import type { Announcer } from './announcer.ts';
import type { Cards } from './cards.ts';
import { unfold } from './folds.ts';
import { nameOf } from './highlights.ts';
import { stopOf } from './keepSelection.ts';
import type { Scrolling } from './scrolling.ts';
import { words } from './words.ts';

/** What the selection of an annotation shows on. */
export interface NoteFocusParts {
  readonly layer: AnnotationLayer;
  readonly cards: Cards;
  readonly scrolling: Scrolling;
  readonly announcer: Announcer;
  readonly layOut: () => void;
  readonly tell: (id: string | null) => void;
  /** Drops a selection of the passage, which its mark shows from now on. */
  readonly dropSelection: (passage: SourceRange) => void;
}

/** Which annotation is selected. */
export interface NoteFocus {
  readonly selected: string | null;
  /** The annotations that there are now; a selection of one that is gone is given up. */
  update(placed: readonly PlacedAnnotation[], categories: readonly Category[]): void;
  /** As the host wishes: comes about when the annotation arrives, if it is not there yet. */
  selectFor(id: string, edit: boolean): void;
  /** As the reader wishes. */
  select(id: string | null): void;
  /** The next of the annotations under a mark. */
  cycle(mark: HTMLElement): void;
  /** The next or previous in the order of the paper; false where there is none. */
  step(direction: 1 | -1): boolean;
  /** From a card back to its passage. */
  leave(id: string): void;
}

/** Starts with none selected. */
export function createNoteFocus(page: NoteFocusParts): NoteFocus {
  const { layer, cards, scrolling, announcer } = page;
  let placed: readonly PlacedAnnotation[] = [];
  let categories: readonly Category[] = [];
  let selected: string | null = null;
  let awaited: { readonly id: string; readonly edit: boolean } | null = null;

  const show = (id: string | null, prefix = ''): void => {
    selected = id;
    layer.select(id);
    cards.select(id);
    page.layOut();
    const one = placed.find(({ annotation }) => annotation.id === id);
    if (id === null || one === undefined) return;
    const mark = stopOf(id);
    if (mark !== null) {
      unfold(mark);
      page.layOut();
    }
    const card = cards.cardOf(id);
    for (const each of [card, mark]) if (each !== null) scrolling.bringIntoView(each);
    announcer.say(prefix + words.selected(nameOf(one, categories)));
  };
  const select = (id: string | null, prefix = ''): void => {
    if (id === selected) return;
    show(id, prefix);
    page.tell(id);
  };
  const selectFor = (id: string, edit: boolean): void => {
    const one = placed.find(({ annotation }) => annotation.id === id);
    if (one === undefined) {
      awaited = { id, edit };
      return;
    }
    awaited = null;
    if (one.anchor !== null) page.dropSelection(one.anchor);
    show(id);
    page.tell(id);
    if (!edit) return;
    cards.edit(id);
    page.layOut();
    const card = cards.cardOf(id);
    if (card !== null) scrolling.bringIntoView(card);
  };
  return {
    get selected() {
      return selected;
    },
    update: (nextPlaced, nextCategories) => {
      placed = nextPlaced;
      categories = nextCategories;
      if (selected !== null && !placed.some(({ annotation }) => annotation.id === selected)) {
        show(null);
      }
      if (awaited !== null) selectFor(awaited.id, awaited.edit);
    },
    selectFor,
    select,
    cycle: (mark) => {
      const ids = (mark.dataset['ids'] ?? '').split(' ');
      const next = (ids.indexOf(selected ?? '') + 1) % ids.length;
      select(ids[next] ?? null, ids.length > 1 ? words.oneOfNotes(next + 1, ids.length) : '');
    },
    step: (direction) => {
      const ids = placed.map(({ annotation }) => annotation.id);
      const now = selected === null ? -1 : ids.indexOf(selected);
      const next = now === -1 && direction === -1 ? ids.length - 1 : now + direction;
      const id = ids[next];
      if (id === undefined) {
        announcer.say(words.noMoreNotes);
        return ids.length > 0;
      }
      select(id);
      (stopOf(id) ?? cards.cardOf(id))?.focus({ preventScroll: true });
      return true;
    },
    leave: (id) => {
      select(null);
      (stopOf(id) ?? cards.cardOf(id))?.focus({ preventScroll: true });
    },
  };
}
