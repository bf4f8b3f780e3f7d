import type { Inline, Mark, TextOrigin } from '../../../core/paper/document/paperDocument.ts';
import { areSpaced, readingOrder } from '../layout/lineText.ts';
import type { Line } from '../layout/lines.ts';
import { isRaised } from '../layout/notes.ts';
import type { TextRun } from '../layout/pageText.ts';
import type { BodyStyle } from '../layout/styles.ts';
import type { Hyphenation } from './hyphens.ts';
import { keepsHyphen } from './hyphens.ts';
import type { Spelling } from './letterSpacing.ts';
import { lettersApart } from './letterSpacing.ts';
import type { Places } from './places.ts';

/** What is needed to write lines as inlines. */
export interface Writing {
  readonly body: BodyStyle;
  readonly hyphenation: Hyphenation;
  /** Titles that are printed or stated elsewhere, by their letters alone. */
  readonly titles: Spelling['titles'];
  /** The label of the note that a mark on a page leads to, or null. */
  readonly noteFor: (page: number, mark: string) => string | null;
  readonly places: Places;
}

/** The id of a block of these lines, if a link leads to it. */
export function idAt(lines: readonly Line[], { places }: Writing): { readonly id?: string } {
  const id = places.idOf(lines);
  return id === undefined ? {} : { id };
}

/** Which part of the first lines is left out: a marker before an item, a mark before a note. */
export interface Skipped {
  readonly runs: number;
  readonly offset: number;
}

const CJK = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
const HYPHEN = /[\p{L}\d][-‐‑\u00AD]$/u;

/**
 * Lines as one flow of text: joined by a space, or by nothing where a hyphen parts a word or where the
 * script has no spaces. A line on another page than the one before is preceded by that page's mark.
 */
export function inlinesOf(lines: readonly Line[], writing: Writing, skipped?: Skipped): Inline[] {
  const inlines: Inline[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const after = lines[at + 1];
    if (before !== undefined && before.page !== line.page) {
      inlines.push({ type: 'page', page: line.page });
    }
    const ends = after === undefined ? null : endOf(line, after, writing.hyphenation);
    const skip = at === 0 ? skipped : undefined;
    inlines.push(...lineInlines(line, writing, skip, ends === 'cut'));
    if (ends === 'space') inlines.push({ type: 'text', text: ' ' });
  }
  return inlines;
}

/** How a line is joined to the next: by a space, by nothing, or with its hyphen cut. */
function endOf(line: Line, next: Line, hyphenation: Hyphenation): 'space' | 'nothing' | 'cut' {
  const [before, after] = [line.text, next.text];
  if (CJK.test(before.at(-1) ?? '') && CJK.test(after.charAt(0))) return 'nothing';
  if (before.endsWith('\u00AD')) return 'cut';
  if (HYPHEN.test(before)) return keepsHyphen(before, after, hyphenation) ? 'nothing' : 'cut';
  // A range or an address is broken after its stroke without a space.
  if (/[\p{L}\d][–—]$/u.test(before) && /^[\p{L}\d]/u.test(after)) return 'nothing';
  if (/https?:\S*\/$/.test(before) && /^\S{3}/.test(after)) return 'nothing';
  return 'space';
}

function lineInlines(
  line: Line,
  writing: Writing,
  skip: Skipped | undefined,
  isCut: boolean,
): Inline[] {
  const runs = readingOrder(line.runs);
  const apart = lettersApart(line, { words: writing.hyphenation.words, titles: writing.titles });
  const inlines: Inline[] = [];
  const first = skip?.runs ?? 0;
  for (const [at, run] of runs.entries()) {
    if (at < first) continue;
    const before = at > first ? runs[at - 1] : undefined;
    const isSpaced =
      before !== undefined && (apart?.spaces.has(at) ?? areParted(before, run, line));
    if (isSpaced) inlines.push({ type: 'text', text: ' ' });
    const from = at === first ? (skip?.offset ?? 0) : 0;
    const to = run.text.length - (isCut && at === runs.length - 1 ? 1 : 0);
    const mark = run.text.trim();
    const label = isRaised(run, line) ? writing.noteFor(line.page, mark) : null;
    if (label !== null) inlines.push({ type: 'noteMark', label, text: mark });
    else if (apart === null) inlines.push(piece(run, line, from, to, writing));
    else
      for (const [start, end] of apart.parts(run.text.slice(from, to)))
        inlines.push(piece(run, line, from + start, from + end, writing));
  }
  return inlines;
}

/** As `areSpaced`; a mark over the line stands close to the word before it, and apart from the next. */
function areParted(before: TextRun, run: TextRun, line: Line): boolean {
  const isMark = (each: TextRun) => isRaised(each, line) && /^[\d*†‡§,]+$/.test(each.text.trim());
  if (isMark(run)) return false;
  if (isMark(before) && /^[\p{L}(]/u.test(run.text)) return true;
  return areSpaced(before, run);
}

function piece(run: TextRun, line: Line, from: number, to: number, writing: Writing): Inline {
  const marks = marksOf(run, line, writing.body);
  const href = run.href?.startsWith('#') === true ? writing.places.hrefFor(run.href) : run.href;
  return {
    type: 'text',
    text: run.text.slice(from, to),
    ...(marks.length > 0 ? { marks } : {}),
    ...(href === null ? {} : { href }),
    ...(run.item < 0 ? {} : { origin: originOf(run, line, from, to) }),
  };
}

function originOf(run: TextRun, line: Line, from: number, to: number): TextOrigin {
  return { page: line.page, item: run.item, offset: run.offset + from, length: to - from };
}

function marksOf(run: TextRun, line: Line, body: BodyStyle): Mark[] {
  const marks: Mark[] = [];
  if (run.font.isBold && !body.isBold) marks.push('strong');
  if (run.font.isItalic && !body.isItalic) marks.push('emphasis');
  if (isRaised(run, line)) marks.push('superscript');
  return marks;
}
