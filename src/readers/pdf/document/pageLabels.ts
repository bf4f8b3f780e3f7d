import { commonest } from '../layout/grouped.ts';

/**
 * Labels of the pages as printed: those of the file if it has any that say more than the count, else
 * what is printed on the pages, with the gaps filled by counting on.
 */
export function pageLabelsOf(
  count: number,
  stated: readonly string[] | null,
  printed: ReadonlyMap<number, string>,
): string[] {
  const counted = Array.from({ length: count }, (_, page) => String(page + 1));
  if (
    stated !== null &&
    stated.length >= count &&
    stated.some((label, at) => label !== counted[at])
  )
    return stated.slice(0, count);
  const ahead = commonest(
    [...printed].flatMap(([page, label]) =>
      /^\d+$/.test(label) ? [[Number(label) - page, 1] as const] : [],
    ),
  );
  if (ahead === null) return counted;
  return counted.map((_, page) => {
    const number = page + ahead;
    return printed.get(page) ?? (number > 0 ? String(number) : roman(page + 1));
  });
}

/** Pages before the first that is numbered are told apart from it by small Roman numbers. */
function roman(number: number): string {
  const steps = [
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const;
  let rest = number;
  let text = '';
  for (const [sign, value] of steps) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
