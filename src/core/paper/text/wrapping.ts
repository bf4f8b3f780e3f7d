import { widthOf, type Line } from './lines.ts';

/** No one wraps text wider than this; a longer line is a paragraph. */
const widest = 130;
const narrowest = 40;

/** How a text is wrapped. */
export interface Wrapping {
  readonly column: number;
  /** Whether each line holds as many characters as fit, as in typewriter faces; others vary. */
  readonly isExact: boolean;
}

/** How a whole text is wrapped, or null where each line is a paragraph. */
export function wrappingOf(lines: readonly Line[]): Wrapping | null {
  const shown = lines.filter(({ text }) => text !== '');
  const characters = (from: readonly Line[]): number =>
    from.reduce((sum, line) => sum + line.text.length, 0);
  const wrappable = shown.filter((line) => widthOf(line) <= widest);
  if (characters(wrappable) < 0.6 * characters(shown)) return null;
  const pairs = lines.flatMap((line, index): readonly (readonly [Line, Line])[] => {
    const next = lines[index + 1];
    const isPair = line.text !== '' && next !== undefined && next.text !== '';
    return isPair && widthOf(line) <= widest ? [[line, next]] : [];
  });
  const widths = pairs.map(([line]) => widthOf(line)).sort((a, b) => a - b);
  const column = widths[Math.floor(widths.length * 0.98)] ?? 0;
  const full = widths.filter((each) => each >= 0.8 * column && each <= column);
  if (column < narrowest || full.length < 3 || full.length < 0.15 * widths.length) return null;
  const sure = pairs.filter(([line, next]) => goesOnInLowerCase(line, next, column));
  const fitting = sure.filter(([line, next]) => isFull(line, next, column));
  return { column, isExact: fitting.length >= 0.95 * sure.length };
}

/** How a run of lines is wrapped, or null where each line stands for itself. */
export function wrappingOfRun(run: readonly Line[], whole: Wrapping | null): Wrapping | null {
  const widths = run.map(widthOf);
  const longest = widths.reduce((a, b) => Math.max(a, b), 0);
  const full = widths.slice(0, -1).every((width) => width >= 0.75 * longest);
  const isColumn = run.length >= 4 && full && longest >= narrowest && longest <= 110;
  const own: Wrapping = { column: longest, isExact: false };
  if (whole === null) return isColumn ? own : null;
  return isColumn && longest < 0.8 * whole.column ? own : whole;
}

/** Whether a line goes on in the next: the next word would not have fitted on it. */
export function continues(line: Line, next: Line, wrapping: Wrapping | null): boolean {
  if (wrapping === null || next.text === '' || line.text === '') return false;
  const { column, isExact } = wrapping;
  if (widthOf(line) > 1.25 * column) return false;
  return (
    isFull(line, next, isExact ? column : 0.85 * column) || goesOnInLowerCase(line, next, column)
  );
}

function isFull(line: Line, next: Line, column: number): boolean {
  const word = /^\S{1,40}/u.exec(next.text)?.[0] ?? '';
  return widthOf(line) + 1 + word.length > column;
}

function goesOnInLowerCase(line: Line, next: Line, column: number): boolean {
  const isLongEnough = widthOf(line) >= 0.6 * column || /\p{L}-$/u.test(line.text);
  return isLongEnough && /^\p{Ll}/u.test(next.text) && !/[.:;!?]$/u.test(line.text);
}
