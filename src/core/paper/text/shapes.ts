import type { SourceRange } from '../paper.ts';
import { partOf, widthOf, type Line } from './lines.ts';
import type { Marker } from './markers.ts';
import { isTable } from './tables.ts';
import { continues, wrappingOfRun, type Wrapping } from './wrapping.ts';

/** A piece of a text by how its lines stand. */
export interface Shape {
  readonly kind: 'heading' | 'paragraph' | 'listItem' | 'table' | 'footnote' | 'rule';
  readonly range: SourceRange;
  /** The words, line by line, without the sign of a list item. */
  readonly pieces: readonly SourceRange[];
  /** Further paragraphs of a list item. */
  readonly more: readonly (readonly SourceRange[])[];
  readonly marker: Marker | null;
  readonly indent: number;
  /** Column at which the words begin; deeper than `indent` in a list item. */
  readonly textIndent: number;
  /** Level of a heading, nesting of a list item, or of the item that a paragraph stands in. */
  readonly level: number;
  /** Blank lines before it; Infinity at the start of the text. */
  readonly blanksBefore: number;
  /** Whether no other piece stands in the same run of lines. */
  readonly alone: boolean;
  /** Whether the layout itself says that this is a heading. */
  readonly glued: boolean;
  readonly siteText: string | null;
}

const imageName = /^\[?[\p{L}\p{N}_()%+,. -]{1,100}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)\]?$/iu;
const bracketed = /^\[(?=[\p{L}\d]*[-_])[\p{L}\p{N}_+.-]{4,120}\]$/u;
const rule = /^(?:[-–—_=~*#•.]\s?){3,}$/u;
const note = /^\[\d{1,3}\]\s+\S/u;

/** The pieces of a text, in order: paragraphs, list items and tables; headings are found later. */
export function shapesOf(
  lines: readonly Line[],
  markers: ReadonlyMap<Line, Marker>,
  wrapping: Wrapping | null,
): Shape[] {
  const shapes: Shape[] = [];
  let run: Line[] = [];
  let blanks = Infinity;
  const endRun = (): void => {
    if (run.length > 0) {
      const isWhole =
        run.length > 1 &&
        run.length <= 4 &&
        (isCapitals(run) || (shapes.length < 2 && isTitle(lines, run)));
      const [first] = run;
      if (isWhole && first !== undefined) {
        shapes.push({ ...shapeOf(first, run.slice(1), null), blanksBefore: blanks });
      } else {
        const found = shapesOfRun(run, markers, wrappingOfRun(run, wrapping), blanks);
        // A run can hold more lines than a call takes arguments.
        for (const shape of found) shapes.push(shape);
      }
      blanks = 0;
    }
    run = [];
  };
  for (const line of lines) {
    if (line.text === '') {
      endRun();
      blanks += 1;
      continue;
    }
    const siteText = furniture(line);
    if (siteText !== null || line.cue === 'headingStart' || line.newPage || rule.test(line.text)) {
      endRun();
    }
    run.push(line);
    if (siteText !== null || rule.test(line.text)) endRun();
  }
  endRun();
  return shapes;
}

/** Whether a short run is all capitals, and so one heading over several lines. */
function isCapitals(run: readonly Line[]): boolean {
  return run.every(
    ({ text }) => text === text.toUpperCase() && /\p{Lu}{2}.*\s/u.test(text) && text.length < 80,
  );
}

/** Whether the first run of a text is a title over several lines: it is printed a second time. */
function isTitle(lines: readonly Line[], run: readonly Line[]): boolean {
  if (run.some(({ text }) => /[.,;:]$/u.test(text) || text.length > 110)) return false;
  const words = run.map(({ text }) => text).join('\n');
  const top = lines
    .slice(0, 120)
    .map(({ text }) => text.slice(0, 200))
    .join('\n');
  return words.length >= 15 && top.split(`\n${words}\n`).length > 2;
}

function furniture(line: Line): string | null {
  if (line.cue === 'runningHead') return 'running head or page number';
  if (line.text.length > 130) return null;
  // Few lines hold what either needs.
  const isImage = line.text.includes('.') && imageName.test(line.text);
  return isImage || (line.text.startsWith('[') && bracketed.test(line.text)) ? 'image name' : null;
}

function shapesOfRun(
  run: readonly Line[],
  markers: ReadonlyMap<Line, Marker>,
  wrapping: Wrapping | null,
  blanksBefore: number,
): readonly Shape[] {
  const [first] = run;
  if (first === undefined) return [];
  if (!run.some((line) => markers.has(line)) && isTable(run)) {
    return [{ ...shapeOf(first, run.slice(1), null), kind: 'table', blanksBefore, alone: true }];
  }
  const shapes: Shape[] = [];
  let at = 0;
  while (at < run.length) {
    const line = run[at];
    if (line === undefined) break;
    const marker = markers.get(line) ?? null;
    const end =
      line.cue === 'headingStart' ? headingEnd(run, at) : pieceEnd(run, at, markers, wrapping);
    const shape = shapeOf(line, run.slice(at + 1, end), marker);
    shapes.push({ ...shape, blanksBefore: at === 0 ? blanksBefore : 0 });
    at = end;
  }
  return shapes.map((shape) => ({ ...shape, alone: shapes.length === 1 }));
}

/** The end of the paragraph or list item that begins at a line. */
function pieceEnd(
  run: readonly Line[],
  from: number,
  markers: ReadonlyMap<Line, Marker>,
  wrapping: Wrapping | null,
): number {
  const [first] = run.slice(from, from + 1);
  let end = from + 1;
  for (let line = first; line !== undefined; end += 1) {
    const next = run[end];
    if (next === undefined || markers.has(next) || note.test(next.text)) break;
    const marker = first === undefined ? undefined : markers.get(first);
    const isSignAlone = end === from + 1 && marker?.length === first?.text.length;
    if (!isSignAlone && !continues(line, next, wrapping)) break;
    line = next;
  }
  return end;
}

/** The end of a heading that runs over lines: at the end of the run, or at the first long line. */
function headingEnd(run: readonly Line[], from: number): number {
  const rest = run.slice(from);
  const long = rest.findIndex((line) => widthOf(line) > 100);
  return long === 0 ? from + 1 : from + Math.min(long < 0 ? rest.length : long, 4);
}

function shapeOf(first: Line, rest: readonly Line[], marker: Marker | null): Shape {
  const sign = marker === null ? first : partOf(first, marker.length, first.text.length, null);
  const isNote = marker === null && note.test(first.text);
  const form = rule.test(first.text) && rest.length === 0 ? 'rule' : isNote ? 'footnote' : null;
  return {
    kind: marker === null ? (form ?? 'paragraph') : 'listItem',
    range: { start: first.start, end: (rest.at(-1) ?? first).end },
    pieces: [sign, ...rest].filter(({ start, end }) => end > start),
    more: [],
    marker,
    indent: first.indent,
    textIndent: first.indent + (marker?.length ?? 0),
    level: 0,
    blanksBefore: 0,
    alone: true,
    glued: first.cue === 'headingStart',
    siteText: furniture(first),
  };
}
