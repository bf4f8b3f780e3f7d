import type { SourceRange } from '../core/paper/paper.ts';
import type { ReadingSettings } from '../core/protocol.ts';
import { colorOf } from './categories.ts';
import { button, element } from './element.ts';
import { words } from './words.ts';

/** What the toolbar can be asked for. */
export interface ToolbarWishes {
  create(category: string | null, then: 'nothing' | 'note' | 'tags'): void;
  readonly copy: () => void;
}

/** Actions at the selection. */
export interface SelectionToolbar {
  readonly element: HTMLElement;
  set(settings: ReadingSettings): void;
  /** Shows the actions beside a selection, or hides them for none. */
  show(selection: { readonly source: SourceRange; readonly range: Range } | null): void;
  /** Takes the keyboard into the toolbar; false where it is not shown. */
  readonly focus: () => boolean;
}

/** Commands whose keys are printed, by the action that does the same. */
const commands = {
  highlight: 'policyAnnotator.highlight',
  note: 'policyAnnotator.annotate',
  tag: 'policyAnnotator.annotateWithTags',
  copy: 'policyAnnotator.copyQuote',
} as const;

/** Pixels between the toolbar and the selected text. */
const gap = 6;

/** A hidden toolbar: arrows move in it, Escape goes back to the text. */
export function createSelectionToolbar(wishes: ToolbarWishes): SelectionToolbar {
  const bar = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': words.toolbar });
  bar.hidden = true;
  // A press on a button must not take the selection away.
  bar.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  let selected: Range | null = null;
  const follow = (): void => {
    if (selected !== null) place(bar, selected);
  };
  window.addEventListener('resize', follow);
  let returnTo: HTMLElement | null = null;
  const leave = (): void => {
    if (returnTo?.isConnected === true) returnTo.focus({ preventScroll: true });
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    else if (!moveFocus(bar, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    element: bar,
    set: (settings) => {
      bar.replaceChildren(...contents(settings, wishes));
      moveFocus(bar, 'Home', false);
    },
    show: (selection) => {
      bar.hidden = selection === null;
      selected = selection?.range ?? null;
      follow();
    },
    focus: () => {
      if (bar.hidden) return false;
      const focused = document.activeElement;
      returnTo = focused instanceof HTMLElement && focused !== document.body ? focused : null;
      bar.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
      return true;
    },
  };
}

function contents(settings: ReadingSettings, wishes: ToolbarWishes): readonly HTMLElement[] {
  const key = (command: keyof typeof commands): string | undefined =>
    settings.keys[commands[command]];
  const action = (command: keyof typeof commands, name: string, act: () => void): HTMLElement =>
    button({ title: words.withKey(name, key(command)), tabindex: '-1' }, act, name);
  const letters = settings.categories.map((category) => {
    const name = words.highlightAs(category.name);
    const act = (): void => {
      wishes.create(category.id, 'nothing');
    };
    const attributes = { class: 'letter', title: name, 'aria-label': name, tabindex: '-1' };
    const swatch = button(attributes, act, category.letter);
    swatch.style.setProperty('--category', colorOf(category));
    return swatch;
  });
  const hint = key('highlight');
  return [
    action('highlight', words.highlight, () => {
      wishes.create(null, 'nothing');
    }),
    ...letters,
    action('note', words.noteAction, () => {
      wishes.create(null, 'note');
    }),
    action('tag', words.tagAction, () => {
      wishes.create(null, 'tags');
    }),
    action('copy', words.copyAction, wishes.copy),
    ...(hint === undefined ? [] : [element('span', { class: 'key', 'aria-hidden': 'true' }, hint)]),
  ];
}

/** Moves the one tab stop of the toolbar by an arrow key; false for any other key. */
function moveFocus(bar: HTMLElement, key: string, isFocusing = true): boolean {
  const buttons = [...bar.querySelectorAll('button')];
  const now = buttons.findIndex((each) => each === document.activeElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: now + 1,
    ArrowLeft: now - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const step = steps[key];
  if (step === undefined) return false;
  const next = buttons.at(step % Math.max(buttons.length, 1));
  for (const each of buttons) each.tabIndex = each === next ? 0 : -1;
  if (isFocusing) next?.focus({ preventScroll: true });
  return true;
}

/**
 * Below the selection's last line, else above its first, where there is room in the window; a selection
 * that leaves no room on either side is larger than the window and gets the toolbar at its end.
 */
function place(bar: HTMLElement, range: Range): void {
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  const { top, bottom } = range.getBoundingClientRect();
  const last = lines.reduce<DOMRect | undefined>(
    (lowest, line) => (lowest === undefined || line.bottom >= lowest.bottom ? line : lowest),
    undefined,
  );
  const { width, height } = bar.getBoundingClientRect();
  const isRoomBelow = bottom + gap + height <= window.innerHeight;
  const isRoomAbove = top - gap - height >= 0;
  const y = isRoomBelow || !isRoomAbove ? bottom + gap : top - gap - height;
  const wanted = (last?.right ?? 0) - width / 2;
  const x = Math.min(Math.max(wanted, gap), document.documentElement.clientWidth - width - gap);
  const origin = bar.offsetParent?.getBoundingClientRect() ?? new DOMRect();
  bar.style.setProperty('left', `${Math.max(x, gap) - origin.left}px`);
  bar.style.setProperty('top', `${y - origin.top}px`);
}
