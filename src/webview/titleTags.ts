import type { PlacedAnnotation } from '../core/protocol.ts';
import { button, element } from './element.ts';
import { words } from './words.ts';

/** How many tags the title block shows before the rest waits behind a number. */
const mostShown = 8;

/**
 * Adds the analyst's tags to the publisher's in the title block, and folds the row if it is long. What
 * was added before is replaced; `isWhole` tells that the reader has asked for all of them.
 */
export function drawTitleTags(paper: HTMLElement, placed: readonly PlacedAnnotation[]): void {
  const block = paper.querySelector<HTMLElement>('.part.titleBlock');
  if (block === null) return;
  const wasWhole = block.querySelector('.tags.whole') !== null;
  undressTitleTags(block);
  const tags = [...new Set(placed.flatMap(({ annotation }) => annotation.tags))].sort();
  const published = block.querySelector<HTMLElement>('ul.tags');
  if (tags.length === 0 && published === null) return;
  const list =
    published ?? element('ul', { class: 'tags', 'data-generated': '', 'data-added': '' });
  if (published === null) block.append(list);
  for (const tag of tags) {
    const label = element('span', { class: 'out-of-sight' }, words.analystTag(''));
    list.append(
      element('li', { class: 'mine', 'data-generated': '', 'data-added': '' }, label, tag),
    );
  }
  list.classList.toggle('whole', wasWhole);
  fold(list, wasWhole);
}

/** Takes the added tags off again. */
export function undressTitleTags(block: HTMLElement): void {
  for (const added of block.querySelectorAll('[data-added]')) added.remove();
  for (const chip of block.querySelectorAll('.tags .tucked')) chip.classList.remove('tucked');
  block.querySelector('.tags.whole')?.classList.remove('whole');
}

function fold(list: HTMLElement, isWhole: boolean): void {
  const chips = [...list.children];
  const mine = chips.filter((chip) => chip.classList.contains('mine')).length;
  if (isWhole || chips.length <= mostShown + 1) return;
  // Some of both kinds stay in sight.
  const shownPublished = Math.max(mostShown - mine, Math.ceil(mostShown / 2));
  let published = 0;
  let shown = 0;
  for (const chip of chips) {
    const isMine = chip.classList.contains('mine');
    const hasRoom = shown < mostShown && (isMine || published < shownPublished);
    if (!isMine && hasRoom) published++;
    if (hasRoom) shown++;
    else chip.classList.add('tucked');
  }
  const count = chips.length - shown;
  const label = words.moreTagsName(count);
  const more = button(
    { class: 'link', title: label, 'aria-label': label },
    () => {
      for (const chip of chips) chip.classList.remove('tucked');
      list.classList.add('whole');
      more.parentElement?.remove();
    },
    words.moreTags(count),
  );
  list.append(element('li', { class: 'more', 'data-generated': '', 'data-added': '' }, more));
}
