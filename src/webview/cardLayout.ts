import { closedFoldOf } from './folds.ts';
import { stopOf } from './keepSelection.ts';

/** Pixels between two cards. */
const gap = 10;
/** Pixels that a card stands above the line that it belongs to, so that their texts align. */
const rise = 6;

/** A card and where it would stand if it were alone; both in pixels from the same origin. */
export interface WantedCard {
  readonly wanted: number;
  readonly height: number;
}

/**
 * The tops of cards in one column: none overlaps, their order stays, and the one at `first` (if not -1)
 * stands where it wants to, with the others making room above and below it.
 */
export function stackCards(cards: readonly WantedCard[], first: number): readonly number[] {
  const tops: number[] = [];
  const pushDown = (from: number): void => {
    for (let at = from; at < cards.length; at++) {
      const floor = at === 0 ? 0 : (tops[at - 1] ?? 0) + (cards[at - 1]?.height ?? 0) + gap;
      tops[at] = Math.max(cards[at]?.wanted ?? 0, floor);
    }
  };
  pushDown(0);
  if (first < 0 || first >= cards.length) return tops;
  let ceiling = cards[first]?.wanted ?? 0;
  tops[first] = ceiling;
  for (let at = first - 1; at >= 0; at--) {
    ceiling -= (cards[at]?.height ?? 0) + gap;
    tops[at] = Math.min(tops[at] ?? 0, ceiling);
    ceiling = tops[at] ?? 0;
  }
  const above = Math.min(...tops.slice(0, first + 1));
  if (above < 0) for (let at = 0; at <= first; at++) tops[at] = (tops[at] ?? 0) - above;
  pushDown(first + 1);
  return tops;
}

/** What of the page stands for an annotation's passage: its first mark, or the fold that hides it. */
function placeOf(card: HTMLElement): HTMLElement | null {
  const id = card.dataset['id'] ?? '';
  const mark =
    stopOf(id) ?? document.querySelector<HTMLElement>(`mark[data-ids~="${CSS.escape(id)}"]`);
  return mark === null ? null : (closedFoldOf(mark) ?? mark);
}

/** Places the cards beside their passages. */
function layOutBeside(column: HTMLElement, cards: readonly HTMLElement[]): void {
  const origin = column.getBoundingClientRect().top;
  const wanted = cards.map((card) => {
    const box = placeOf(card)?.getClientRects()[0];
    return { wanted: (box?.top ?? origin) - origin - rise, height: card.offsetHeight };
  });
  const tops = stackCards(
    wanted,
    cards.findIndex((card) => card.classList.contains('open')),
  );
  let bottom = 0;
  cards.forEach((card, at) => {
    card.style.setProperty('top', `${tops[at] ?? 0}px`);
    card.style.removeProperty('left');
    card.style.removeProperty('width');
    bottom = Math.max(bottom, (tops[at] ?? 0) + (wanted[at]?.height ?? 0));
  });
  column.style.setProperty('min-height', `${bottom}px`);
}

/** Places the cards below the blocks of their passages, in room that is made there. */
function layOutBelow(column: HTMLElement, cards: readonly HTMLElement[]): void {
  const byBlock = new Map<HTMLElement, HTMLElement[]>();
  for (const card of cards) {
    const place = placeOf(card);
    const block = place === null ? null : blockOf(place);
    if (block === null) continue;
    byBlock.set(block, [...(byBlock.get(block) ?? []), card]);
  }
  for (const [block, group] of byBlock) {
    const height = group.reduce((sum, card) => sum + card.offsetHeight + gap, gap);
    block.style.setProperty('--notes-height', `${height}px`);
    block.classList.add('with-notes');
  }
  const origin = column.getBoundingClientRect();
  for (const [block, group] of byBlock) {
    const box = block.getBoundingClientRect();
    let top = box.bottom - origin.top + gap;
    for (const card of group) {
      card.style.setProperty('top', `${top}px`);
      card.style.setProperty('left', `${box.left - origin.left}px`);
      card.style.setProperty('width', `${box.width}px`);
      top += card.offsetHeight + gap;
    }
  }
}

function blockOf(place: HTMLElement): HTMLElement | null {
  const isInLine = 'thead,tbody,tr,th,td,table,span,h1';
  return (
    place.closest<HTMLElement>('.titleBlock,.tableScroll,.pdf-page') ??
    place.closest<HTMLElement>(`details:not([open]),[data-range]:not(${isInLine})`)
  );
}

/** Places all cards of the column, by the width of the page. */
export function layOutCards(page: HTMLElement, column: HTMLElement, isNarrow: boolean): void {
  const cards = [...column.querySelectorAll<HTMLElement>('.card')];
  const before = page.querySelectorAll<HTMLElement>('.with-notes');
  for (const block of before) block.classList.remove('with-notes');
  column.style.removeProperty('min-height');
  if (isNarrow) layOutBelow(column, cards);
  else layOutBeside(column, cards);
}
