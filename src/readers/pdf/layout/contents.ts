import { textOf } from './lineText.ts';
import type { Line } from './lines.ts';
import type { TextRun } from './pageText.ts';

/** An entry of a table of contents. */
export interface ContentsEntry {
  readonly lines: readonly Line[];
  /** What is said of the section, without leader dots and number. */
  readonly runs: readonly TextRun[];
  /** The page it is on, as printed; empty for a name over the entries that follow. */
  readonly label: string;
  readonly left: number;
}

/** A stretch of lines that are a table of contents: `from` to before `to`. */
export interface ContentsLines {
  readonly from: number;
  readonly to: number;
  readonly entries: readonly ContentsEntry[];
}

const LEADER = /(?:[.·…_]\s*){4,}/;
const NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}[-–.]\d{1,3})$/i;
const AT_END = /(?:[.·…_]\s*){3,}\s*(\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}[-–.]\d{1,3})$/i;
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
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const before = waiting.at(-1);
    if (before !== undefined && entries.length > 0 && isBold(before) && !isBold(line)) {
      // A name for what follows: "Figures".
      entries.push({
        lines: waiting,
        runs: waiting.flatMap((each) => each.runs),
        label: '',
        left: before.left,
      });
      waiting = [];
    }
    waiting.push(line);
    const end = endOf(line);
    if (end === null) {
      if (entries.length === 0 || waiting.length >= LONGEST_ENTRY) break;
      continue;
    }
    const runs = [...waiting.slice(0, -1).flatMap((each) => each.runs), ...end.runs];
    entries.push({ lines: waiting, runs, label: end.label, left: waiting[0]?.left ?? 0 });
    if (end.hasLeader) leaders += 1;
    waiting = [];
    to = at + 1;
  }
  const rights = entries.map(({ lines: [first] }) => first?.right ?? 0);
  const aligned = rights.filter((right) => Math.abs(right - (rights[0] ?? 0)) < 12).length;
  const isPlain = entries.length >= 5 && aligned > 0.9 * entries.length && isRising(entries);
  return (entries.length >= 3 && leaders >= 0.5 * entries.length) || isPlain
    ? { from, to, entries }
    : null;
}

/** The number that ends a line of contents, and what stands before it. */
function endOf(line: Line): { runs: TextRun[]; label: string; hasLeader: boolean } | null {
  const last = line.runs.at(-1);
  if (last === undefined) return null;
  const { text } = line;
  const hasLeader = LEADER.test(text);
  const label = last.text.trim();
  const isApart = NUMBER.test(label) && (line.cells.length > 1 || hasLeader);
  const inside = AT_END.exec(text);
  if (!isApart && inside === null) return null;
  const runs = line.runs
    .filter((run) => run !== last || !isApart)
    .filter((run) => !isLeader(run.text));
  if (!/\p{L}{2}/u.test(textOf(runs))) return null;
  return { runs, label: isApart ? label : (inside?.[1] ?? ''), hasLeader };
}

function isBold({ runs }: Line): boolean {
  return runs.every(({ font }) => font.isBold);
}

function isLeader(text: string): boolean {
  return /^[.·…_\s]+$/.test(text);
}

function isRising(entries: readonly ContentsEntry[]): boolean {
  const numbers = entries.map(({ label }) => Number(label)).filter((each) => !Number.isNaN(each));
  return (
    numbers.length >= 0.8 * entries.length &&
    numbers.every((each, at) => at === 0 || each >= (numbers[at - 1] ?? 0))
  );
}
