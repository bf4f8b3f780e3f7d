import type { Box } from './box.ts';
import type { Line } from './lines.ts';
import type { TextRun } from './pageText.ts';
import type { BodyStyle } from './styles.ts';

/** A note at the foot of a column, or the rest of one that began on the page before. */
export interface FootNote {
  /** The mark as printed; null for the rest of a note. */
  readonly mark: string | null;
  /** How many runs of the first line are the mark, and how many characters of the next. */
  readonly runs: number;
  readonly offset: number;
  readonly lines: readonly Line[];
}

const MARK = /^(?:\d{1,3}|[*†‡§¶‖#]{1,3}|[ivx]{1,4}|[a-z])$/;
const LEAD = /^(\d{1,3}|[*†‡§¶‖]{1,3})[.)]?\s+(?=\S)/;

/**
 * Takes the notes from the foot of a column: lines smaller than the running text, or under a short rule,
 * down to its end, from the first that begins with a mark.
 */
export function footNotesOf(
  lines: readonly Line[],
  body: BodyStyle,
  rules: readonly Box[],
  goesOn: boolean,
): { rest: readonly Line[]; notes: readonly FootNote[] } {
  let start = lines.length;
  while (start > 0 && isSmall(lines[start - 1], body)) start -= 1;
  const ruled = lines.findIndex((line, at) => at > 0 && isUnderRule(line, lines[at - 1], rules));
  if (ruled >= 0 && ruled < start && markAt(lines[ruled], body) !== null) start = ruled;
  if (start === lines.length) return { rest: lines, notes: [] };
  const under = ruled === start || start === 0;
  let first = start;
  if (!(goesOn && under))
    while (first < lines.length && markAt(lines[first], body) === null) first += 1;
  if (first === lines.length) return { rest: lines, notes: [] };
  const notes: { mark: string | null; runs: number; offset: number; lines: Line[] }[] = [];
  let last = 0;
  for (const line of lines.slice(first)) {
    const mark = markAt(line, body);
    const value = Number(mark?.mark);
    const isNext =
      mark !== null && (Number.isNaN(value) || last === 0 || (value > last && value <= last + 2));
    if (isNext) notes.push({ ...mark, lines: [line] });
    else if (notes.length === 0) notes.push({ mark: null, runs: 0, offset: 0, lines: [line] });
    else notes.at(-1)?.lines.push(line);
    if (isNext && !Number.isNaN(value)) last = value;
  }
  return { rest: lines.slice(0, first), notes };
}

function isSmall(line: Line | undefined, body: BodyStyle): boolean {
  return line !== undefined && line.size < 0.96 * body.size;
}

/** A rule that ends well before the column's right side, right above the line. */
function isUnderRule(line: Line, previous: Line | undefined, rules: readonly Box[]): boolean {
  const top = previous?.baseline ?? 0;
  return rules.some(
    (rule) =>
      rule.right - rule.left > 30 &&
      rule.right - rule.left < 240 &&
      rule.top > top + 2 &&
      rule.bottom < line.baseline - 4 &&
      Math.abs(rule.left - line.left) < 12,
  );
}

function markAt(
  line: Line | undefined,
  body: BodyStyle,
): { mark: string; runs: number; offset: number } | null {
  const [first, second] = line?.runs ?? [];
  if (line === undefined || first === undefined) return null;
  const text = first.text.trim();
  if (MARK.test(text) && second !== undefined && (isRaised(first, line) || /[\d*†‡§]/.test(text)))
    return { mark: text, runs: 1, offset: 0 };
  const lead = LEAD.exec(first.text);
  if (lead !== null && line.size < body.size)
    return { mark: lead[1] ?? '', runs: 0, offset: lead[0].length };
  return null;
}

/** Whether a run is a mark over the line. */
export function isRaised(run: TextRun, line: Line): boolean {
  return run.size < 0.86 * line.size && line.baseline - run.baseline > 0.08 * line.size;
}

/** Whether the text of notes goes on after its last line. */
export function isUnfinished(note: FootNote): boolean {
  const last = note.lines.at(-1);
  return last !== undefined && !/[.!?)\]"”\d/]$/.test(last.text);
}
