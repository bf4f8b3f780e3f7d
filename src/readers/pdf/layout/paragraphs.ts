import type { Box } from './box.ts';
import { around } from './box.ts';
import { commonest } from './grouped.ts';
import type { Line } from './lines.ts';
import type { Marker } from './markers.ts';
import { markerOf } from './markers.ts';
import { rounded, share } from './styles.ts';

/** Lines that belong together: a paragraph, an item of a list, a heading, or part of one. */
export interface TextBlock extends Box {
  readonly page: number;
  readonly lines: readonly Line[];
  readonly marker: Marker | null;
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** The column it stands in. */
  readonly column: Box;
  /** White space before it is more than between its lines, or it begins a region. */
  readonly isApart: boolean;
}

/** Where numbered items of a form stand in their series, by form. */
export type Series = Map<string, number>;

/** A label before what it names: "To:", "Original release date:". */
const LABEL = /^(?:\p{Lu}[\p{L} ]{1,28}|from|to|date|subj(?:ect)?|cc|re):(?:\s|$)/u;
const ENDED = /[.!?:;…。！？][)\]"'”’»]*\s*(?:\d{1,3}|[*†‡])*$/;

/** Cuts the lines of a region into blocks. `series` is carried from region to region and changed. */
export function blocksIn(lines: readonly Line[], column: Box, series: Series): TextBlock[] {
  const leading = leadingOf(lines);
  const size = commonest(lines.map((line) => [rounded(line.size), line.text.length])) ?? 0;
  const blocks: TextBlock[] = [];
  let open: Line[] = [];
  let marker: Marker | null = null;
  let isApart = true;
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open, marker, column, isApart));
    open = [];
  };
  for (const line of lines) {
    const previous = open.at(-1);
    const found = markerOf(line);
    const gap = previous === undefined ? Infinity : line.baseline - previous.baseline;
    const wide = gap > 1.3 * leading(line, previous) || gap < 0;
    const isItem: boolean =
      found !== null && (wide || isExpected(found, line, open, marker, series, column));
    const ends =
      endsBefore(open, marker, line, column) ||
      (marker === null && previous !== undefined && standsAlone(previous, line, column, size));
    if (previous === undefined || wide || isItem || ends) {
      close();
      marker = found !== null && isItem ? found : null;
      if (marker?.kind === 'number') series.set(marker.form, valueIn(series, marker));
      isApart = wide;
    }
    open.push(line);
  }
  close();
  return blocks;
}

function blockOf(lines: Line[], marker: Marker | null, column: Box, isApart: boolean): TextBlock {
  const runs = lines.flatMap((line) => line.runs);
  const size = commonest(lines.map((line) => [line.size, line.text.length])) ?? 0;
  const [first] = lines;
  return {
    ...around(lines),
    page: first?.page ?? 0,
    lines,
    marker,
    size,
    isBold: share(runs, ({ font }) => font.isBold) > 0.9,
    isItalic: share(runs, ({ font }) => font.isItalic) > 0.9,
    column,
    isApart,
  };
}

/** The usual distance between lines of a size, as a function of two lines. */
function leadingOf(lines: readonly Line[]): (line: Line, previous: Line | undefined) => number {
  const steps = new Map<number, [number, number][]>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || rounded(next.size) !== rounded(line.size)) continue;
    const step = next.baseline - line.baseline;
    if (step <= 0 || step > 2.6 * line.size) continue;
    const size = rounded(line.size);
    // Between two common steps the smaller is that of lines, the larger that of paragraphs.
    steps.set(size, [
      ...(steps.get(size) ?? []),
      [Math.round(step * 2) / 2, 1 + line.size / (10 * step)],
    ]);
  }
  const usual = new Map(
    [...steps].flatMap(([size, all]) => {
      const step = commonest(all);
      // A few lines that all stand far apart are paragraphs, not a paragraph with wide lines.
      return step === null || (all.length < 6 && step > 1.75 * size) ? [] : [[size, step]];
    }),
  );
  return (line, previous) => {
    const larger = previous === undefined ? line.size : Math.max(line.size, previous.size);
    return usual.get(rounded(line.size)) ?? 1.25 * larger;
  };
}

