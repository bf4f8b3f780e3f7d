import { areSpaced } from './lineText.ts';
import type { Line } from './lines.ts';
import type { TextRun } from './pageText.ts';

/** What stands before an item of a list. */
export interface Marker {
  readonly kind: 'bullet' | 'number';
  /** As printed; for a bullet the glyph. */
  readonly text: string;
  /** For numbers: the form, such as "(a)" for all of "(b)", and the places in the series that it can be, from 1. */
  readonly form: string;
  readonly values: readonly number[];
  /** How many runs of the line belong to it whole, and how many characters of the next. */
  readonly runs: number;
  readonly offset: number;
  /** Where the text of the item begins, in points from the left. */
  readonly textLeft: number;
}

const BULLETS =
  '•◦▪■□●○◆◇▶►➢➤➔→✓✔❖✦★☐☑·∙⁃‣◘◙‐–—\\-*\uF0A7\uF0B7\uF0D8\uF0FC\uF076\uF0A8\uF06E\uF071\uF0E0';
const BULLET = new RegExp(`^[${BULLETS}]$`);
const BULLET_LEAD = new RegExp(`^([${BULLETS}])\\s+\\S`);
const LEVELS = /^\d{1,2}(?:\.[\da-z]{1,4}){1,4}\.?$/;
/** What is no bullet or number by itself must stand that far from the text, in parts of its size. */
const GAP = 0.6;
const NUMBER = /^(?:(\(?)(\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])([.)])|(\[)(\d{1,2})(\]))(?=\s|$)/;

/** The marker at the start of a line, if there is one that has text after it. */
export function markerOf(line: Line): Marker | null {
  const [first, second] = line.runs;
  if (first === undefined) return null;
  return (
    glyphMarker(line) ??
    numberMarker(line) ??
    symbolMarker(first, second) ??
    setApart(first, second)
  );
}

function glyphMarker({ runs }: Line): Marker | null {
  const [first, second] = runs;
  if (first === undefined) return null;
  const text = first.text.trim();
  if (BULLET.test(text) && second !== undefined) {
    const isDash = /[-‐–—*]/.test(text);
    if (isDash && !areSpaced(first, second)) return null;
    return bullet(text, 1, 0, second.left);
  }
  const lead = BULLET_LEAD.exec(first.text);
  if (lead === null) return null;
  const width = (first.right - first.left) / first.text.length;
  return bullet(lead[1] ?? '', 0, lead[0].length - 1, first.left + width * (lead[0].length - 1));
}

/** "o", a sign of a font that doesn't say which, or a number of several levels, well before the text. */
function setApart(first: TextRun, second: TextRun | undefined): Marker | null {
  if (second === undefined || second.left - first.right < GAP * first.size) return null;
  const text = first.text.trim();
  const isUnknown = text.length === 1 && (first.font.isUnmapped || /[\uE000-\uF8FF]/.test(text));
  if (text === 'o' || (isUnknown && second.font.name !== first.font.name))
    return bullet(text, 1, 0, second.left);
  if (!LEVELS.test(text)) return null;
  const last =
    text
      .split('.')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const form = text.replace(/[\da-z]+(?=\.?$)/, '');
  return {
    kind: 'number',
    text,
    form,
    values: valuesOf(last),
    runs: 1,
    offset: 0,
    textLeft: second.left,
  };
}

/** A sign of a symbol font. */
function symbolMarker(first: TextRun, second: TextRun | undefined): Marker | null {
  if (second === undefined) return null;
  const text = first.text.trim();
  const isSign = first.font.isSymbol && text.length === 1;
  return isSign && second.left - first.right > 0 ? bullet(text, 1, 0, second.left) : null;
}

function bullet(text: string, runs: number, offset: number, textLeft: number): Marker {
  return { kind: 'bullet', text, form: text, values: [], runs, offset, textLeft };
}

function numberMarker({ runs }: Line): Marker | null {
  // The marker may be several runs: "1" and "." with the rest after a gap.
  let text = '';
  for (const [at, run] of runs.slice(0, 4).entries()) {
    const previous = runs[at - 1];
    text += previous !== undefined && areSpaced(previous, run) ? ` ${run.text}` : run.text;
    const found = NUMBER.exec(text);
    const next = runs[at + 1];
    const isWhole = found !== null && found[0].length === text.trimEnd().length;
    if (isWhole && next !== undefined && areSpaced(run, next))
      return numbered(found, at + 1, 0, next.left);
    if (isWhole && next !== undefined && /\s$/.test(run.text))
      return numbered(found, at + 1, 0, next.left);
    if (found !== null && !isWhole && at === 0) {
      const rest = /^\s+/.exec(run.text.slice(found[0].length));
      const offset = found[0].length + (rest?.[0].length ?? 0);
      const width = (run.right - run.left) / run.text.length;
      return numbered(found, 0, offset, run.left + width * offset);
    }
    if (text.length > 7) return null;
  }
  return null;
}

function numbered(found: RegExpExecArray, runs: number, offset: number, textLeft: number): Marker {
  const open = found[1] ?? found[4] ?? '';
  const label = found[2] ?? found[5] ?? '';
  const close = found[3] ?? found[6] ?? '';
  const kind = /\d/.test(label) ? '1' : label === label.toUpperCase() ? 'A' : 'a';
  return {
    kind: 'number',
    text: found[0],
    form: `${open}${kind}${close}`,
    values: valuesOf(label),
    runs,
    offset,
    textLeft,
  };
}

/** "i" is the first Roman number or the ninth letter. */
function valuesOf(label: string): number[] {
  if (/^[\d.]+$/.test(label)) return [Number(label)];
  const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
  const roman = romans.indexOf(label.toLowerCase()) + 1;
  const letter = label.length === 1 ? label.toLowerCase().charCodeAt(0) - 96 : 0;
  return [roman, letter].filter((value) => value > 0);
}
