/** A click or Enter on a card opens it; Escape goes back to its passage. */
export function listenToCards(
  place: HTMLElement,
  wishes: { select(id: string): void; leave(id: string): void },
): void {
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
