import type { Category } from '../core/annotations/annotation.ts';
import type { PlacedAnnotation, ShownAnnotation, Writing } from '../core/protocol.ts';
import { repliesOf } from './cardReplies.ts';
import { categoryOf, colorOf } from './categories.ts';
import { button, element } from './element.ts';
import { formatDay } from './formatDay.ts';
import { nameOf } from './highlights.ts';
import { makeRoot } from './makeRoot.ts';
import type { NoteEditor } from './noteEditor.ts';
import { words } from './words.ts';

/** What a reader can do with a card. */
export interface CardActions {
  pick(id: string, what: 'category' | 'tags' | 'status'): void;
  write(id: string, writing: Writing): void;
  remove(id: string): void;
  removeReply(id: string, reply: string): void;
}

/** How a card is drawn, beside what it says. */
export interface CardLook {
  readonly categories: readonly Category[];
  readonly isOpen: boolean;
  /** Whether the annotation was deleted while it was being written on: nothing else can be done with it. */
  readonly isDeleted: boolean;
  /** What stands in the place of the note or reply while it is written. */
  readonly editor: Pick<NoteEditor, 'writing' | 'field' | 'acts'> | null;
  readonly now: Date;
}

/** The card of an annotation: what can be done with it shows when it is open. */
export function makeCard(
  shown: ShownAnnotation,
  look: CardLook,
  actions: CardActions,
): HTMLElement {
  const { annotation, anchor } = shown;
  const card = element('article', {
    class: look.isOpen ? 'card open' : 'card',
    id: `note-${annotation.id}`,
    tabindex: '0',
    'data-id': annotation.id,
    'aria-label': nameOf(shown, look.categories),
    'data-vscode-context': JSON.stringify({
      webviewSection: 'annotation',
      id: annotation.id,
    }),
  });
  card.style.setProperty('--category', colorOf(categoryOf(look.categories, annotation.category)));
  card.append(topOf(shown, look, actions));
  if (anchor === null) {
    card.append(element('blockquote', { class: 'quote' }, words.quote(annotation.target.exact)));
  } else if (anchor.how === 'changed') {
    card.append(changesOf(shown));
  }
  // Assistive technology says it as it appears.
  if (look.isDeleted) {
    card.append(element('p', { class: 'deleted', role: 'alert' }, words.deletedMeanwhile));
  }
  if (look.editor?.writing.what === 'note') card.append(look.editor.field);
  else if (annotation.note !== '') {
    card.append(makeRoot(`<div class="note words">${shown.noteHtml}</div>`));
  }
  card.append(...tagsOf(shown, look, actions), ...repliesOf(shown, look, actions));
  if (look.editor !== null) card.append(look.editor.acts);
  else if (look.isOpen) card.append(actsOf(shown, actions));
  return card;
}

function canPick({ isOpen, isDeleted }: CardLook): boolean {
  return isOpen && !isDeleted;
}

const changeTags = { same: 'span', removed: 'del', added: 'ins' } as const;

function changesOf({ changes }: ShownAnnotation): HTMLElement {
  const segments = changes.map(({ kind, text }) => element(changeTags[kind], {}, text));
  return element('p', { class: 'changed-since' }, words.changedSince, ...segments);
}

function topOf(
  { annotation, page }: ShownAnnotation,
  look: CardLook,
  actions: CardActions,
): HTMLElement {
  const { id } = annotation;
  const category = categoryOf(look.categories, annotation.category);
  const name = [
    element('span', { class: 'letter', 'aria-hidden': 'true' }, category.letter),
    element('b', {}, category.name),
  ];
  const status = words.status[annotation.status];
  const top = element('div', { class: 'top' });
  const pickCategory = (): void => {
    actions.pick(id, 'category');
  };
  const pickStatus = (): void => {
    actions.pick(id, 'status');
  };
  if (canPick(look)) {
    const hint = element('span', { class: 'out-of-sight' }, words.changeHint);
    const attributes = { class: 'pick', title: words.changeCategory };
    top.append(button(attributes, pickCategory, ...name, hint));
  } else {
    top.append(element('span', { class: 'pick' }, ...name));
  }
  if (page !== null) top.append(element('span', { class: 'fact' }, words.shortPage(page)));
  if (annotation.confidence !== null) {
    top.append(element('span', { class: 'fact' }, words.confidence[annotation.confidence]));
  }
  if (canPick(look)) {
    const label = words.changeStatus(status);
    top.append(
      button({ class: 'pick fact', title: label, 'aria-label': label }, pickStatus, status),
    );
  } else if (annotation.status !== 'open') {
    top.append(element('span', { class: 'fact' }, status));
  }
  top.append(
    element('time', { datetime: annotation.modified }, formatDay(annotation.modified, look.now)),
  );
  return top;
}

function tagsOf(
  { annotation }: PlacedAnnotation,
  look: CardLook,
  actions: CardActions,
): HTMLElement[] {
  if (annotation.tags.length === 0 && !canPick(look)) return [];
  const chips = annotation.tags.map((tag) => element('li', { class: 'mine' }, tag));
  const list = element('ul', { class: 'chips' }, ...chips);
  if (canPick(look)) {
    const attributes = { class: 'link', title: words.changeTags };
    const pickTags = (): void => {
      actions.pick(annotation.id, 'tags');
    };
    list.append(element('li', { class: 'more' }, button(attributes, pickTags, words.addTag)));
  }
  return [list];
}

function actsOf({ annotation }: PlacedAnnotation, actions: CardActions): HTMLElement {
  const edit = (): void => {
    actions.write(annotation.id, { what: 'note' });
  };
  const reply = (): void => {
    actions.write(annotation.id, { what: 'reply', id: null });
  };
  const remove = (): void => {
    actions.remove(annotation.id);
  };
  const label = annotation.note === '' ? words.addNote : words.editNote;
  return element(
    'div',
    { class: 'acts' },
    button({ class: 'link' }, edit, label),
    button({ class: 'link' }, reply, words.addReply),
    button({ class: 'link last' }, remove, words.remove),
  );
}
