import { textOf } from './lineText.ts';
import type { Line } from './lines.ts';
import type { TextRun } from './pageText.ts';

/** An entry of a table of contents. */
export interface ContentsEntry {
  /** What is said of the section: its lines without leader dots and number. */
  readonly lines: readonly Line[];
  /** The page it is on, as printed; empty for a name over the entries that follow. */
  readonly label: string;
  /** The run that the label ends, if it has one. */
  readonly labelRun: TextRun | null;
  readonly left: number;
  readonly right: number;
}

/** A stretch of lines that are a table of contents: `from` to before `to`. */
export interface ContentsLines {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly ContentsEntry[];
}

const LEADER = /(?:[.·…_]\s*){4,}/;
const LEADER_TO_END = /\s*(?:[.·…_]\s*){3,}[^\p{L}]*$|^[.·…_\s]+$/u;
const NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}[-–.]\d{1,3})$/i;
const AT_END = /(?:[.·…_]\s*){3,}\s*(\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}[-–.]\d{1,3})$/i;
/** A table of contents has no more lines on a page. */
const MOST_LINES = 200;
/** Lines of one entry before its number comes. */
const LONGEST_ENTRY = 3;

/** The tables of contents among the lines of a region. */
export function contentsIn(lines: readonly Line[]): ContentsLines[] {
  const found: ContentsLines[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const stretch = stretchFrom(lines, at);
    if (stretch === null) continue;
    found.push(stretch);
    at = stretch.to - 1;
  }
  return found;
}

function stretchFrom(lines: readonly Line[], from: number): ContentsLines | null {
  const entries: ContentsEntry[] = [];
  let waiting: Line[] = [];
  let to = from;
  let leaders = 0;
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const before = waiting.at(-1);
    if (before !== undefined && entries.length > 0 && isBold(before) && !isBold(line)) {
      // A name for what follows: "Figures".
      entries.push(entryOf(waiting, '', null, before.right));
      waiting = [];
    }
    const end = endOf(line);
    if (end === null) {
      waiting.push(line);
      if (entries.length === 0 || waiting.length >= LONGEST_ENTRY) break;
      continue;
    }
    entries.push(entryOf([...waiting, end.line], end.label, end.run, line.right));
    if (end.hasLeader) leaders += 1;
    waiting = [];
    to = at + 1;
  }
  const numbered = entries.filter(({ label }) => label !== '');
  const right = numbered[0]?.right ?? 0;
  const aligned = numbered.filter((entry) => Math.abs(entry.right - right) < 12).length;
  const isPlain = numbered.length >= 5 && aligned > 0.9 * numbered.length && isRising(numbered);
  const isLed = numbered.length >= 3 && leaders >= 0.5 * numbered.length;
  return isLed || isPlain ? { from, to, entries } : null;
}

function entryOf(
  lines: readonly Line[],
  label: string,
  labelRun: TextRun | null,
  right: number,
): ContentsEntry {
  return { lines, label, labelRun, left: lines[0]?.left ?? 0, right };
}

/** The number that ends a line of contents, and the line without it and the leader. */
function endOf(line: Line): { line: Line; label: string; run: TextRun; hasLeader: boolean } | null {
  const run = line.runs.at(-1);
  if (run === undefined) return null;
  const hasLeader = LEADER.test(line.text);
  const text = run.text.trim();
  const isApart = NUMBER.test(text) && (line.cells.length > 1 || hasLeader);
  const label = isApart ? text : AT_END.exec(line.text)?.[1];
  if (label === undefined) return null;
  const named = (isApart ? line.runs.slice(0, -1) : line.runs)
    .map((each) => ({ ...each, text: each.text.replace(LEADER_TO_END, '') }))
    .filter((each) => each.text.trim() !== '');
  const title = textOf(named);
  if (!/\p{L}{2}/u.test(title)) return null;
  return { line: { ...line, runs: named, text: title }, label, run, hasLeader };
}

function isBold({ runs }: Line): boolean {
  return runs.every(({ font }) => font.isBold);
}

function isRising(entries: readonly ContentsEntry[]): boolean {
  const numbers = entries.map(({ label }) => Number(label)).filter((each) => !Number.isNaN(each));
  return (
    numbers.length >= 0.8 * entries.length &&
    numbers.every((each, at) => at === 0 || each >= (numbers[at - 1] ?? 0))
  );
}