/** Whether a marker in running text is meant as one: a bullet, or the next number of its series. */
function isExpected(
  found: Marker,
  line: Line,
  open: readonly Line[],
  marker: Marker | null,
  series: Series,
  column: Box,
): boolean {
  const [first] = open;
  if (first === undefined) return true;
  const last = open.at(-1);
  const isFull = last !== undefined && !isShort(last, line, column.right);
  if (found.kind === 'bullet')
    return !/[-‐–—*]/.test(found.text) || !isFull || marker?.form === found.form;
  const next = (series.get(found.form) ?? NaN) + 1;
  const follows = found.values.some((value) => value === 1 || value === next);
  const stands =
    marker !== null || Math.abs(line.left - first.left) > 3 || ENDED.test(last?.text ?? '');
  return follows && stands;
}

/** Which of the values that a marker can have goes on with its series. */
function valueIn(series: Series, { form, values }: Marker): number {
  const next = (series.get(form) ?? 0) + 1;
  return values.includes(next) ? next : (values[0] ?? 0);
}

/** Whether a line begins something else than the lines before it, which stand at the usual distance. */
function endsBefore(
  open: readonly Line[],
  marker: Marker | null,
  line: Line,
  column: Box,
): boolean {
  const [first] = open;
  const last = open.at(-1);
  if (first === undefined || last === undefined) return true;
  if (Math.abs(line.size - last.size) > 0.07 * last.size && !isMostlySmall(line, last)) return true;
  const { text } = last;
  const isFull = last.right > column.right - 0.12 * (column.right - column.left);
  if (boldEnds(last, line) && !(isFull && !ENDED.test(text) && /^\p{Ll}/u.test(line.text)))
    return true;
  const step = 0.8 * line.size;
  const left =
    marker === null
      ? Math.min(...open.slice(1).map((each) => each.left), last.left)
      : marker.textLeft;
  if (marker !== null) {
    // A line that goes back behind the text of its item ends it, unless the item hangs nothing.
    const hangs = open.length > 1 && last.left > first.left + step;
    if (line.left < left - step) return hangs || isShort(last, line, column.right);
  } else {
    if (line.left > left + step && !isCentred(line, last, column))
      return open.length > 1
        ? ENDED.test(text) || isShort(last, line, column.right)
        : line.left > first.left + step && (ENDED.test(text) || isShort(last, line, column.right));
    const hangs =
      open.length > 1 && last.left > first.left + step && !isCentred(last, first, column);
    if (hangs && line.left < last.left - step) return true;
  }
  return ENDED.test(text) && isShort(last, line, column.right) && !isCentred(last, line, column);
}

/** Whether a line is one of several that stand for themselves: of an address, of a memo's head. */
function standsAlone(last: Line, line: Line, column: Box, usual: number): boolean {
  if (!isShort(last, line, column.right)) return false;
  const isFarFromEnd = column.right - last.right > 0.4 * (column.right - column.left);
  const isUsual = line.size < 1.1 * usual;
  return LABEL.test(line.text) || (isFarFromEnd && isUsual && /^[\p{Lu}\d]/u.test(line.text));
}

/** Lines of a paragraph may be smaller as a whole where they hold only marks. */
function isMostlySmall(line: Line, last: Line): boolean {
  return line.size < last.size && line.runs.some((run) => Math.abs(run.size - last.size) < 0.5);
}

function boldEnds(last: Line, line: Line): boolean {
  const before = share(last.runs, ({ font }) => font.isBold) > 0.9;
  const after = share(line.runs, ({ font }) => font.isBold) > 0.9;
  if (before === after) return false;
  if (before) return last.runs.at(-1)?.font.isBold === true && line.runs[0]?.font.isBold === false;
  return last.runs.at(-1)?.font.isBold === false;
}

/** Whether the first word of the next line would still have found room in a line. */
function isShort(last: Line, next: Line, right: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return right - last.right > (0.55 * word + 1.2) * last.size;
}

function isCentred(a: Box, b: Box, column: Box): boolean {
  const middle = (box: Box) => (box.left + box.right) / 2;
  const near = (box: Box) => Math.abs(middle(box) - middle(column)) < 6;
  return near(a) && near(b) && a.left > column.left + 12 && b.left > column.left + 12;
}
