/** A number in letters as lists count: a, b, …, z, aa; in digits below 1. */
export function letters(value: number): string {
  if (value < 1) return `${value}`;
  let rest = value;
  let text = '';
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

const numerals: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
  ] as const),
  ...([
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

/** A number in Roman numerals, in small letters; in digits where there are none. */
export function roman(value: number): string {
  if (value < 1 || value > 3_999) return `${value}`;
  let rest = value;
  let text = '';
  for (const [worth, numeral] of numerals) for (; rest >= worth; rest -= worth) text += numeral;
  return text;
}
